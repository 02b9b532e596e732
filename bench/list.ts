// The list of 100,000 accounts over HTTP: first page, sorts, filters, search, a later page. Rows of the list are made
// directly, from decisions of real accounts; reading it never decides.
import { decideAccount, type AccountMaterial } from '#engine/decide-account.ts';
import { searchTokens } from '#actions/refold.ts';
import { listRow } from '#actions/list-row.ts';
import { decisionSetting } from '#actions/decide-accounts.ts';
import { maxBytes } from '#contract/common.ts';
import { formatDay } from '#base/day.ts';
import { decodeFile } from '#domain/account-file/decode.ts';
import { encodeFile } from '#domain/account-file/encode.ts';
import { decodeDays } from '#domain/usage-day/decode.ts';
import { inWorkspace } from '#store/in-workspace.ts';
import { alikeText } from '#store/lists.ts';
import type { Session } from '#actions/session.ts';
import type pg from 'pg';
import { accountOf, headOf, usageOf, type BaseShape } from './base.ts';
import { copyIn, type Cell } from './copy.ts';
import { benchBase, cover } from './database.ts';
import { ask, openDoor } from './doors.ts';
import { quantileOf, timed, type Figure } from './measure.ts';
import { typical } from './shapes.ts';

const shape: BaseShape = { ...typical, accounts: 100_000, facts: 300, usageDays: 200, heavyEvery: 0 };
const models = 200;
const runs = 25;

const listColumns =
  'workspace_id, as_of, account_id, method_version, context_hash, name_key, status, segment, band, score, trend, mrr_cents, at_stake_cents, renews_on, stages, signals, listed, at_risk, ready, stalled, in_window, late_window, shallow, offer, offer_priority, attention, alike, owner, talked_on, action_due, decision';
/** Forty people look after the accounts; one in twenty has nobody. */
const ownerOf = (index: number): string | null => (index % 20 === 7 ? null : `pessoa-${index % 40}`);
const array = (texts: readonly string[]): string => `{${texts.join(',')}}`;

async function fill(owner: pg.Client, session: Session): Promise<void> {
  await cover(session, shape);
  const setting = await inWorkspace(session.store, session.workspaceId, (tx) =>
    decisionSetting(tx, session, shape.today),
  );
  const { method, frame, hashed } = setting;
  const by = { method: method.compiled, version: method.version, contextHash: hashed.hash };
  const made = Array.from({ length: models }, (_, index) => {
    const account = accountOf(shape, index);
    const { file, refs } = encodeFile(account.facts, shape.zone);
    const days = [...usageOf(shape, index, account.lot)].map((day) => day.data);
    const material: AccountMaterial = { file: decodeFile(file), days: decodeDays(days), checkpoints: {} };
    return {
      file,
      refs,
      facts: account.facts.length,
      decided: decideAccount(material, shape.today, { frame, method: method.compiled }, hashed.context),
    };
  });
  const at = new Date(session.now).toISOString();
  const heads = Array.from({ length: shape.accounts }, (_, index) => {
    const { id, name, taxId, segment } = headOf(shape, index);
    return { id, name, taxId, segment, model: made[(index * 7919) % models] };
  });
  function* rows(
    make: (head: (typeof heads)[number], index: number) => Iterable<readonly Cell[]>,
  ): Generator<readonly Cell[]> {
    for (const [index, head] of heads.entries()) yield* make(head, index);
  }
  const w = session.workspaceId;
  const columns = (text: string): string[] => text.split(', ');
  await copyIn(
    owner,
    'app.account',
    columns('workspace_id, account_id, root_id, name, tax_id, segment, created_at'),
    rows(({ id, name, taxId, segment }) => [[w, id, id, name, taxId, segment, at]]),
  );
  await copyIn(
    owner,
    'app.account_token',
    columns('workspace_id, token, account_id'),
    rows(({ id, name, taxId }) => searchTokens(name, taxId).map((word) => [w, word, id])),
  );
  await copyIn(
    owner,
    'app.account_file',
    columns('workspace_id, account_id, file, refs, facts, owner'),
    rows(({ id, model }, index) =>
      model ? [[w, id, model.file, model.refs, model.facts, ownerOf(index)]] : [],
    ),
  );
  await copyIn(
    owner,
    'app.account_list',
    columns(listColumns),
    rows(({ id, name, segment, model }, index) => {
      if (!model) return [];
      const r = listRow({ id, name, assigned: true }, model.decided, by);
      // Money and score are spread, so that no sort meets two hundred equal values.
      const mrr = r.mrrCents === null ? null : r.mrrCents + index;
      const score = r.score === null ? null : Math.max(0, Math.min(100, r.score + ((index % 61) - 30) / 10));
      return [
        [
          w,
          formatDay(shape.today),
          id,
          r.methodVersion,
          r.contextHash,
          r.nameKey,
          r.status,
          segment,
          r.band,
          score,
          r.trend,
          mrr,
          r.atStakeCents,
          r.renewsOn,
          array(r.stages),
          array(r.signals),
          r.listed,
          r.atRisk,
          r.ready,
          r.stalled,
          r.inWindow,
          r.lateWindow,
          r.shallow,
          r.offer,
          r.offerPriority,
          r.attention,
          alikeText({ ...r, segment }),
          ownerOf(index),
          // Spread, so that a filter by days finds some.
          formatDay(shape.today - ((index * 31) % 120)),
          r.actionDue,
          JSON.stringify(r.decision),
        ],
      ];
    }),
  );
}

