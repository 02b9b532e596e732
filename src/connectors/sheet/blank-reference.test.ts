// Every open table with its headers blanked: most columns are still proposed right, the rest is asked, and nothing is
// claimed wrongly with confidence. Tables of a vendor's database (dozens of flags and codes) are outside this.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Proposal } from './infer.ts';
import { addsUp, bring } from './sheet-fixture.ts';

const data = '../shared/data';
/** Table → least share of its columns that content alone proposes right. */
const tables: Readonly<Record<string, number>> = {
  'planilha_br/clientes.csv': 0.8,
  'contentstack_renewals/accounts.csv': 0.8,
  'contentstack_renewals/nps_responses.csv': 0.8,
  'contentstack_renewals/support_tickets.csv': 0.8,
  'contentstack_renewals/usage_metrics.csv': 0.8,
  'personio_case/customer.csv': 0.8,
  'personio_case/mrr_movements.csv': 0.8,
  'personio_case/nps.csv': 0.8,
  // A code, a channel, a country and one date: what the date is of, only a header can tell. It is asked.
  'fightchurn_sim_crm5/account.csv': 0.75,
  'fightchurn_sim_crm5/subscription.csv': 0.8,
  'fightchurn_sim_crm5/event_raw_sample.csv': 0.8,
  'fightchurn_sim_socialnet7/account.csv': 0.8,
  'fightchurn_sim_socialnet7/subscription.csv': 0.8,
};
const amounts = new Set(['monthly', 'annual', 'oneOff', 'amount']);
const ends = new Set(['plannedEnd', 'actualEnd', 'end']);
const nothing = new Set(['custom', 'ignore', 'remark']);

/** A period or an end that is asked about, and a measure whose name is asked, are proposed right. */
function right(named: Proposal, blank: Proposal): boolean {
  if (named.field === blank.field) return true;
  if (blank.field === 'amount') return amounts.has(named.field);
  if (blank.field === 'end') return ends.has(named.field);
  return blank.field === 'measure' && named.field === 'activeUsers';
}

for (const [path, least] of Object.entries(tables)) {
  const skip = existsSync(`${data}/${path}`) ? false : `skipped: ${data}/${path} is not here`;
  test(`${path} without its headers`, { skip }, async (t) => {
    const bytes = readFileSync(`${data}/${path}`);
    const named = await bring(bytes, { path });
    const mark = path.startsWith('planilha') ? ';' : ',';
    const header = Buffer.from(mark.repeat(Object.keys(named.report.mapping).length - 1));
    const blank = await bring(Buffer.concat([header, bytes.subarray(bytes.indexOf(10))]), { path });
    addsUp(blank.report);
    assert.equal(blank.report.table, named.report.table);
    const pairs = (named.plan?.proposals ?? [])
      .map((proposal, at) => [proposal, blank.plan?.proposals[at]] as const)
      .flatMap(([a, b]) => (b === undefined || b.reason === 'empty' ? [] : [[a, b] as const]));
    const hits = pairs.filter(([a, b]) => right(a, b)).length;
    t.diagnostic(`${hits} of ${pairs.length} columns`);
    assert.ok(hits >= least * pairs.length, pairs.map(([a, b]) => `${a.field}=${b.field}`).join(' '));
    for (const [a, b] of pairs)
      assert.ok(right(a, b) || b.asks.length > 0 || nothing.has(b.field), `${a.header}: ${b.field}`);
  });
}
