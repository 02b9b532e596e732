// `npm run bench` measures every piece, `npm run bench -- fact list` those by name. It prints, and writes nothing else.
// Each piece runs in a process of its own, so that none feels the memory or the warmed code of another.
import { spawnSync } from 'node:child_process';
import { fact } from './fact.ts';
import { importing } from './import.ts';
import { inMemory } from './in-memory.ts';
import { ingest } from './ingest.ts';
import { list } from './list.ts';
import { machine, versions, yardsticks, type Figure, type Piece } from './measure.ts';
import { rest } from './rest.ts';
import { start } from './start.ts';
import { sweep } from './sweep.ts';

const pieces: ReadonlyMap<string, Piece> = new Map<string, Piece>([
  ['start', start],
  ['in-memory', inMemory],
  ['fact', fact],
  ['ingest', ingest],
  ['sweep', sweep],
  ['list', list],
  ['import', importing],
  ['rest', rest],
]);

/** All pieces together take less; what is not begun by then is said and left out. */
const limitMs = 14 * 60_000;

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const say = (line: string): void => void process.stderr.write(`  ${line}\n`);
const shown = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

function printFigure(figure: Figure): void {
  const tail = figure.tail === null ? '' : `, ${figure.tail.q} ${shown(figure.tail.value)}`;
  const goal = figure.goal === null ? '' : `  goal ${figure.goal}: ${figure.met ? 'met' : 'MISSED'}`;
  print(`  ${figure.what}: ${shown(figure.median)} ${figure.unit}${tail} (${figure.runs} runs)${goal}`);
  if (figure.note !== undefined) print(`    ${figure.note}`);
}

async function measure(name: string, piece: Piece): Promise<void> {
  const sticks = (): string => {
    const { arithmetic, objects } = yardsticks();
    return `${arithmetic.toFixed(1)} ms of arithmetic, ${objects.toFixed(1)} ms of objects`;
  };
  print(`${name}  (${versions()}; ${machine()})`);
  print(`  yardsticks before: ${sticks()}`);
  let data = '';
  for (const figure of await piece(say)) {
    if (figure.data !== data) print(`  on ${(data = figure.data)}`);
    printFigure(figure);
  }
  print(`  yardsticks after: ${sticks()}`);
}

/** Every wanted piece in a process of its own, one after another; answers whether all came to their end. */
function measureEach(names: readonly string[]): boolean {
  const until = performance.now() + limitMs;
  let whole = true;
  for (const name of names) {
    if (performance.now() > until) {
      print(`${name}  left out: the time for all is over`);
      whole = false;
      continue;
    }
    const { status } = spawnSync(process.execPath, [import.meta.filename, name], { stdio: 'inherit' });
    if (status === 0) continue;
    print(`${name}  FAILED`);
    whole = false;
  }
  return whole;
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !pieces.has(name));
const [only = ''] = asked;
const piece = pieces.get(only);
if (unknown.length > 0) {
  print(`No piece is called ${unknown.join(', ')}. There are: ${[...pieces.keys()].join(', ')}.`);
  process.exitCode = 2;
} else if (asked.length === 1 && piece) await measure(only, piece);
else if (!measureEach(asked.length > 0 ? asked : [...pieces.keys()])) process.exitCode = 1;
