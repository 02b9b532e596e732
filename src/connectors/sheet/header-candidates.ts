// Which fields a header may name, with how well it and the cells below it agree. A header that the cells speak against
// names nothing. Knows no content without a header.
import type { ColumnProfile } from './column-profile.ts';
import { type CellKind, fieldsOf, recordIds, type TableName } from './fields.ts';
import { headerScore, headerWords } from './header.ts';
import type { Cell } from './table.ts';

export type Candidate = {
  readonly index: number;
  readonly field: string;
  readonly score: number;
  readonly exact: boolean;
};
type Headed = {
  readonly header: string;
  readonly named: boolean;
  readonly cells: readonly Cell[];
  readonly profile: ColumnProfile;
};

/** Fields that are never taken on a hint: those that name people, and words that mean other things in company. */
const onlyWhole: ReadonlySet<string> = new Set(
  'contactName phone termMonths autoRenew openEnded index contracted used consumedIn'.split(' '),
);
/** Below it a header says too little. */
const headerFloor = 0.68;
/** Two words of three. */
const idFloor = 0.78;
const exactly = 0.97;

/** Pairs of column and field, best first. */
export function candidates(columns: readonly Headed[], table: TableName): readonly Candidate[] {
  const all: Candidate[] = [];
  columns.forEach((column, index) => {
    if (!column.named || machineMade(column.header)) return;
    const own = ownId(column, columns, table);
    if (own !== null) {
      all.push({ index, field: own, exact: true, score: 1.1 });
      return;
    }
    for (const [field, kind] of Object.entries(fieldsOf(table))) {
      const score = headerScore(column.header, field);
      if (score < floorOf(column.header, kind)) continue;
      const fit = fitOf(column.profile, kind);
      const exact = score >= exactly;
      if (!exact && (onlyWhole.has(field) || column.profile.filled === 0)) continue;
      if (!fits(column.profile, kind, fit, exact)) continue;
      if (otherThing(field, column, columns, table)) continue;
      all.push({ index, field, exact, score: 0.8 * score + 0.2 * fit });
    }
  });
  return all.toSorted((a, b) => b.score - a.score || a.index - b.index);
}

/** Columns that a loading tool adds (`_fivetran_synced`). */
export function machineMade(header: string): boolean {
  return header.startsWith('_');
}

/** An id that says of what ("deal id") is that thing's: one word of it names no customer, no product, no count. */
function floorOf(header: string, kind: CellKind): number {
  const ids = headerWords(header).includes('id');
  if (kind === 'id') return idFloor;
  return ids && kind !== 'taxId' ? exactly : headerFloor;
}

const bareId = /^(?:id|codigo|numero|n|no|nr|key|chave|uuid)$/;
/** Things whose name is no customer's. */
const otherNames =
  /^(?:deal|negocio|contato|contact|produto|product|plano|plan|file|arquivo|campanha|campaign|evento|event|user|usuario|owner|responsavel|oportunidade|opportunity|lead|projeto|project|feature|metrica|metric|pipeline|stage|etapa|first|last|display|field|domain|group|grupo)$/;
/** Tables whose rows are things of their own even where no other column names a customer. */
const ownThings: ReadonlySet<TableName> = new Set(['tickets', 'invoices', 'contacts', 'subscriptions']);

/**
 * The field of a bare "id": the row's own where another column names the customer, or where every row of a table of
 * things has another one. Null: it is read like any header.
 */
function ownId(column: Headed, columns: readonly Headed[], table: TableName): string | null {
  const field = recordIds[table];
  if (!field || !bareId.test(headerWords(column.header).join(' '))) return null;
  const { distinct, filled, total } = column.profile;
  if (distinct < filled) return null;
  return ownThing(column, columns) || (ownThings.has(table) && filled === total && filled > 1) ? field : null;
}

