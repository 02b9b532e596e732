// Rows of meetings → meetings held. A meeting that is still to come, or was cancelled or missed, was not held.
import { type Day, formatDay } from '#base/day.ts';
import type { AccountKey } from '#domain/facts/envelope.ts';
import { codeOf, nameKey } from './cell-words.ts';
import type { RowProblem, RowValues } from './read-row.ts';
import { collector, problemAt, type RowContext, type RowOutcome, suggest } from './row-context.ts';

type Kind = 'check_in' | 'kick_off' | 'qbr' | 'training' | 'renewal' | 'other';
const kinds: readonly (readonly [RegExp, Kind])[] = [
  [/\b(?:qbr|ebr|review|revisao|trimestral|business review|resultado|resultados)\b/, 'qbr'],
  [/\b(?:kick ?off|abertura|boas vindas|onboarding|implantacao|implementacao|welcome)\b/, 'kick_off'],
  [/\b(?:treinamento|training|capacitacao|workshop|demo|demonstracao)\b/, 'training'],
  [/\b(?:renovacao|renewal|contrato|negociacao|proposta)\b/, 'renewal'],
  [
    /\b(?:check ?in|acompanhamento|alinhamento|status|mensal|semanal|quinzenal|follow ?up|rotina|sync|call|1 1|touchpoint)\b/,
    'check_in',
  ],
];
const outcomes: readonly (readonly [RegExp, 'positive' | 'neutral' | 'negative'])[] = [
  [/\b(?:positiv[oa]|positive|boa|bom|good|otim[oa]|great|success|sucesso|verde)\b/, 'positive'],
  [/\b(?:negativ[oa]|negative|ruim|bad|pessim[oa]|poor|tensa|tenso|vermelho)\b/, 'negative'],
  [
    /\b(?:neutr[oa]|neutral|regular|ok|media|medio|amarelo|completed|realizad[oa]|concluid[oa]|done|held)\b/,
    'neutral',
  ],
];
const notHeld =
  /\b(?:cancelad[oa]|cancelled|canceled|no show|nao compareceu|nao realizada|adiad[oa]|remarcad[oa]|rescheduled|postponed|missed)\b/;

/** Facts of one meeting, or why its row is refused. */
export function meetingFacts(
  row: RowValues,
  keys: readonly AccountKey[],
  context: RowContext,
): RowOutcome | { readonly refused: RowProblem } {
  const day = row.day('meetingOn');
  const refuse = (field: string, code: RowProblem['code'], value: string | null = null) => ({
    refused: problemAt(row, field, code, context, value),
  });
  if (day === null) return refuse('meetingOn', 'date_missing');
  if (day > context.today) return refuse('meetingOn', 'date_future', formatDay(day));
  const said = nameKey(row.text('meetingOutcome')?.replaceAll('_', ' ') ?? '');
  if (notHeld.test(said)) return refuse('meetingOutcome', 'not_held', said.slice(0, 80));
  const outcome = outcomes.find(([pattern]) => pattern.test(said))?.[1];
  const kind = kindOf(row.text('meetingKind'));
  const notes = row.text('notes');
  const [invited, attended] = [row.number('invited'), row.number('attended')];
  const gathered = collector(keys, context);
  const part = partOf(row, day, kind);
  const when = { on: day, dated: true };
  gathered.add(
    part,
    'meeting-held',
    {
      meeting: kind,
      ...(invited === null ? {} : { invited }),
      ...(attended === null ? {} : { attended }),
      ...(outcome ? { outcome } : {}),
      ...(notes === null ? {} : { notes }),
    },
    when,
  );
  if (notes !== null) suggest(notes, part, context, gathered.add, when);
  return {
    facts: { row: row.row, keys, name: row.text('name'), facts: gathered.facts, people: [] },
    problems: [],
  };
}

function partOf(row: RowValues, day: Day, kind: Kind): string {
  const id = row.text('meetingId');
  return id === null ? `meeting:${formatDay(day)}:${kind}` : `meeting:${id.slice(0, 120)}`;
}

/** A word that names no kind is another meeting; without a word it is one of the usual. */
function kindOf(told: string | null): Kind {
  if (told === null) return 'check_in';
  const text = nameKey(codeOf(told).replaceAll('_', ' '));
  return kinds.find(([pattern]) => pattern.test(text))?.[1] ?? 'other';
}