const asked: readonly (readonly [what: string, query: string])[] = [
  ['first page', ''],
  ['sorted by revenue', 'sort=mrr&dir=desc'],
  ['sorted by name', 'sort=name'],
  ['sorted by renewal', 'sort=renewsOn'],
  ['filtered: red of one segment', 'band=red&segment=smb'],
  ['view: at risk', 'view=risk&sort=rank'],
  ['view: renewals in their window', 'view=renewal&sort=renewsOn'],
  ['filtered by stage', 'stage=adoption'],
  ['filtered: one owner', 'owner=pessoa-3'],
  ['filtered: nobody talked for 90 days, by stake', 'quiet=90&sort=atStake&dir=desc'],
  ['filtered: much at stake, one signal', 'stakeFrom=5000000&signal=usage_drop'],
  ['sorted by trend', 'sort=trend'],
  ['sorted by owner', 'sort=owner'],
  ['search of two words', 'q=aurora saude'],
  ['search of one customer', 'q=mirante 4242'],
];

export async function list(say: (line: string) => void): Promise<readonly Figure[]> {
  const base = await benchBase('list', shape, async (owner, session) => {
    say(`making the base: ${shape.accounts} accounts on a list`);
    await fill(owner, session);
  });
  const door = await openDoor(base);
  try {
    const figures: Figure[] = [];
    const measure = async (what: string, url: string): Promise<string> => {
      const times: number[] = [];
      let text = '';
      const busy = process.cpuUsage();
      for (let run = 0; run < runs + 3; run++) {
        const { ms, value } = await timed(() => ask(url));
        if (run >= 3) times.push(ms);
        text = value;
      }
      const { user, system } = process.cpuUsage(busy);
      const cpu = user + system;
      const bytes = Buffer.byteLength(text);
      const value = quantileOf(times, 0.95);
      const data = `${shape.accounts} accounts on the list of a day, 60 rows a page`;
      figures.push({
        what: `list, ${what}`,
        data,
        unit: 'ms',
        runs,
        median: quantileOf(times, 0.5),
        tail: { q: 'p95', value },
        goal: 'p95 < 120 ms',
        met: value < 120 && bytes <= maxBytes,
        note: `${Math.round(bytes / 1024)} kB; processor of this process ${(cpu / 1000 / (runs + 3)).toFixed(1)} ms an answer`,
      });
      return text;
    };
    for (const [what, query] of asked) await measure(what, `${door.workspaceUrl}/accounts?${query}`);
    await measure('points of all', `${door.workspaceUrl}/account-points`);
    await measure('points of a filter', `${door.workspaceUrl}/account-points?segment=smb`);
    const first = JSON.parse(await ask(`${door.workspaceUrl}/accounts?sort=mrr&dir=desc`)) as {
      nextCursor: string;
      total: number;
    };
    say(`${first.total} accounts on the list`);
    await measure(
      'second page',
      `${door.workspaceUrl}/accounts?sort=mrr&dir=desc&cursor=${first.nextCursor}`,
    );
    return figures;
  } finally {
    await door.close();
    await base.close();
  }
}
