// The Base before there is any customer: bring sheets into the wizard, or the command that does it.
import { useCan } from '#web/pages/access-api.ts';
import { detailOf } from '#web/pages/api.ts';
import { useBeginImport } from '#web/pages/import-begin.ts';
import { OpenImports } from '#web/pages/open-imports.tsx';
import { SampleOffer } from '#web/pages/sample-offer.tsx';
import { ImportDrop } from '#web/parts/import-drop.tsx';
import { Verdict } from '#web/parts/verdict.tsx';
import { useSpeech } from '#web/words/context.tsx';

/** `workspace` null: there is none yet, so only the commands can make one. */
export function StartPanel({ workspace }: { workspace: string | null }) {
  const { w } = useSpeech();
  const can = useCan(workspace ?? undefined);
  const brings = workspace !== null && can('data.import') ? workspace : null;
  return (
    <main className="main" id="content" tabIndex={-1}>
      <Verdict headline={w.start.title} why={w.start.why} figure={<b>0</b>} notes={[w.start.figure]} />
      <div className="cols c75 start">
        <section className="sec">
          <header>
            <h2>{w.start.sheet}</h2>
          </header>
          {brings !== null && <Begin workspace={brings} />}
          <p className="soft" style={{ marginTop: 16 }}>
            {w.start.command}
          </p>
          <code className="cmd">npm run -s perene -- import {w.start.file}</code>
          {brings !== null && <OpenImports workspace={brings} />}
        </section>
        <section className="sec">
          <SampleOffer />
          <header>
            <h2>{w.start.simple}</h2>
          </header>
          <p className="soft">{w.start.simpleText}</p>
        </section>
      </div>
    </main>
  );
}

function Begin({ workspace }: { workspace: string }) {
  const { w } = useSpeech();
  const begin = useBeginImport(workspace);
  return (
    <>
      {begin.isError && (
        <div className="err" role="alert">
          <h2>{w.start.failed}</h2>
          <p>{detailOf(begin.error) ?? w.states.failedText}</p>
        </div>
      )}
      <ImportDrop onFiles={(files) => begin.mutate(files)} busy={begin.isPending} />
    </>
  );
}
