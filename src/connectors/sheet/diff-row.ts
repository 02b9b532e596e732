// A row that was imported before: changed money or seats amend the contract on the day of the file; changed days
// correct what was signed; an answer whose day alone changed is corrected; a customer called active again goes on. Pure: the stored side is handed in.
import { type Day, formatDay } from '#base/day.ts';
import type { ContractLine } from '#domain/facts/spec.ts';
import { contentOf, type FactDraft, type RowFacts } from './draft.ts';

/** The contract as the store knows it. */
export type PreviousContract = {
  readonly contract: string;
  /** Lines of the newest `contract-signed` of the record. */
  readonly signed: readonly ContractLine[];
  /** Lines in force: of the newest amendment or renewal, else those signed. */
  readonly current: readonly ContractLine[];
  /** Day the signing was recorded for; kept where the sheet has no start. */
  readonly signedOn: Day;
  /** What stopped it last, if nothing has set it going since. */
  readonly stopped?: 'paused' | 'ended' | null;
  /**
   * Set where a newer sheet than this one told of the contract: what it says was signed holds, and from `on` on (null: told
   * already) the lines in force now hold again.
   */
  readonly newer?: { readonly body: Signed['body']; readonly on: Day | null };
};
export type PreviousRow = {
  readonly contracts: readonly PreviousContract[];
  /** The newest observed seats and their day; null: none. */
  readonly seats: { readonly value: number; readonly on: Day } | null;
  readonly answers: readonly { readonly externalId: string; readonly content: string; readonly on: Day }[];
};

/** What is left to record of a row once the store's side is known. Null: the row is new. */
export function diffRow(previous: PreviousRow | null, row: RowFacts, today: Day): RowFacts {
  if (!previous) {
    const told = row.facts.filter((fact) => fact.type !== 'contract-resumed');
    return told.length === row.facts.length ? row : { ...row, facts: told };
  }
  const facts = row.facts.flatMap((fact) => against(previous, fact, row, today));
  return { ...row, facts };
}

function against(previous: PreviousRow, fact: FactDraft, row: RowFacts, today: Day): readonly FactDraft[] {
  if (elsewhere.has(fact.source)) return ofKnown(previous, fact, row);
  if (fact.type === 'contract-signed') return contract(previous, fact, row, today);
  if (fact.type === 'contract-resumed') return goingOn(previous, fact, row);
  if (fact.type === 'contract-paused' && stopOf(previous, fact.body.contract) === 'paused') return [];
  if (
    fact.type === 'state-observed' &&
    fact.body.metric === 'seats' &&
    amendsSeats(previous, row, fact.body.value, today)
  )
    return [];
  if (fact.type === 'survey-answered' && fact.dated) return [answer(previous, fact, row)];
  return [fact];
}

/** Tables that tell of contracts which another table described. */
const elsewhere: ReadonlySet<string> = new Set(['sheet:churn', 'sheet:movements']);
type Ending = Extract<FactDraft, { type: 'contract-ended' | 'notice-given' | 'contract-amended' }>;

/**
 * What a table of leavers or of movements tells, on the contracts as they are known: a customer who left ends all of
 * them, where the row named none of them; a movement changes the first, on top of the lines that were signed.
 */
function ofKnown(previous: PreviousRow, fact: FactDraft, row: RowFacts): readonly FactDraft[] {
  if (fact.type !== 'contract-ended' && fact.type !== 'notice-given' && fact.type !== 'contract-amended')
    return [fact];
  const known = previous.contracts;
  const named = known.find((each) => each.contract === fact.body.contract);
  const [first] = known;
  if (!first) return [fact];
  if (fact.type === 'contract-amended') return [onTop(fact, named ?? first)];
  if (named) return [fact];
  return known.map(({ contract: to }) => renamed(fact, to, row));
}

function renamed(fact: Exclude<Ending, { type: 'contract-amended' }>, to: string, row: RowFacts): FactDraft {
  const from = fact.body.contract;
  const head = `${prefix(row)}${fact.type === 'contract-ended' ? 'ended' : 'notice'}:`;
  const rest = fact.externalId.slice(head.length + from.length);
  return { ...fact, body: { ...fact.body, contract: to }, externalId: `${head}${to}${rest}` } as FactDraft;
}

/** A line of no known amount stands for what was paid before: the lines signed take its place. */
function onTop(fact: Extract<Ending, { type: 'contract-amended' }>, known: PreviousContract): FactDraft {
  const { lines } = fact.body;
  const open = lines.some((line) => line.cents === null);
  const whole = open ? [...known.signed, ...lines.filter((line) => line.cents !== null)] : [...lines];
  return { ...fact, body: { ...fact.body, contract: known.contract, lines: whole } };
}

