// `node bench/run.ts [names…]`: measures and prints. Without names every piece runs; figures go to docs/bench.md.
import { fact } from './fact.ts';
import { importing } from './import.ts';
import { inMemory } from './in-memory.ts';
import { ingest } from './ingest.ts';
import { list } from './list.ts';
import { machine, yardstick, type Figure, type Piece } from './measure.ts';
import { rest } from './rest.ts';
import { start } from './start.ts';
import { sweep } from './sweep.ts';

const pieces: Readonly<Record<string, Piece>> = {
  start,
  'in-memory': inMemory,
  fact,
  ingest,
  sweep,
  list,
  import: importing,
  rest,
};

const wanted = process.argv.slice(2);
const say = (line: string): void => void process.stderr.write(`  ${line}\n`);
const shown = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

for (const [name, piece] of Object.entries(pieces)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stdout.write(`${name}  (${machine()}, yardstick ${yardstick().toFixed(0)} ms)\n`);
  const figures: readonly Figure[] = await piece(say);
  for (const figure of figures) {
    const tail = figure.tail === null ? '' : `, ${figure.tail.q} ${shown(figure.tail.value)}`;
    const goal = figure.goal === null ? '' : `  goal ${figure.goal}: ${figure.met ? 'met' : 'MISSED'}`;
    process.stdout.write(
      `  ${figure.what}: ${shown(figure.median)} ${figure.unit}${tail} (${figure.runs} runs)${goal}\n`,
    );
    if (figure.note !== undefined) process.stdout.write(`    ${figure.note}\n`);
  }
}
