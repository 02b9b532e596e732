// What is wrong with a mapping file, in Portuguese and English. Where it is wrong is told by who reads the file.
import { tableNames } from './fields.ts';
import type { Both } from './messages.ts';

/** What a key of the file takes, by the key: the sentence where it holds something else. */
const wanted: Readonly<Record<string, Both>> = {
  date: ['use dd/mm/yyyy, mm/dd/yyyy ou yyyy-mm-dd.', 'use dd/mm/yyyy, mm/dd/yyyy or yyyy-mm-dd.'],
  decimal: ["use ',' ou '.'.", "use ',' or '.'."],
  end: ['use planned, actual ou exclusive.', 'use planned, actual or exclusive.'],
  currency: ['use o código de três letras, como BRL.', 'use the code of three letters, such as BRL.'],
  amounts: ['use cents ou units.', 'use cents or units.'],
  how: ['use sum, distinct ou last.', 'use sum, distinct or last.'],
  grain: ['use day, week ou month.', 'use day, week or month.'],
  table: [`use ${tableNames.join(', ')}.`, `use ${tableNames.join(', ')}.`],
  delayDays: ['use um número inteiro de dias, de 0 a 3650.', 'use a whole number of days, from 0 to 3650.'],
};
const notAColumn: Both = [
  'escreva o nome de um campo, ou { field, date, decimal, end, currency, amounts, how }.',
  'write the name of a field, or { field, date, decimal, end, currency, amounts, how }.',
];

/** The sentence for a key that holds what it does not take. */
export const keyFault = (key: string): Both =>
  Object.hasOwn(wanted, key) ? (wanted[key] ?? notAColumn) : notAColumn;

export const fieldFault = (field: string, table: string, fields: readonly string[]): Both => [
  `"${field}" não é um campo da tabela ${table}; campos: ${fields.join(', ')}, custom, ignore.`,
  `"${field}" is no field of the table ${table}; fields: ${fields.join(', ')}, custom, ignore.`,
];

export const mapFaults = {
  yaml: [
    'isto não é YAML; confira aspas, chaves e recuos.',
    'this is not YAML; check quotes, brackets and indents.',
  ],
  alias: [
    'não use âncoras nem apelidos (& e *) neste arquivo.',
    'use no anchors and no aliases (& and *) in this file.',
  ],
  root: [
    'esperava um arquivo por chave, como "clientes.csv:".',
    'expected one file by key, such as "clientes.csv:".',
  ],
} as const satisfies Record<string, Both>;
