// Tables that firms and simulators really export, by inference alone: every row has its fate, and the facts add up to
// the figures that stand beside the data.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseDay } from '#base/day.ts';
import type { FactDraft } from './draft.ts';
import type { SheetImport } from './import-sheet.ts';
import { addsUp, bring, facts, sound, today } from './sheet-fixture.ts';

const data = '../shared/data';
const at = (folder: string) => ({
  skip: existsSync(`${data}/${folder}`) ? false : `skipped: ${data}/${folder} is not here`,
});
const read = (path: string, day = '2026-04-15', yaml?: string): Promise<SheetImport> =>
  bring(readFileSync(`${data}/${path}`), {
    path: path.split('/').at(-1) ?? path,
    today: today(day),
    ...(yaml === undefined ? {} : { yaml }),
  });
const text = (path: string): string => readFileSync(`${data}/${path}`, 'utf8');

/** Accepted, refused, duplicates; checks that they and what was skipped are all rows. */
function fates(result: SheetImport, rows: number): readonly number[] {
  assert.equal(result.report.rows, rows);
  addsUp(result.report);
  return [result.report.accepted, result.report.refused, result.report.duplicates];
}

function of<T extends FactDraft['type']>(result: SheetImport, type: T): Extract<FactDraft, { type: T }>[] {
  return facts(result).filter((fact): fact is Extract<FactDraft, { type: T }> => fact.type === type);
}

/** Net promoter score of the answers, in points. */
function nps(result: SheetImport): number {
  const scores = of(result, 'survey-answered').map((fact) => fact.body.score);
  const share = (test: (score: number) => boolean): number => scores.filter(test).length / scores.length;
  return 100 * (share((score) => score >= 9) - share((score) => score <= 6));
}

/** Rows of a small reference file: header → cell. */
function table(path: string): readonly Readonly<Record<string, string>>[] {
  const [head = '', ...lines] = text(path).trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i] ?? '', cell])));
}

test(
  'content platform: customers, answers, tickets, usage by month',
  at('contentstack_renewals'),
  async () => {
    const folder = 'contentstack_renewals';
    const known = JSON.parse(text(`${folder}/reference.json`));
    const accounts = await read(`${folder}/accounts.csv`);
    assert.deepEqual(fates(accounts, known.accounts), [known.accounts, 0, 0]);
    const arr = of(accounts, 'contract-signed').flatMap((fact) =>
      fact.body.lines.map((line) => line.cents ?? 0),
    );
    assert.equal(arr.reduce((sum, cents) => sum + cents, 0) / 100, known.arr_total);
    const ends = of(accounts, 'contract-signed')
      .map((fact) => String(fact.body.plannedEnd))
      .toSorted();
    assert.deepEqual([ends[0], ends.at(-1)], [known.contract_end_min, known.contract_end_max]);
    const answers = await read(`${folder}/nps_responses.csv`);
    assert.deepEqual(fates(answers, known.nps.rows), [known.nps.rows, 0, 0]);
    assert.ok(Math.abs(nps(answers) - known.nps.nps) < 1e-9);
    const silent = of(answers, 'survey-answered').filter((fact) => fact.body.comment === undefined);
    assert.equal(silent.length, known.nps.missing_comment);
    const tickets = await read(`${folder}/support_tickets.csv`);
    assert.deepEqual(fates(tickets, known.tickets), [known.tickets, 0, 0]);
    assert.equal(of(tickets, 'ticket-closed').length, known.ticket_status.Resolved);
    const usage = await read(`${folder}/usage_metrics.csv`);
    assert.deepEqual(fates(usage, 720), [720, 0, 0]);
    const reported = of(usage, 'usage-period-reported');
    assert.equal(reported.length, 4 * 720);
    const months = [...new Set(reported.map((fact) => fact.body.from.slice(0, 7)))].toSorted();
    assert.deepEqual(months, known.usage_months);
    assert.deepEqual(
      of(usage, 'source-covered').map(({ body }) => [
        body.metric,
        body.from,
        body.to,
        body.grain,
        body.scope,
      ]),
      ['api_calls', 'content_entries_created', 'active_users', 'workflows_triggered', 'events']
        .map((metric) => [metric, '2025-10-01', '2026-03-31', 'month', 'workspace'])
        .toSorted((a, b) => order(reported, a[0] ?? '') - order(reported, b[0] ?? '')),
    );
    for (const result of [accounts, answers, tickets, usage]) {
      assert.ok(result.ready);
      sound(result);
    }
  },
);

/** Place of a metric among the facts as they were told; what is not among them comes last. */
function order(reported: readonly { readonly body: { readonly metric: string } }[], metric: string): number {
  const place = reported.findIndex((fact) => fact.body.metric === metric);
  return place < 0 ? reported.length : place;
}

/** Cents a month of all contracts at the start of a day, movements on top of what was signed. */
function monthlyAt(day: number, customers: SheetImport, moved: SheetImport | null): number {
  const ended = new Map(of(customers, 'contract-ended').map((fact) => [fact.account?.key, fact.occurredOn]));
  let total = 0;
  const deltas = new Map<string, readonly [number, number]>();
  for (const fact of moved === null ? [] : of(moved, 'contract-amended')) {
    if (fact.occurredOn >= day) continue;
    const cents = fact.body.lines.reduce((sum, line) => sum + (line.cents ?? 0), 0);
    const key = fact.account?.key ?? '';
    if ((deltas.get(key)?.[0] ?? -1) <= fact.occurredOn) deltas.set(key, [fact.occurredOn, cents]);
  }
  for (const fact of of(customers, 'contract-signed')) {
    const start = parseDay(fact.body.start ?? '') ?? 0;
    const end = fact.body.plannedEnd ? (parseDay(fact.body.plannedEnd) ?? Infinity) : Infinity;
    if (start >= day && moved) continue;
    if (start > day || end < day || (ended.get(fact.account?.key) ?? Infinity) < (moved ? day : day + 1))
      continue;
    for (const line of fact.body.lines) total += (line.cents ?? 0) / (line.months ?? 1);
    total += deltas.get(fact.account?.key ?? '')?.[1] ?? 0;
  }
  return Math.round(total);
}

