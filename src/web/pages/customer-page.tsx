// One customer as of a day: wires the address, the API and the keyboard to the parts. Loaded when first opened.
import '#web/styles/customer.css';
import '#web/styles/entry.css';

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { CustomerPage as Page } from '#contract/customer.ts';
import type { FactGroup } from '#contract/facts.ts';
import { accountQuery, detailOf, factsQuery, isMissing, isNotYet } from '#web/pages/api.ts';
import { useCan } from '#web/pages/access-api.ts';
import { CustomerTasks } from '#web/pages/customer-tasks.tsx';
import { CustomerTeam } from '#web/pages/customer-team.tsx';
import { CustomerPeople } from '#web/pages/customer-people.tsx';
import { useSaid } from '#web/pages/customer-said.tsx';
import { CustomerWriting } from '#web/pages/customer-writing.tsx';
import { SuggestedEvents } from '#web/pages/suggested-events.tsx';
import { useKeys, useShell, useTitle } from '#web/pages/shell-state.tsx';
import { ContractsTable } from '#web/parts/contracts-table.tsx';
import { FactTimeline } from '#web/parts/fact-timeline.tsx';
import { HealthExplained } from '#web/parts/health-explained.tsx';
import { HistoryStrip } from '#web/parts/history-strip.tsx';
import { KeysLine } from '#web/parts/keys.tsx';
import { NextAction, NextOffer, WhyNot } from '#web/parts/offer-panel.tsx';
import { GoodSignals, RiskSignals } from '#web/parts/signals-list.tsx';
import { BandShape } from '#web/parts/state-mark.tsx';
import { Failure, LoadFailure } from '#web/parts/states.tsx';
import { TracksMap } from '#web/parts/tracks-map.tsx';
import { Verdict, VerdictSkeleton } from '#web/parts/verdict.tsx';
import { stepDay } from '#web/views/as-of.ts';
import { withoutEmpty } from '#web/views/base-search.ts';
import { customerStrip, dueText, headNotes } from '#web/views/customer-strip.ts';
import { scoreText } from '#web/views/line-row.ts';
import { neighbours } from '#web/views/list-walk.ts';
import { useContactsSpeech } from '#web/words/contacts-context.ts';
import { useCustomerSpeech, useEntrySpeech } from '#web/words/customer-context.ts';

export function CustomerPage() {
  const { w } = useCustomerSpeech();
  const { workspace, id } = useParams({ from: '/$workspace/cliente/$id' });
  const { asOf } = useSearch({ from: '/$workspace/cliente/$id' });
  const account = useQuery({
    ...accountQuery(workspace, id, asOf, w.language),
    placeholderData: keepPreviousData,
  });
  const navigate = useNavigate();
  const { lastList } = useShell();
  const around = neighbours(lastList?.ids ?? [], id);
  const go = (to: string | null | undefined) => {
    if (to)
      void navigate({
        to: '/$workspace/cliente/$id',
        params: { workspace, id: to },
        search: withoutEmpty({ asOf }),
      });
  };
  const onDay = (day: string | undefined) =>
    void navigate({
      to: '/$workspace/cliente/$id',
      params: { workspace, id },
      search: withoutEmpty({ asOf: day === account.data?.today ? undefined : day }),
      replace: true,
      resetScroll: false,
    });
  const step = (days: number) => {
    if (account.data) onDay(stepDay(account.data.asOf, days, account.data.today));
  };
  useTitle(account.data?.head.name ?? w.nav.customer);
  useKeys({
    j: () => go(around?.next),
    k: () => go(around?.previous),
    '[': () => step(-1),
    ']': () => step(1),
  });
  if (account.isError) {
    return (
      <main className="main" id="content" tabIndex={-1}>
        {isNotYet(account.error) ? (
          <Failure title={w.states.notYet} text={w.states.notYetText} detail={detailOf(account.error)}>
            <button type="button" className="btn" onClick={() => onDay(undefined)}>
              {w.asOf.back}
            </button>
          </Failure>
        ) : isMissing(account.error) ? (
          <Failure title={w.states.notFound} text={w.states.notFoundText} detail={detailOf(account.error)}>
            <Link to="/$workspace/base" params={{ workspace }} className="btn">
              {w.states.toBase}
            </Link>
          </Failure>
        ) : (
          <LoadFailure detail={detailOf(account.error)} onRetry={() => void account.refetch()} />
        )}
      </main>
    );
  }
  return (
    <main className="main" id="content" tabIndex={-1}>
      {account.data ? (
        <div className={account.isPlaceholderData ? 'dim' : ''}>
          <Customer page={account.data} workspace={workspace} onDay={onDay} />
        </div>
      ) : (
        <VerdictSkeleton label={w.states.loading} />
      )}
    </main>
  );
}

