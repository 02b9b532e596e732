// The door of the wizard: bring files, or go on with an import that was left halfway.
import { useParams } from '@tanstack/react-router';
import '#web/styles/dock.css';
import '#web/styles/import.css';
import { detailOf } from '#web/pages/api.ts';
import { useBeginImport } from '#web/pages/import-begin.ts';
import { OpenImports } from '#web/pages/open-imports.tsx';
import { useTitle } from '#web/pages/shell-state.tsx';
import { ImportDrop } from '#web/parts/import-drop.tsx';
import { ImportSteps } from '#web/parts/import-steps.tsx';
import { Verdict } from '#web/parts/verdict.tsx';
import { useImportSpeech } from '#web/words/import-context.ts';

export function ImportStartPage() {
  const { w, t } = useImportSpeech();
  const { workspace } = useParams({ from: '/$workspace/importar' });
  const begin = useBeginImport(workspace);
  useTitle(w.nav.import);
  return (
    <main className="main" id="content" tabIndex={-1}>
      <ImportSteps here="files" link={(_, children) => children} />
      <Verdict headline={t.files.title} why={t.files.why} figure={<b>0</b>} notes={[t.files.figure(0)]} />
      {begin.isError && (
        <div className="err" role="alert">
          <h2>{w.start.failed}</h2>
          <p>{detailOf(begin.error) ?? w.states.failedText}</p>
        </div>
      )}
      <div className="narrow-page">
        <ImportDrop onFiles={(files) => begin.mutate(files)} busy={begin.isPending} />
        <OpenImports workspace={workspace} />
      </div>
    </main>
  );
}