/** A bare id whose table has another column for the customer's code; one of names is no code. */
export function ownThing(column: Headed, columns: readonly Headed[]): boolean {
  if (!column.named || !bareId.test(headerWords(column.header).join(' '))) return false;
  return columns.some(
    (other) =>
      other !== column &&
      namesCustomer(other) &&
      headerScore(other.header, 'externalId') >= exactly &&
      (other.profile.share.idLike >= 0.8 || headerWords(other.header).some((word) => codeWord.test(word))),
  );
}

const codeWord = /^(?:id|codigo|numero|number)$/;

function namesCustomer({ header, named, profile }: Headed): boolean {
  if (!named || profile.filled === 0 || bareId.test(headerWords(header).join(' ')) || bareName(header))
    return false;
  return ['externalId', 'name', 'taxId'].some((field) => headerScore(header, field) >= exactly);
}

/**
 * Headers of two meanings. "Segmento" is the size of the customer only where sizes stand in it, else the trade; "Nome"
 * beside "Empresa" is a person, if it holds people; "Prazo" is a term where months are named, "Mês" a period beside
 * what was used in it.
 */
function otherThing(field: string, column: Headed, columns: readonly Headed[], table: TableName): boolean {
  const { header, profile } = column;
  if (
    field === 'name' &&
    headerScore(header, 'name') < exactly &&
    headerWords(header).some((word) => otherNames.test(word))
  )
    return true;
  if (field === 'industry') return profile.share.segment >= 0.7 && headerScore(header, 'segment') >= exactly;
  if (field === 'termMonths') return !tellsMonths(column);
  if (field === 'consumedIn')
    return !columns.some(
      (other) =>
        headerScore(other.header, 'used') >= exactly || headerScore(other.header, 'contracted') >= exactly,
    );
  // "Paid: yes" beside a status says less than the status.
  if (field === 'invoiceStatus')
    return (
      profile.share.flag >= 0.8 &&
      columns.some(
        (other) => other !== column && /^(?:status|situacao)$/.test(headerWords(other.header).join(' ')),
      )
    );
  if (!bareName(header)) return false;
  const customer = columns.some(
    (other) =>
      other !== column &&
      other.named &&
      !bareName(other.header) &&
      headerScore(other.header, 'name') >= exactly,
  );
  const named = table === 'contacts' && columns.some((other) => other !== column && namesCustomer(other));
  const person = named || (customer && profile.share.personName >= 0.6);
  return field === 'name' ? person : field === 'contactName' && !person;
}

/** A bare number under "Prazo" may be days to pay. */
function tellsMonths({ header, cells }: Headed): boolean {
  return (
    headerWords(header).some((word) => /^(?:mes|mese|month)$/.test(word)) ||
    cells.some((cell) => /\d ?(?:m\b|m[eê]s|ano|month|year)/i.test(String(cell)))
  );
}

function bareName(header: string): boolean {
  return /^(?:nome|name)$/.test(headerWords(header).join(' '));
}

/** Share of the cells that the kind can read. */
function fitOf(profile: ColumnProfile, kind: CellKind): number {
  if (kind === 'id') return profile.share.idLike;
  if (kind === 'text') return profile.share.text;
  return profile.share[kind];
}

function fits(profile: ColumnProfile, kind: CellKind, fit: number, exact: boolean): boolean {
  if (profile.filled === 0) return true;
  // Days under "Contrato até" are no number of a contract, days under "Data da nota" no note.
  const days = profile.share.date >= 0.8 && profile.share.numeric < 0.5;
  switch (kind) {
    case 'segment':
      return fit >= 0.7;
    case 'status':
    case 'stage':
    case 'pulse':
    case 'flag':
    case 'months':
    case 'index':
      return fit >= 0.5;
    case 'name':
    case 'text':
      return fit >= 0.3 && !days;
    case 'money':
    case 'taxId':
      return exact ? profile.share.date < 0.8 || kind === 'taxId' : fit >= 0.5;
    case 'id':
      return !days && (profile.share.date < 0.8 || fit >= 0.9);
    case 'code':
      return !days;
    default:
      // A handful of bad cells is named; a column that holds something else is something else.
      return exact ? fit >= 0.2 || profile.filled < 5 : fit >= 0.5;
  }
}
