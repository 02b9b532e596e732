// `perene demo`: the sample base in, or out. Its planted truth goes into a file beside the base, never into it.
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { loadSample, removeSample, type SampleDoor, type SampleLoaded } from '#actions/sample-base.ts';
import { sampleDefaults, truthRow, truthColumns, type Truth } from '#actions/sample-truth.ts';
import { Refusal } from '#actions/refusal.ts';
import { parseDay, type Day } from '#base/day.ts';
import { openStore } from '#store/open.ts';
import { numberText } from '#words/format.ts';
import type { Terminal } from './terminal.ts';
import { WrongUse, type Parsed } from './usage.ts';

function whole(parsed: Parsed, flag: 'accounts' | 'months' | 'seed'): number {
  const given = parsed.values[flag];
  if (given === undefined) return sampleDefaults[flag];
  if (typeof given !== 'string' || !/^\d{1,9}$/.test(given))
    throw new WrongUse(`--${flag} ${String(given)}?`, 'demo');
  return Number(given);
}

function dayAsked(parsed: Parsed): Day | null {
  const given = parsed.values['today'];
  if (typeof given !== 'string') return null;
  const day = parseDay(given);
  if (day === null) throw new Refusal('day-invalid', { value: given });
  return day;
}

type TruthFile = { readonly path: string; readonly told: (truth: Truth) => void; readonly close: () => void };

/** The file of the truth, one account a line: JSON, or a summary where the name ends in `.csv`. */
function truthFile(path: string): TruthFile {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'w');
  const csv = path.endsWith('.csv');
  writeSync(file, csv ? `${truthColumns.join(',')}\n` : '[');
  let first = true;
  return {
    path,
    told: (truth) => {
      writeSync(file, csv ? `${truthRow(truth)}\n` : `${first ? '\n' : ',\n'}${JSON.stringify(truth)}`);
      first = false;
    },
    close: () => {
      if (!csv) writeSync(file, '\n]\n');
      closeSync(file);
    },
  };
}

function loadedText(done: SampleLoaded, path: string, at: Terminal): string {
  const n = (value: number): string => numberText(value, at.locale);
  return at.locale === 'en'
    ? `${done.name}: ${n(done.accounts)} customers, ${n(done.facts)} facts, up to ${done.today}. All of it invented.\nPlanted truth: ${path}\nThe list: perene week --workspace ${done.workspace} · Take it away: perene demo --remove\n`
    : `${done.name}: ${n(done.accounts)} clientes, ${n(done.facts)} fatos, até ${done.today}. Tudo inventado.\nVerdade plantada: ${path}\nA lista: perene week --workspace ${done.workspace} · Retirar: perene demo --remove\n`;
}

async function load(at: Terminal, parsed: Parsed, door: SampleDoor): Promise<void> {
  const asked = parsed.values['truth'];
  const ask = {
    accounts: whole(parsed, 'accounts'),
    months: whole(parsed, 'months'),
    seed: whole(parsed, 'seed'),
    today: dayAsked(parsed),
  };
  const path = typeof asked === 'string' ? resolve(at.cwd, asked) : join(at.home, 'demo-truth.json');
  let file: TruthFile | null = null;
  let shown = 0;
  try {
    const done = await loadSample(
      door,
      ask,
      (some, of) => {
        if (some - shown < of / 10 && some < of) return;
        shown = some;
        at.note(at.locale === 'en' ? `${some} of ${of} customers\n` : `${some} de ${of} clientes\n`);
      },
      // Opened with the first account: a load that is refused leaves an older file as it was.
      (truth) => (file ??= truthFile(path)).told(truth),
    );
    at.out(
      parsed.values['json'] === true
        ? `${JSON.stringify({ ...done, truth: path })}\n`
        : loadedText(done, path, at),
    );
  } finally {
    (file as TruthFile | null)?.close();
  }
}

async function remove(at: Terminal, parsed: Parsed, door: SampleDoor): Promise<void> {
  const removed = await removeSample(door);
  if (parsed.values['json'] === true) return at.out(`${JSON.stringify({ removed })}\n`);
  const en = at.locale === 'en';
  if (removed) at.out(en ? 'The sample base is gone.\n' : 'A base de exemplo foi retirada.\n');
  else at.out(en ? 'There is no sample base here.\n' : 'Não há base de exemplo aqui.\n');
}

export async function demoCommand(at: Terminal, parsed: Parsed): Promise<void> {
  const now = at.now();
  const store = await openStore({
    home: at.home,
    now,
    ...(at.databaseUrl === undefined ? {} : { databaseUrl: at.databaseUrl }),
  });
  try {
    const door: SampleDoor = { store, actor: 'operator', door: 'cli', now, random: at.random };
    await (parsed.values['remove'] === true ? remove : load)(at, parsed, door);
  } finally {
    await store.close();
  }
}
