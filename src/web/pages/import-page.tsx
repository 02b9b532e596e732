// Another sheet for a base that has customers: checked before it is kept, then shown among the imports.
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTitle } from '#web/pages/shell-state.tsx';
import { SheetImport } from '#web/pages/start-panel.tsx';
import { useDataSpeech } from '#web/words/data-context.ts';

export function ImportPage() {
  const { d } = useDataSpeech();
  const { workspace } = useParams({ from: '/$workspace/dados/importar' });
  const navigate = useNavigate();
  useTitle(d.actions.import);
  return (
    <main className="main" id="content" tabIndex={-1}>
      <div className="verdict">
        <div>
          <h1 tabIndex={-1}>{d.actions.import}</h1>
          <p className="why">{d.again}</p>
        </div>
      </div>
      <SheetImport
        workspace={workspace}
        onKept={() => void navigate({ to: '/$workspace/dados', params: { workspace } })}
      />
    </main>
  );
}
