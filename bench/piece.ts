// `node bench/piece.ts NAME`: measures one piece in this process and prints its figures.
import { anchorEmbedded } from '#store/anchor.ts';
import { openHome } from '#store/home.ts';
import { benchHome } from './database.ts';
import { fact } from './fact.ts';
import { importing } from './import.ts';
import { inMemory } from './in-memory.ts';
import { ingest } from './ingest.ts';
import { list } from './list.ts';
import { machine, versions, yardsticks, type Figure, type Piece } from './measure.ts';
import type { PieceName } from './pieces.ts';
import { rest } from './rest.ts';
import { openTypical } from './shapes.ts';
import { start } from './start.ts';
import { sweep } from './sweep.ts';
import { usage } from './usage.ts';

const pieces: Readonly<Record<PieceName, Piece>> = {
  start,
  'in-memory': inMemory,
  fact,
  ingest,
  sweep,
  list,
  import: importing,
  usage,
  rest,
};

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

function sticks(): string {
  const { arithmetic, objects } = yardsticks();
  return `${arithmetic.toFixed(1)} ms of arithmetic, ${objects.toFixed(1)} ms of objects`;
}

async function measure(name: string, piece: Piece): Promise<void> {
  print(`${name}  (${versions()}; ${machine()})`);
  print(`  yardsticks before: ${sticks()}`);
  let data = '';
  for (const figure of await piece(say)) {
    if (figure.data !== data) print(`  on ${(data = figure.data)}`);
    printFigure(figure);
  }
  print(`  yardsticks after: ${sticks()}`);
}

const name = process.argv[2] ?? '';
const piece = new Map<string, Piece>(Object.entries(pieces)).get(name);
// The large base is made by a process of its own: making it leaves memory behind that no sweep has used.
if (name === 'base') await (await openTypical(say)).close();
// The last to leave stops the server.
else if (name === 'leave') await (await anchorEmbedded(openHome(benchHome), false, {})).release();
else if (piece) await measure(name, piece);
else process.exitCode = 2;