type Props = { page: Page; workspace: string; onDay: (day: string) => void };

function Customer({ page, workspace, onDay }: Props) {
  const { w, c } = useCustomerSpeech();
  const { e } = useEntrySpeech();
  const can = useCan(workspace);
  const { p } = useContactsSpeech();
  const { say, toast } = useSaid(workspace, page.head.id);
  return (
    <>
      <Head page={page} />
      <Strip page={page} />
      {page.isToday && can('facts.write') && (
        <CustomerWriting key={page.head.id} page={page} workspace={workspace} say={say} />
      )}
      <HistoryStrip page={page} onDay={onDay} onToday={() => onDay(page.today)} />
      <div className="cols c75 answer-first">
        <div>
          <HealthExplained page={page} />
          <TracksMap page={page} />
          <ContractsTable page={page} />
          <CustomerPeople
            key={page.head.id}
            page={page}
            workspace={workspace}
            canWrite={can('facts.write')}
            say={say}
          />
          <Facts page={page} workspace={workspace} />
        </div>
        <div>
          {page.head.status !== 'ended' && <NextAction page={page} />}
          {page.isToday && <CustomerTasks key={page.head.id} page={page} workspace={workspace} />}
          {page.isToday && (
            <CustomerTeam key={`team ${page.head.id}`} page={page} workspace={workspace} say={say} />
          )}
          {can('facts.write') && <SuggestedEvents page={page} workspace={workspace} />}
          <RiskSignals page={page} />
          <NextOffer page={page} />
          <GoodSignals page={page} />
          <WhyNot page={page} />
        </div>
      </div>
      <KeysLine
        keys={[
          ...(page.isToday && can('facts.write')
            ? [[['r'], e.keys.write] as const, [['p'], p.key] as const, [['q'], w.keys.pass] as const]
            : []),
          [['j'], w.keys.next],
          [['k'], w.keys.previous],
          [['[', ']'], c.history.day],
          [['?'], w.keys.all],
        ]}
      />
      {toast}
    </>
  );
}

function Head({ page }: { page: Page }) {
  const { w, f, c } = useCustomerSpeech();
  const { health } = page;
  const notes = [
    c.healthFigure(w.band[health.band]),
    [
      health.trend === null ? null : c.trend(f.signed(Math.round(health.trend))),
      c.coverage(f.share(health.coverage)),
      health.shallow ? c.shallow : null,
    ]
      .filter((part) => part !== null)
      .join(' · '),
  ];
  return (
    <Verdict
      before={
        <p className="nm">
          {page.head.name}
          <span className="mute">{headNotes(page, f, c)}</span>
        </p>
      }
      headline={page.verdict.text}
      why={page.verdict.why}
      notes={notes}
      figure={
        <b className={`st ${health.band}`}>
          <BandShape band={health.band} />
          {scoreText(health.score, f)}
        </b>
      }
    />
  );
}

function Strip({ page }: { page: Page }) {
  const { w, f, c } = useCustomerSpeech();
  return (
    <div className="facts">
      <dl>
        {customerStrip(page, f, w, c).map((item) => (
          <div key={item.label}>
            <dt>{item.label}</dt>
            <dd>
              {item.value}
              {item.note !== '' && <span className="mute">{item.note}</span>}
            </dd>
          </div>
        ))}
        {page.head.status !== 'ended' && (
          <div>
            <dt>{c.strip.action}</dt>
            <dd>
              {page.action.short}
              <span className="mute">{dueText(page.action.due, page.asOf, f, c)}</span>
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}

function Facts({ page, workspace }: { page: Page; workspace: string }) {
  const { w } = useCustomerSpeech();
  const [group, setGroup] = useState<FactGroup>('all');
  const facts = useInfiniteQuery(
    factsQuery(workspace, page.head.id, page.isToday ? undefined : page.asOf, group, w.language),
  );
  return (
    <FactTimeline
      items={facts.data?.pages.flatMap((part) => part.items) ?? (facts.isError ? [] : null)}
      total={facts.data?.pages[0]?.total ?? 0}
      asOf={page.asOf}
      group={group}
      onGroup={setGroup}
      hasNext={facts.hasNextPage}
      busy={facts.isFetchingNextPage}
      onMore={() => void facts.fetchNextPage()}
    />
  );
}
