// The maps that the book shows are read, and on the tables they were written for every row has its fate.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { mapFor } from '#connectors/sheet/map-for.ts';
import { readMapFile } from '#connectors/sheet/mapping-file.ts';
import { addsUp, bring, sound } from '#connectors/sheet/sheet-fixture.ts';

const maps = resolve(import.meta.dirname, '../../docs/book/maps');
const data = '../shared/data';
/** Map → table → rows that come in. Long tables of usage are left to the long run. */
const expected: Readonly<Record<string, readonly (readonly [path: string, accepted: number])[]>> = {
  'content-platform.yaml': [
    ['contentstack_renewals/accounts.csv', 120],
    ['contentstack_renewals/nps_responses.csv', 98],
    ['contentstack_renewals/support_tickets.csv', 271],
    ['contentstack_renewals/usage_metrics.csv', 720],
  ],
  'hr-software.yaml': [
    ['personio_case/customer.csv', 498],
    ['personio_case/mrr_movements.csv', 398],
    ['personio_case/nps.csv', 348],
  ],
  'subscription-simulator.yaml': [
    ['fightchurn_sim_crm5/account.csv', 544],
    ['fightchurn_sim_crm5/subscription.csv', 13_137],
    ['fightchurn_sim_socialnet7/account.csv', 3226],
    ['fightchurn_sim_socialnet7/subscription.csv', 12_641],
  ],
  'billing-and-support.yaml': [
    ['connector_fixtures/stripe_csv/charge_data.csv', 16],
    ['connector_fixtures/stripe_csv/subscription_data.csv', 2],
    ['connector_fixtures/stripe_csv/customer_data.csv', 12],
    ['connector_fixtures/zendesk/organization_data.csv', 10],
    ['connector_fixtures/zendesk/user_data.csv', 7],
    ['connector_fixtures/hubspot/company_data.csv', 24],
  ],
};

test('every map of the book is one that is read here', () => {
  assert.deepEqual(readdirSync(maps).toSorted(), Object.keys(expected).toSorted());
});

for (const [name, tables] of Object.entries(expected)) {
  const yaml = readFileSync(join(maps, name), 'utf8');
  test(`${name} says what can be read`, () => {
    const read = readMapFile(yaml);
    assert.ok(!('problems' in read), JSON.stringify(read));
    for (const [path] of tables) assert.ok(mapFor(read.map, path), path);
  });
  for (const [path, accepted] of tables) {
    const skip = existsSync(`${data}/${path}`) ? false : `skipped: ${data}/${path} is not here`;
    test(`${name}: ${path}`, { skip }, async () => {
      const result = await bring(readFileSync(`${data}/${path}`), { path, yaml });
      assert.deepEqual([result.report.accepted, result.asks], [accepted, []]);
      assert.ok(result.ready);
      addsUp(result.report);
      sound(result);
    });
  }
}
