// Dados: wires the address and the API to the parts. What is shown first is said by the views.
import '#web/styles/data.css';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { DataQuality, ImportLine } from '#contract/data-quality.ts';
import { useCan } from '#web/pages/access-api.ts';
import { detailOf } from '#web/pages/api.ts';
import { dataApi, dataQuery, importsQuery } from '#web/pages/data-api.ts';
import { useTitle } from '#web/pages/shell-state.tsx';
import { DataCollect } from '#web/parts/data-collect.tsx';
import { DataCoverage } from '#web/parts/data-coverage.tsx';
import { DataExport } from '#web/parts/data-export.tsx';
import { DataFeeds } from '#web/parts/data-feeds.tsx';
import { DataImports } from '#web/parts/data-imports.tsx';
import { DataSources } from '#web/parts/data-sources.tsx';
import { PageFailure } from '#web/parts/states.tsx';
import { PageSkeleton, Verdict } from '#web/parts/verdict.tsx';
import { dataVerdict } from '#web/views/data-verdict.ts';
import { useDataSpeech } from '#web/words/data-context.ts';

export function DataPage() {
  const { w, d, f } = useDataSpeech();
  const { workspace } = useParams({ from: '/$workspace/dados' });
  const read = useQuery(dataQuery(workspace, w.language));
  const can = useCan(workspace);
  useTitle(d.title);
  if (read.isError) return <PageFailure detail={detailOf(read.error)} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton label={w.states.loading} />;
  const verdict = dataVerdict(read.data, f, d);
  return (
    <main className="main data" id="content" tabIndex={-1}>
      <Verdict {...verdict} figure={<b>{verdict.figure}</b>} />
      <div className="bar">
        {can('data.import') && (
          <Link to="/$workspace/importar" params={{ workspace }} className="btn pri">
            {d.actions.import}
          </Link>
        )}
        {can('identity.write') && (
          <Link to="/$workspace/dados/identidade" params={{ workspace }} className="btn">
            {d.actions.identity}
            {read.data.inbox.shells > 0 && <span className="n">{f.number(read.data.inbox.shells)}</span>}
          </Link>
        )}
        {can('method.write') && (
          <Link to="/$workspace/dados/palavras" params={{ workspace }} className="btn">
            {d.actions.keywords}
          </Link>
        )}
      </div>
      {read.data.accounts > 0 && (
        <div className="cols c75">
          <DataCoverage page={read.data} />
          <DataCollect collect={read.data.collect} />
        </div>
      )}
      <DataFeeds late={read.data.late} />
      <Imports workspace={workspace} first={read.data.imports} />
      <DataSources page={read.data} />
      {read.data.accounts > 0 && can('base.export') && (
        <DataExport
          workbook={read.data.workbook}
          addressOf={(asked) => dataApi.exportAddress(workspace, asked)}
        />
      )}
    </main>
  );
}

function Imports({ workspace, first }: { workspace: string; first: DataQuality['imports'] }) {
  const { w, d } = useDataSpeech();
  const can = useCan(workspace);
  const queries = useQueryClient();
  const [said, setSaid] = useState<{ text: string; failed: boolean } | null>(null);
  const older = useInfiniteQuery(importsQuery(workspace, w.language, first.nextCursor ?? ''));
  const undo = useMutation({
    mutationFn: (line: ImportLine) => dataApi.undoImport(workspace, line.id),
    onSuccess: async ({ withdrawn, accounts }) => {
      setSaid({ text: d.imports.done(withdrawn, accounts), failed: false });
      await queries.invalidateQueries();
    },
    onError: (error) => setSaid({ text: detailOf(error) ?? d.imports.failed, failed: true }),
  });
  const more = older.data?.pages.flatMap((page) => page.items) ?? [];
  const begun = older.data !== undefined;
  return (
    <DataImports
      lines={[...first.items, ...more]}
      hasMore={begun ? older.hasNextPage : first.nextCursor !== null}
      busy={older.isFetching}
      onMore={() => void (begun ? older.fetchNextPage() : older.refetch())}
      onUndo={can('data.import') ? (line) => undo.mutate(line) : null}
      undoing={undo.isPending ? undo.variables.id : null}
      said={said}
    />
  );
}