type Signed = Extract<FactDraft, { type: 'contract-signed' }>;

/** The signing keeps its old lines (only its days may be corrected); new lines come as an amendment of the file's day. */
function contract(previous: PreviousRow, fact: Signed, row: RowFacts, today: Day): readonly FactDraft[] {
  const known = previous.contracts.find((each) => each.contract === fact.body.contract);
  if (!known) return [fact];
  const signed: Signed = {
    ...fact,
    body: known.newer ? known.newer.body : { ...fact.body, lines: [...known.signed] },
    ...(fact.dated && !known.newer ? {} : { occurredOn: known.signedOn }),
  };
  const seats = observedSeats(row);
  const changedSeats = seats !== null && amendsSeats(previous, row, seats, today);
  const before = known.current;
  const lines = fact.body.lines.map((line, at) => ({
    ...line,
    seats: changedSeats ? seats : (before[at]?.seats ?? line.seats ?? null),
  })) as ContractLine[];
  // A cell that went empty says nothing: what was agreed stands.
  if (lines.length === 0 || same(lines, before)) return [signed];
  const back = known.newer?.on ?? null;
  return [
    signed,
    amendment(fact, row, lines, today),
    ...(back === null ? [] : [amendment(fact, row, before, back)]),
  ];
}

function amendment(fact: Signed, row: RowFacts, lines: readonly ContractLine[], on: Day): FactDraft {
  return {
    ...fact,
    type: 'contract-amended',
    body: { contract: fact.body.contract, lines: [...lines] },
    occurredOn: on,
    history: false,
    delayDays: 0,
    externalId: `${prefix(row)}amended:${fact.body.contract}:${formatDay(on)}`,
    dated: true,
  };
}

function stopOf(previous: PreviousRow, contract: string): PreviousContract['stopped'] {
  return previous.contracts.find((each) => each.contract === contract)?.stopped ?? null;
}

type Resumed = Extract<FactDraft, { type: 'contract-resumed' }>;

/** A contract that stood still is resumed; one that had ended, or was about to, is contracted again. */
function goingOn(previous: PreviousRow, fact: Resumed, row: RowFacts): readonly FactDraft[] {
  const { contract } = fact.body;
  const stopped = stopOf(previous, contract);
  if (!stopped) return [];
  if (stopped === 'paused') return [fact];
  const signed = row.facts.find(
    (each): each is Signed => each.type === 'contract-signed' && each.body.contract === contract,
  );
  const renewed: FactDraft = {
    ...fact,
    type: 'contract-renewed',
    body: { contract, plannedEnd: signed?.body.plannedEnd ?? null },
    externalId: fact.externalId.replace('|resumed:', '|renewed:'),
  };
  return [renewed];
}

function prefix(row: RowFacts): string {
  return `${row.keys[0]?.key ?? ''}|`;
}

/**
 * Seats that changed since an earlier day amend a contract; on the day they were observed the observation is revised.
 * Seats that an amendment already holds are no observation again.
 */
function amendsSeats(previous: PreviousRow, row: RowFacts, seats: number, today: Day): boolean {
  const main = row.facts.find(
    (fact): fact is Signed => fact.type === 'contract-signed' && fact.body.lines.length > 0,
  );
  const known = main && previous.contracts.find((each) => each.contract === main.body.contract);
  if (!known) return false;
  const held = known.current.find((line) => line.seats !== null)?.seats ?? null;
  if (held !== null) return true;
  return previous.seats !== null && previous.seats.on < today && previous.seats.value !== seats;
}

function observedSeats(row: RowFacts): number | null {
  const found = row.facts.find((fact) => fact.type === 'state-observed' && fact.body.metric === 'seats');
  return found?.type === 'state-observed' ? found.body.value : null;
}

function same(a: readonly ContractLine[], b: readonly ContractLine[]): boolean {
  const content = (lines: readonly ContractLine[]): string =>
    JSON.stringify(
      lines.map((line) => [
        line.product ?? null,
        line.cents,
        line.currency,
        line.seats ?? null,
        line.recurring,
        line.months,
      ]),
    );
  return content(a) === content(b);
}

/** Same score and comment on another day, and no answer known for this day: the old answer's day is corrected. */
function answer(previous: PreviousRow, fact: FactDraft, row: RowFacts): FactDraft {
  const body = contentOf({ ...fact, dated: false });
  if (previous.answers.some((each) => each.externalId === fact.externalId)) return fact;
  const moved = previous.answers.filter((each) => each.content === body).toSorted((a, b) => b.on - a.on)[0];
  const owned = moved?.externalId.startsWith(prefix(row)) ?? false;
  return moved && owned ? { ...fact, externalId: moved.externalId } : fact;
}
