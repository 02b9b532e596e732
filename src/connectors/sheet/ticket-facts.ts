// Rows of tickets → opened and closed. A ticket called closed without its day is closed by the day of the file at the latest.
import { type Day, formatDay } from '#base/day.ts';
import type { AccountKey } from '#domain/facts/envelope.ts';
import { codeOf, nameKey } from './cell-words.ts';
import type { RowProblem, RowValues } from './read-row.ts';
import { collector, problemAt, type RowContext, type RowOutcome } from './row-context.ts';

const severities: Readonly<Record<string, 'low' | 'normal' | 'high' | 'critical'>> = {
  p1: 'critical',
  critical: 'critical',
  critica: 'critical',
  critico: 'critical',
  urgent: 'critical',
  urgente: 'critical',
  blocker: 'critical',
  '1': 'critical',
  p2: 'high',
  high: 'high',
  alta: 'high',
  alto: 'high',
  '2': 'high',
  p3: 'normal',
  normal: 'normal',
  medium: 'normal',
  media: 'normal',
  medio: 'normal',
  '3': 'normal',
  p4: 'low',
  low: 'low',
  baixa: 'low',
  baixo: 'low',
  '4': 'low',
};
const closedWords = new Set([
  'closed',
  'resolved',
  'solved',
  'fechado',
  'resolvido',
  'encerrado',
  'concluido',
  'done',
  'finalizado',
  'finalizada',
  'fechada',
  'resolvida',
  'encerrada',
  'concluida',
  'complete',
  'completed',
  'deleted',
  'cancelado',
  'cancelled',
]);

/** Facts of one ticket, or why its row is refused: opened on its day, closed on its day or by the hours it took. */
export function ticketFacts(
  row: RowValues,
  keys: readonly AccountKey[],
  context: RowContext,
): RowOutcome | { readonly refused: RowProblem } {
  const opened = row.day('openedOn');
  if (opened === null || opened > context.today) {
    const value = opened === null ? null : formatDay(opened);
    const code = opened === null ? 'date_missing' : 'date_future';
    return { refused: problemAt(row, 'openedOn', code, context, value) };
  }
  const problems: RowProblem[] = [];
  const subject = row.text('subject');
  const id = (row.text('ticketId') ?? `${formatDay(opened)} ${nameKey(subject ?? '')}`).trim().slice(0, 120);
  const severity = severities[row.text('priority') ?? ''];
  const tags = tagsOf(row.text('tags'));
  const gathered = collector(keys, context);
  const about = {
    ticket: id,
    ...(severity ? { severity } : {}),
    ...(tags.length > 0 ? { tags } : {}),
    ...(subject === null ? {} : { subject: subject.slice(0, 500) }),
  };
  gathered.add(`ticket:${id}`, 'ticket-opened', about, { on: opened, dated: true });
  const closed = closedOn(row, opened, context, problems);
  if (closed !== null && closed.on <= context.today)
    gathered.add(`ticket-closed:${id}`, 'ticket-closed', { ticket: id }, closed);
  return {
    facts: { row: row.row, keys, name: row.text('name'), facts: gathered.facts, people: [] },
    problems,
  };
}

function tagsOf(text: string | null): string[] {
  const tags = text?.split(/[,;|]/).map((tag) => codeOf(tag)) ?? [];
  return [...new Set(tags.filter((tag) => tag !== ''))].toSorted().slice(0, 50);
}

function closedOn(
  row: RowValues,
  opened: Day,
  context: RowContext,
  problems: RowProblem[],
): { readonly on: Day; readonly dated: boolean } | null {
  const told = row.day('closedOn');
  if (told !== null) return { on: Math.max(told, opened), dated: true };
  if (!closedWords.has(row.text('ticketStatus') ?? '')) return null;
  const hours = row.number('resolutionHours');
  if (hours !== null && hours >= 0) {
    const on = opened + Math.floor(hours / 24);
    return { on: Math.min(on, context.today), dated: true };
  }
  problems.push(problemAt(row, 'ticketStatus', 'closed_day_unknown', context, formatDay(context.today)));
  return { on: context.today, dated: false };
}
