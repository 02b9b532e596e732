// What another method would change today, account by account, by the same deciding as ever; nothing of it is kept.
import { formatDay } from '#base/day.ts';
import { dayAt } from '#base/zone.ts';
import type { Band, Decision } from '#domain/decision.ts';
import type { CompiledMethod } from '#domain/method/compile.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { listedAfter, listedCount, type ListedRow } from '#store/list-attention.ts';
import { byMedian, decideOnly, type DecisionSetting } from './decide-accounts.ts';
import { decisionContext, medianContext } from './decision-context.ts';
import { ensureList } from './ensure-list.ts';
import type { ListedDecision } from './list-row.ts';
import { chosenIn, type MethodChoice } from './method.ts';
import { runningMethod } from './running-method.ts';
import { must, type Session } from './session.ts';
import { readSetting } from './workspace-setting.ts';

/** Accounts that are decided for a look, first of the list first: it answers while one waits. */
export const mostPreviewed = 2_000;
const atOnce = 400;
const shownExamples = 12;

type Seen = Pick<Decision, 'health' | 'stages' | 'action' | 'offer' | 'atRisk' | 'ready'>;
export type Aspect = 'band' | 'stage' | 'action' | 'offer' | 'list';
export type PreviewedAccount = {
  readonly id: string;
  readonly name: string;
  readonly aspects: readonly Aspect[];
  readonly before: Seen;
  readonly after: Seen;
};
export type MethodPreview = {
  /** The version it was looked at beside. */
  readonly over: number;
  /** The methods whose words the two sides speak. */
  readonly running: CompiledMethod;
  readonly chosen: CompiledMethod;
  /** Accounts on today's list, and how many of them were decided for this. */
  readonly total: number;
  readonly looked: number;
  readonly changed: number;
  readonly byAspect: Readonly<Record<Aspect, number>>;
  /** Accounts by band before and after, where they differ; most first. */
  readonly bands: readonly { readonly from: Band; readonly to: Band; readonly accounts: number }[];
  readonly examples: readonly PreviewedAccount[];
};

const stagesOf = ({ stages }: Seen): string => stages.map(({ stage }) => stage).join();

/** In which respects two decisions of an account differ for whoever reads the list. */
export function aspectsOf(before: Seen, after: Seen): Aspect[] {
  const differs: Readonly<Record<Aspect, boolean>> = {
    band: before.health.band !== after.health.band,
    stage: stagesOf(before) !== stagesOf(after),
    action: before.action.key !== after.action.key,
    offer: before.offer !== after.offer,
    list: before.atRisk !== after.atRisk || before.ready !== after.ready,
  };
  return (Object.keys(differs) as Aspect[]).filter((aspect) => differs[aspect]);
}

function bandMoves(accounts: readonly PreviewedAccount[]): MethodPreview['bands'] {
  const moves = new Map<string, { from: Band; to: Band; accounts: number }>();
  for (const { before, after } of accounts) {
    const [from, to] = [before.health.band, after.health.band];
    if (from === to) continue;
    const known = moves.get(`${from} ${to}`);
    if (known) known.accounts += 1;
    else moves.set(`${from} ${to}`, { from, to, accounts: 1 });
  }
  return [...moves.values()].toSorted((a, b) => b.accounts - a.accounts);
}

/** Decides listed accounts by another method; `rows` are what the running one says. */
async function previewed(
  tx: Tx,
  session: Session,
  rows: readonly ListedRow[],
  setting: DecisionSetting,
): Promise<PreviewedAccount[]> {
  const day = dayAt(session.now, setting.frame.zone);
  const median = await medianContext(tx, session.workspaceId, setting.hashed, day);
  const ids = rows.map(({ accountId }) => accountId);
  const { decided } = await decideOnly(tx, session, ids, day, setting);
  const settled = await byMedian(tx, session, decided, day, setting, median);
  const after = new Map(settled.map((one) => [one.material.accountId, one.decided.decision]));
  return rows.flatMap(({ accountId, name, decision }) => {
    const before = decision as ListedDecision;
    const then = after.get(accountId);
    if (!then) return [];
    const aspects = aspectsOf(before, then);
    return aspects.length === 0 ? [] : [{ id: accountId, name, aspects, before, after: then }];
  });
}

/** A number that no version has: nothing kept under one is taken for this method's. */
const noVersion = 0;

async function settingOf(tx: Tx, session: Session, compiled: CompiledMethod): Promise<DecisionSetting> {
  const setting = await readSetting(tx, session.workspaceId);
  const running = await runningMethod(tx, session.workspaceId, session.now);
  const day = dayAt(session.now, setting.frame.zone);
  return {
    ...setting,
    method: { ...running, version: noVersion, compiled },
    hashed: await decisionContext(tx, setting, compiled, day),
  };
}

/** What publishing a method would change on today's list. `step` hears how many accounts were decided. */
export async function previewMethod(
  session: Session,
  choice: MethodChoice,
  step: (accounts: number) => void = () => undefined,
): Promise<MethodPreview> {
  must(session, 'method.write');
  const { store, workspaceId, now } = session;
  const within = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inWorkspace(store, workspaceId, work);
  const begun = await within(async (tx) => {
    const { compiled } = await chosenIn(tx, session, choice);
    const running = await runningMethod(tx, workspaceId, now);
    const { frame } = await readSetting(tx, workspaceId);
    return { compiled, running, day: dayAt(now, frame.zone) };
  });
  await ensureList(session, begun.day, false);
  const setting = await within((tx) => settingOf(tx, session, begun.compiled));
  const changed: PreviewedAccount[] = [];
  const total = await within((tx) => listedCount(tx, workspaceId, formatDay(begun.day)));
  let looked = 0;
  for (let after: ListedRow['place'] | null = null; looked < mostPreviewed;) {
    const rows: ListedRow[] = await within(async (tx) => {
      const page = await listedAfter(tx, workspaceId, formatDay(begun.day), after, atOnce);
      changed.push(...(await previewed(tx, session, page, setting)));
      return page;
    });
    looked += rows.length;
    step(looked);
    if (rows.length < atOnce) break;
    after = rows.at(-1)?.place ?? null;
  }
  const count = (aspect: Aspect): number => changed.filter(({ aspects }) => aspects.includes(aspect)).length;
  return {
    over: begun.running.version,
    running: begun.running.compiled,
    chosen: begun.compiled,
    total,
    looked,
    changed: changed.length,
    byAspect: {
      band: count('band'),
      stage: count('stage'),
      action: count('action'),
      offer: count('offer'),
      list: count('list'),
    },
    bands: bandMoves(changed),
    examples: changed.slice(0, shownExamples),
  };
}