test('HR software: customers with the day they left, movements, answers', at('personio_case'), async () => {
  const folder = 'personio_case';
  const customers = await read(`${folder}/customer.csv`);
  assert.deepEqual(fates(customers, 498), [498, 0, 0]);
  assert.equal(of(customers, 'contract-ended').length, 48);
  const moved = await read(`${folder}/mrr_movements.csv`);
  assert.deepEqual(fates(moved, 399), [398, 1, 0]);
  assert.deepEqual(
    moved.report.problems.map((problem) => problem.code),
    ['key_missing'],
  );
  const answers = await read(`${folder}/nps.csv`);
  assert.deepEqual(fates(answers, 348), [348, 0, 0]);
  assert.equal(answers.report.mapping['Data_Received'], 'answeredOn');
  for (const result of [customers, moved, answers]) {
    assert.ok(result.ready);
    sound(result);
  }
  for (const month of table(`${folder}/reference_mrr_movements_monthly.csv`)) {
    const day = parseDay(`${month['month']}-01`) ?? 0;
    assert.equal(monthlyAt(day, customers, moved) / 100, Number(month['start_mrr']), String(month['month']));
  }
  assert.equal(nps(answers).toFixed(2), '-54.02');
});

test('a CRM simulator: accounts and contracts by term', at('fightchurn_sim_crm5'), async () => {
  const folder = 'fightchurn_sim_crm5';
  const customers = await read(`${folder}/account.csv`, '2024-02-12');
  assert.deepEqual(fates(customers, 544), [544, 0, 0]);
  const contracts = await read(`${folder}/subscription.csv`, '2024-02-12');
  assert.deepEqual(fates(contracts, 13_137), [13_137, 0, 0]);
  assert.ok(contracts.ready);
  for (const month of table(`${folder}/reference/own_mrr_movements_grr_nrr_monthly.csv`)) {
    const start = parseDay(month['start_date'] ?? '') ?? 0;
    assert.equal(
      monthlyAt(start, contracts, null) / 100,
      Number(month['start_mrr']),
      String(month['start_date']),
    );
  }
  const events = await read(`${folder}/event_raw_sample.csv`, '2024-02-12');
  assert.deepEqual(fates(events, 15_661), [15_661, 0, 0]);
  assert.equal(of(events, 'usage-tracked').length, 15_661);
});

type Fate = readonly [table: string, accepted: number, refused: number, code: string];
const exports: Readonly<Record<string, Fate>> = {
  'hubspot/company_data.csv': ['accounts', 24, 0, ''],
  'hubspot/contact_data.csv': ['contacts', 1, 21, 'key_missing'],
  'hubspot/owner_data.csv': ['contacts', 0, 100, 'ask_no_key'],
  'hubspot/ticket_data.csv': ['tickets', 0, 25, 'ask_no_key'],
  'hubspot/engagement_meeting_data.csv': ['meetings', 0, 100, 'ask_no_key'],
  'hubspot/deal_contact_data.csv': ['accounts', 0, 11, 'ask_other_file_key'],
  'hubspot/ticket_company_data.csv': ['accounts', 2, 7, 'ask_which_table'],
  'zendesk/organization_data.csv': ['accounts', 10, 0, ''],
  'zendesk/ticket_data.csv': ['tickets', 9, 1, 'key_missing'],
  'zendesk/user_data.csv': ['contacts', 7, 3, 'key_missing'],
  'zendesk/ticket_comment_data.csv': ['tickets', 0, 20, 'ask_other_file_key'],
  'stripe_csv/customer_data.csv': ['accounts', 12, 0, ''],
  'stripe_csv/subscription_data.csv': ['subscriptions', 2, 0, ''],
  'stripe_csv/charge_data.csv': ['invoices', 16, 0, 'ask_which_unit'],
};

test('exports of a CRM, a help desk and a billing system', at('connector_fixtures'), async () => {
  for (const [path, [kind, accepted, refused, code]] of Object.entries(exports)) {
    const result = await read(`connector_fixtures/${path}`);
    addsUp(result.report);
    sound(result);
    const { table: found, accepted: kept, refused: out, problems } = result.report;
    assert.deepEqual([path, found, kept, out], [path, kind, accepted, refused]);
    const codes = problems.map((problem) => problem.code);
    if (code === '') assert.ok(result.ready, path);
    else assert.ok(codes.includes(code), `${path}: ${codes.slice(0, 3).join()}`);
  }
});

test('charges in whole cents, once a person says so', at('connector_fixtures'), async () => {
  const yaml = 'charge_data.csv: { table: invoices, amounts: cents }';
  const charges = await read('connector_fixtures/stripe_csv/charge_data.csv', '2026-04-15', yaml);
  assert.ok(charges.ready);
  const [first] = of(charges, 'invoice-issued');
  assert.deepEqual([first?.body.grossCents, first?.body.currency], [3_293_232, 'USD']);
  assert.ok(of(charges, 'charge-failed').length > 0);
});
