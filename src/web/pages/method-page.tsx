// Método: the one in use in words, the ones that ship, a file of one's own; each looked at before it is published.
import '#web/styles/data.css';
import '#web/styles/method.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { MethodRead } from '#contract/methods.ts';
import { useCan } from '#web/pages/access-api.ts';
import { api, detailOf } from '#web/pages/api.ts';
import { methodQuery, useMethodActs } from '#web/pages/method-acts.ts';
import { useTitle } from '#web/pages/shell-state.tsx';
import { MethodFile } from '#web/parts/method-file.tsx';
import { MethodPractice } from '#web/parts/method-practice.tsx';
import { MethodPreview } from '#web/parts/method-preview.tsx';
import { MethodSignals, MethodStages, MethodWeights } from '#web/parts/method-stages.tsx';
import { MethodTemplates, MethodVersions } from '#web/parts/method-templates.tsx';
import { PageFailure } from '#web/parts/states.tsx';
import { PageSkeleton, Verdict } from '#web/parts/verdict.tsx';
import { useMethodSpeech } from '#web/words/method-context.ts';

export function MethodPage() {
  const { w, m } = useMethodSpeech();
  const { workspace } = useParams({ from: '/$workspace/metodo' });
  const read = useQuery(methodQuery(workspace, w.language));
  useTitle(m.title);
  if (read.isError) return <PageFailure detail={detailOf(read.error)} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton label={w.states.loading} />;
  return <Content workspace={workspace} read={read.data} />;
}

function Content({ workspace, read }: { workspace: string; read: MethodRead }) {
  const { m, f } = useMethodSpeech();
  const mayPublish = useCan(workspace)('method.write');
  const acts = useMethodActs(workspace);
  const place = useRef<HTMLDivElement>(null);
  const { looked } = acts;
  const running = read.versions[0];
  useEffect(() => {
    if (looked?.preview) place.current?.scrollIntoView({ block: 'nearest' });
  }, [looked]);
  return (
    <main className="main data method" id="content" tabIndex={-1}>
      <Verdict
        headline={m.headline(read.label)}
        why={m.why}
        figure={<b>{m.version(read.version)}</b>}
        notes={[running ? m.since(f.day(running.at.slice(0, 10))) : m.figure]}
      />
      <p className="told" role="status">
        {acts.told}
      </p>
      {mayPublish && (
        <>
          <MethodTemplates
            templates={read.templates}
            running={read.key}
            onLook={(key, label) => acts.look({ template: key }, label)}
          />
          <MethodFile
            refused={acts.refused}
            nameOfRunning={`${read.key}-${read.version}.yaml`}
            textOfRunning={async () => (await api.methodText(workspace, read.version)).source}
            onFile={(source, name) => acts.look({ source }, name)}
          />
          <div ref={place}>
            {looked && (
              <MethodPreview
                looked={looked}
                publishing={acts.publishing}
                onPublish={acts.publish}
                onLeave={acts.leave}
                link={(id, name) => (
                  <Link to="/$workspace/cliente/$id" params={{ workspace, id }} search={{}}>
                    {name}
                  </Link>
                )}
              />
            )}
          </div>
        </>
      )}
      <MethodPractice warnings={read.warnings} />
      <MethodStages stages={read.stages} />
      <MethodWeights pillars={read.pillars} rows={read.weights} />
      <MethodSignals signals={read.signals} />
      <MethodVersions
        versions={read.versions}
        running={read.version}
        onLook={mayPublish ? (version) => acts.look({ version }, m.version(version)) : null}
      />
    </main>
  );
}
