// Identidade: wires suggestions, the inbox, groups and joins to the API. Each answer can be taken back where it is told.
import '#web/styles/data.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Identity } from '#contract/identity.ts';
import { api, detailOf } from '#web/pages/api.ts';
import { identityQuery } from '#web/pages/data-api.ts';
import { type Acts, useActs } from '#web/pages/identity-acts.ts';
import { useTitle } from '#web/pages/shell-state.tsx';
import { FindAccount, type Found } from '#web/parts/find-account.tsx';
import { IdentityGroups } from '#web/parts/identity-groups.tsx';
import { IdentityInbox, type Shell } from '#web/parts/identity-inbox.tsx';
import { IdentityPairs, stayingFirst } from '#web/parts/identity-pairs.tsx';
import { IdentityJoins, IdentityMatches } from '#web/parts/identity-tables.tsx';
import { PageFailure } from '#web/parts/states.tsx';
import { PageSkeleton, Verdict } from '#web/parts/verdict.tsx';
import { useDataSpeech } from '#web/words/data-context.ts';

export function IdentityPage() {
  const { w, d } = useDataSpeech();
  const { workspace } = useParams({ from: '/$workspace/dados/identidade' });
  const [cursor, setCursor] = useState<string | undefined>(undefined);
  const read = useQuery({
    ...identityQuery(workspace, w.language, cursor),
    placeholderData: keepPreviousData,
  });
  useTitle(d.identityTitle);
  if (read.isError) return <PageFailure detail={detailOf(read.error)} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton label={w.states.loading} />;
  return <Content workspace={workspace} page={read.data} isFirst={cursor === undefined} onPage={setCursor} />;
}

type ContentProps = {
  workspace: string;
  page: Identity;
  isFirst: boolean;
  onPage: (cursor: string | undefined) => void;
};

function Content({ workspace, page, isFirst, onPage }: ContentProps) {
  const { d, f } = useDataSpeech();
  const acts = useActs(workspace);
  const { suggestions, inbox, groups, joined, matches, currency } = page;
  const open = suggestions.total + inbox.shells + groups.length;
  return (
    <main className="main data" id="content" tabIndex={-1}>
      <Verdict
        headline={d.identity.headline(suggestions.total, inbox.shells, groups.length)}
        why={d.identity.why}
        figure={<b>{f.number(open)}</b>}
        notes={[
          d.identity.figure(open),
          ...(inbox.mrrCents !== null && inbox.mrrCents > 0
            ? [d.identity.waitingMoney(f.money(inbox.mrrCents, currency))]
            : []),
        ]}
      />
      <Told acts={acts} />
      <IdentityPairs
        suggestions={suggestions}
        busy={acts.running}
        onJoin={(pair) => acts.join(...stayingFirst(pair), d.identity.pairs.reason, d.identity.pairs.joined)}
        onDiffer={({ left, right }) => acts.differ(left, right)}
      />
      <IdentityInbox
        inbox={inbox}
        currency={currency}
        isFirst={isFirst}
        onPage={onPage}
        onOpen={acts.open}
        finder={(shell, done) => (
          <Finder
            workspace={workspace}
            shell={shell}
            onCancel={done}
            onPick={(into) => {
              done();
              acts.join(into, shell, d.identity.inbox.reason, (to, from) =>
                d.identity.inbox.assigned(from, to),
              );
            }}
          />
        )}
      />
      <IdentityGroups groups={groups} onConfirm={acts.confirm} onReject={acts.reject} />
      <IdentityJoins joined={joined} onPart={acts.part} />
      <IdentityMatches matches={matches} />
    </main>
  );
}

function Told({ acts }: { acts: Acts }) {
  const { d } = useDataSpeech();
  const { last } = acts;
  return (
    <div className={last?.failed === true ? 'told bad' : 'told'} role="status">
      {last?.text}
      {last?.back && (
        <button type="button" className="btn" onClick={acts.takeBack}>
          {d.identity.undo}
        </button>
      )}
    </div>
  );
}

type FinderProps = {
  workspace: string;
  shell: Shell;
  onPick: (account: Found) => void;
  onCancel: () => void;
};

/** Names found for a finder; more are named by typing on. */
const shownFound = 5;

function Finder({ workspace, shell, onPick, onCancel }: FinderProps) {
  const { w, d } = useDataSpeech();
  const [typed, setTyped] = useState('');
  const asked = typed.trim();
  const found = useQuery({
    queryKey: ['find', workspace, asked, w.language],
    queryFn: async ({ signal }) => {
      const page = await api.accounts(workspace, { q: asked, sort: 'name', limit: shownFound }, signal);
      return page.items.map(({ id, account }) => ({ id, name: account }));
    },
    enabled: asked.length > 1,
    placeholderData: keepPreviousData,
  });
  return (
    <FindAccount
      label={d.identity.inbox.assignOf(shell.name)}
      typed={typed}
      onType={setTyped}
      found={found.data ?? null}
      onPick={onPick}
      onCancel={onCancel}
    />
  );
}
