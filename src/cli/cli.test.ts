// The command line as it is run: exit codes, one JSON document, refusals in words, and company.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brMoney, sample, sheetBytes } from '#actions/testing-sheet.ts';
import { bookOf, textRow } from '#connectors/workbook/testing-workbooks.ts';
import { openStore, type Store } from '#store/open.ts';
import { withHome } from '#store/testing-home.ts';
import { gone, perene, says, started, type Ran } from './testing.ts';

const rows = sample(12, 'cli', 20_450).rows.map((row, i) => ({
  ...row,
  Cliente: i < 2 ? `Acme ${i} Filial` : row.Cliente,
}));
let folder: string;
let sheet: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'perene-cli-'));
  sheet = join(folder, 'clientes.csv');
  writeFileSync(sheet, sheetBytes(rows));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** A home whose database is held up by this process, so that no command waits for it to start. */
async function withBase<T>(body: (home: string, store: Store) => Promise<T>): Promise<T> {
  return withHome('casa com espaço', async ({ path }) => {
    const store = await openStore({ home: path, now: 0, embedded: { durable: false } });
    try {
      return await body(path, store);
    } finally {
      await store.close();
    }
  });
}

/** The one JSON document of a run that went well. */
function document<T>(ran: Ran): T {
  assert.equal(ran.code, 0, ran.err);
  assert.match(ran.out, /^[{[].*\n$/s);
  assert.equal(ran.out.trimEnd().split('\n').length, 1);
  return JSON.parse(ran.out) as T;
}

/** A refusal: code 1, a sentence on standard error, nothing on standard output. */
function refused(ran: Ran, words: RegExp): void {
  assert.deepEqual([ran.code, ran.out], [1, ''], ran.err);
  assert.match(ran.err, words);
  assert.doesNotMatch(ran.err, /\bat .*\.ts:\d+|\{\w+\}|undefined/);
}

type Week = {
  lines: { account: string; id: string; mrrCents: number }[];
  import?: { facts: { recorded: number } };
};

test('wrong use is 2 with the help on standard error; help itself is 0', async () => {
  const home = join(folder, 'unused');
  for (const args of [['week', '--color'], ['explain']]) {
    const ran = await perene(home, args);
    assert.deepEqual([ran.code, ran.out], [2, ''], args.join(' '));
    assert.match(ran.err, /perene/);
  }
  const ran = await perene(home, ['week', '--help', '--lang', 'en']);
  assert.deepEqual([ran.code, ran.err], [0, '']);
  assert.match(ran.out, /as it stood/);
});

test('a first week: imported, listed, explained, undone; one JSON document each', async () => {
  await withBase(async (home) => {
    const week = document<Week>(
      await perene(home, ['week', '--import', sheet, '--as-of', '2025-12-28', '--json']),
    );
    assert.equal(week.lines.length, rows.length);
    assert.ok((week.import?.facts.recorded ?? 0) > rows.length);
    const again = document<Week>(
      await perene(home, ['week', '--import', sheet, '--as-of', '2025-12-28', '--json']),
    );
    assert.equal(again.import?.facts.recorded, 0);
    const { import: _, ...first } = week;
    const { import: __, ...second } = again;
    assert.deepEqual(second, first);
    const named = rows[5]?.Cliente ?? '';
    const page = document<{ head: { name: string }; decision: object; profile: object }>(
      await perene(home, ['explain', named.toUpperCase(), '--as-of', '2025-12-28', '--json']),
    );
    assert.equal(page.head.name, named);
    const told = await perene(home, ['explain', named]);
    assert.equal(told.code, 0);
    assert.match(told.out, /Próxima ação/);
    const doctor = document<{ rebuilt: { filesDiffered: string[]; accounts: number } }>(
      await perene(home, ['doctor', '--rebuild', '--json']),
    );
    assert.deepEqual([doctor.rebuilt.accounts, doctor.rebuilt.filesDiffered], [rows.length, []]);
    const third = document<{ imports: string[] }>(
      await perene(home, ['import', sheet, '--today', '2025-12-29', '--json']),
    );
    const undone = document<{ accounts: number }>(
      await perene(home, ['import', '--undo', third.imports[0] ?? '', '--json']),
    );
    assert.equal(undone.accounts, 0);
    refused(await perene(home, ['import', '--undo', third.imports[0] ?? '']), /Nada a desfazer/);
    refused(await perene(home, ['import', '--undo', 'nenhuma']), /Importação não encontrada/);
  });
});

test('what cannot be read or found is refused in words, and records nothing', async () => {
  await withBase(async (home) => {
    document(await perene(home, ['import', sheet, '--today', '2025-12-28', '--json']));
    const count = async () =>
      document<{ workspaces: { accounts: number }[] }>(await perene(home, ['doctor', '--json'])).workspaces[0]
        ?.accounts;
    const empty = join(folder, 'vazia');
    mkdirSync(empty, { recursive: true });
    writeFileSync(join(folder, 'foto.csv'), Buffer.from([0, 1, 2, 3, 255, 254, 0, 0, 7]));
    writeFileSync(join(folder, 'map.yaml'), 'x: [');
    refused(await perene(home, ['import', join(folder, 'nada.csv')]), /não existe/);
    refused(await perene(home, ['import', empty]), /não há arquivo CSV/);
    refused(await perene(home, ['import', join(folder, 'foto.csv')]), /não é uma tabela/);
    refused(await perene(home, ['import', sheet, '--map', join(folder, 'map.yaml')]), /mapeamento/);
    refused(await perene(home, ['import', sheet, '--map', join(folder, 'nada.yaml')]), /não existe/);
    refused(
      await perene(home, ['week', '--import', sheet, '--as-of', '2999-01-01', '--json']),
      /ainda não chegou/,
    );
    refused(await perene(home, ['week', '--as-of', '28/12/2025']), /não é um dia/);
    refused(await perene(home, ['explain', 'Ninguém']), /Cliente não encontrado/);
    refused(await perene(home, ['explain', crypto.randomUUID()]), /Cliente não encontrado/);
    refused(await perene(home, ['explain', 'acme filial']), /Acme 0 Filial, Acme 1 Filial/);
    refused(await perene(home, ['week', '--workspace', 'outra']), /minha-empresa|Base não encontrada/);
    assert.equal(await count(), rows.length);
  });
});

test('a dry run shows what would be understood and records nothing; a folder brings its sheets', async () => {
  await withBase(async (home) => {
    const dry = document<{ files: { accepted: number }[]; facts: { recorded: number }; imports: string[] }>(
      await perene(home, ['import', sheet, '--dry-run', '--json']),
    );
    assert.deepEqual([dry.files[0]?.accepted, dry.facts.recorded, dry.imports], [rows.length, 0, []]);
    const doctor = async () =>
      document<{ workspaces: { accounts: number }[]; waiting: unknown[] }>(
        await perene(home, ['doctor', '--json']),
      );
    assert.deepEqual([(await doctor()).workspaces[0]?.accounts, (await doctor()).waiting], [0, []]);
    const both = join(folder, 'pasta');
    mkdirSync(both, { recursive: true });
    writeFileSync(join(both, 'a.csv'), sheetBytes(rows.slice(0, 6)));
    writeFileSync(join(both, 'b.CSV'), sheetBytes(rows.slice(6)));
    writeFileSync(join(both, 'leia-me.txt'), 'nada');
    writeFileSync(join(both, '~$c.xlsx'), 'cadeado do Excel');
    const sheets = [
      { name: 'Mais', rows: textRow(['Cliente', 'CNPJ']) + textRow(['Uma a mais', '']) },
      { name: 'Notas', rows: textRow(['só um lembrete']) },
    ];
    writeFileSync(join(both, 'c.xlsx'), bookOf({ sheets }));
    const report = document<{ files: unknown[]; imports: string[] }>(
      await perene(home, ['import', both, '--json']),
    );
    assert.deepEqual([report.files.length, report.imports.length], [4, 3]);
    assert.equal((await doctor()).workspaces[0]?.accounts, rows.length + 1);
    const shown = await perene(home, ['import', join(both, 'c.xlsx'), '--dry-run']);
    assert.match(shown.out, /c\.xlsx · Mais: 1 linha/);
    assert.match(shown.out, /c\.xlsx · Notas: Aba sem tabela: ficou de fora\./);
  });
});

test('two commands at once, and commands beside a running server, see one base', async () => {
  await withHome('companhia', async ({ path: home }) => {
    const changed = join(folder, 'mudada.csv');
    writeFileSync(
      changed,
      sheetBytes(rows.map((row) => ({ ...row, 'Valor mensal (R$)': brMoney(123_400) }))),
    );
    const both = await Promise.all([
      perene(home, ['import', sheet, '--today', '2025-12-28', '--json']),
      perene(home, ['import', sheet, '--today', '2025-12-28', '--json']),
    ]);
    const recorded = both.map((ran) => document<{ facts: { recorded: number } }>(ran).facts.recorded);
    assert.equal(Math.min(...recorded), 0);
    const server = started(home, ['start', '--port', '0']);
    const [, url = ''] = await says(server, /(http:\/\/127\.0\.0\.1:\d+)/);
    try {
      const second = performance.now();
      const other = await perene(home, ['start', '--port', '0']);
      refused(other, new RegExp(`${url}|${server.pid}`));
      assert.ok(performance.now() - second < 8000);
      const [week, found] = await Promise.all([
        perene(home, ['week', '--import', changed, '--as-of', '2025-12-29', '--json']),
        fetch(`${url}/api/v1/workspaces`).then(
          (answer) => answer.json() as Promise<{ slug: string; accounts: number }[]>,
        ),
      ]);
      assert.equal(found[0]?.accounts, rows.length);
      assert.ok(document<Week>(week).lines.every((line) => line.mrrCents === 123_400));
      const page = (await (
        await fetch(`${url}/api/v1/workspaces/${found[0]?.slug}/accounts?asOf=2025-12-29`)
      ).json()) as { total: number };
      assert.equal(page.total, rows.length);
    } finally {
      server.kill('SIGTERM');
    }
    assert.equal(await gone(server), 0);
    const week = document<Week>(await perene(home, ['week', '--as-of', '2025-12-29', '--json']));
    assert.equal(week.lines.length, rows.length);
  });
});

test('a busy port is said in a sentence, and a killed server leaves no lock behind', async () => {
  await withHome('porta', async ({ path: home }) => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    refused(await perene(home, ['start', '--port', String(port)]), new RegExp(String(port)));
    taken.close();
    // A start that fails after it listened ends too: here what it would say of itself has no place.
    mkdirSync(join(home, 'server.json'));
    assert.equal((await perene(home, ['start', '--port', '0'])).code, 1);
    rmSync(join(home, 'server.json'), { recursive: true });
    const killed = started(home, ['start', '--port', '0']);
    await says(killed, /http:\/\/127/);
    killed.kill('SIGKILL');
    await gone(killed);
    const next = started(home, ['start', '--port', '0']);
    await says(next, /http:\/\/127/);
    next.kill('SIGINT');
    assert.equal(await gone(next), 0);
  });
});
