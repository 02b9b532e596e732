// Who looks after a customer, since when, and what whoever comes next must know.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readAccountTeam } from '#actions/account-team.ts';
import { handOver } from '#actions/hand-over.ts';
import { openTasks } from '#actions/open-tasks.ts';
import { rightsOf } from '#actions/session.ts';
import { bring, record, session } from '#actions/testing.ts';
import { readWeek } from '#actions/week.ts';
import { teamWords } from '#words/team.ts';
import { freshWorkspace, testStore, type TestStore } from '#store/testing.ts';

let base: TestStore;
before(async () => {
  base = await testStore();
});
after(async () => await base.close());

const sheet = Buffer.from(
  'Cliente;Valor mensal;Início;Renovação;Responsável (CS)\nAcme;1000,00;20/03/2025;20/09/2026;Ana Prado\nBeta;500,00;01/02/2026;;Beto Lima\n',
);

async function firm() {
  const workspace = await freshWorkspace(base.store);
  const by = (day = '2026-04-15') => session(base.store, workspace, day);
  await bring(by(), sheet);
  const ids = new Map((await readWeek(by(), undefined)).accounts.map(({ id, name }) => [name, id]));
  return { by, acme: ids.get('Acme') ?? '' };
}

test('the note says what is open, what was promised and when it renews', async () => {
  const { by, acme } = await firm();
  const due = { dueOn: '2026-04-20', dueTime: null, withinHours: null };
  await openTasks(by(), { accounts: [acme], what: 'Enviar o plano', owner: null, ...due }, null);
  await record(by(), [
    {
      type: 'promise-made',
      body: { promise: 'p1', what: 'Painel por filial', dueOn: '2026-05-02' },
      source: 'crm',
      externalId: 'p1',
      account: { id: acme },
      occurredAt: '2026-04-01T12:00:00Z',
    },
  ]);
  const said = teamWords(await readAccountTeam(by(), acme), 'pt-BR');
  assert.deepEqual(
    said.team.map(({ name, roleLabel }) => [name, roleLabel]),
    [['Ana Prado', 'CSM']],
  );
  assert.equal(said.tasks, 1);
  assert.match(said.note, /Renova em 20\/09\/2026\./);
  assert.match(said.note, /Em aberto: Enviar o plano \(até 20\/04\/2026\)\./);
  assert.match(said.note, /Prometemos 1 coisa que falta cumprir \(até 02\/05\/2026\)\./);
  assert.doesNotMatch(teamWords(await readAccountTeam(by(), acme), 'en').note, /Renova|Prometemos|Em aberto/);
});

test('who takes over is there since the day they did; who may only look passes nobody on', async () => {
  const { by, acme } = await firm();
  const to = (await readAccountTeam(by(), acme)).choices.find((key) => key !== 'ana prado') ?? '';
  await handOver(by('2026-04-20'), { accounts: [acme], role: 'csm', to, tasks: true }, null);
  const { team, mayPass } = teamWords(await readAccountTeam(by('2026-04-21'), acme), 'pt-BR');
  assert.deepEqual(
    team.map(({ member, since }) => [member, since]),
    [[to, '2026-04-20']],
  );
  assert.equal(mayPass, true);
  const looking = { ...by('2026-04-21'), ...rightsOf('viewer') };
  assert.equal((await readAccountTeam(looking, acme)).mayPass, false);
});

test('who sees their own customers alone finds no team of others', async () => {
  const { by, acme } = await firm();
  const beto = { ...by(), ...rightsOf('csm', 'beto lima') };
  await assert.rejects(readAccountTeam(beto, acme), { code: 'account-not-found' });
});
