// What the import wizard says around the API's sentences, in English; the same keys as Portuguese, held by the type.
import { importDoneEn } from '#web/words/import-done-en.ts';
import { capital } from '#web/views/capital.ts';
import { countEn as count } from '#web/words/count.ts';
import type { ImportWords } from '#web/words/import-pt.ts';

const few = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const inWords = (n: number) => few[n] ?? n.toLocaleString('en-US');
const rows = (n: number) => count(n, 'row', 'rows');
const customers = (n: number) => count(n, 'customer', 'customers');
const listed = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

export const importEn: ImportWords = {
  steps: { label: 'Steps', files: 'File', columns: 'Columns', check: 'Check', done: 'done' },
  nothingYet: 'Nothing is saved yet.',
  back: 'Back',
  files: {
    title: 'Bring your sheets as they are.',
    why: 'CSV, Excel or a WhatsApp conversation, several files at once. You check everything before it is saved.',
    read: (read, bad) =>
      bad === 0
        ? `${count(read, 'file read', 'files read')}. Now check the columns.`
        : `${count(read, 'file read', 'files read')}, ${inWords(bad)} could not be read.`,
    noneRead: (bad) => (bad === 1 ? 'This file could not be read.' : 'These files could not be read.'),
    sending: (n) => `Receiving ${count(n, 'file', 'files')}.`,
    sendingWhy:
      'Each one is read as soon as it arrives. Move about Perene meanwhile; only do not close this tab.',
    figure: (n) => (n === 1 ? 'file' : 'files'),
    rowsRead: 'rows read',
    yours: 'Your files',
    add: 'Bring another file',
    remove: (name) => `Remove ${name}`,
    removeShort: 'Remove',
    waiting: 'waiting',
    sent: (share) => `${share} sent`,
    reading: 'reading the rows',
    failed: 'did not arrive',
    failedText: 'Sending stopped. The other files are kept.',
    retry: 'Send again',
    stop: 'Stop sending',
    tables: (n) => count(n, 'table', 'tables'),
    unreadable: 'Could not be read.',
    next: 'See columns',
    missing: 'A file that can be read is missing',
    choose: 'Choose file',
    faultsStay: 'What could not be read stays out.',
  },
  columns: {
    headline: (f) => {
      const what = f.tables > 1 ? `In ${f.tables} tables, we understood` : 'We understood';
      const understood =
        f.understood === f.columns
          ? `${what} ${f.columns === 1 ? 'the only column' : `all ${f.columns} columns`}.`
          : `${what} ${f.understood} of ${f.columns} columns.`;
      const parts = [
        ...(f.toDecide > 0
          ? [`decide ${f.toDecide === 1 ? 'one thing' : `${inWords(f.toDecide)} things`}`]
          : []),
        ...(f.toConfirm > 0 ? [`confirm ${inWords(f.toConfirm)}`] : []),
        ...(f.problems > 0 ? [`look at ${rows(f.problems)}`] : []),
      ];
      if (parts.length === 0) return `${understood} Nothing left to decide.`;
      return `${understood} ${f.toDecide > 0 ? 'Still to do:' : 'If you like,'} ${listed(parts)}.`;
    },
    none: 'No table goes in. Include at least one.',
    figure: (accepted, total) => `${accepted} of ${total}`,
    ready: (n) => (n === 1 ? 'row ready to go in' : 'rows ready to go in'),
    withProblem: (n) => `${n.toLocaleString('en-US')} with a problem, below`,
    duplicates: (n) => `${rows(n)} repeated`,
    rows,
    tables: 'Tables found',
    tablesNote: 'Pick one to see its columns.',
    table: 'Table',
    whatItIs: 'What it is',
    rowsIn: 'Go in',
    toDo: 'To do',
    goesIn: 'Goes in',
    included: (name) => `${name} goes in`,
    nothingToDo: 'nothing',
    leftOut: 'left out',
    toDecide: (n) => `${inWords(n)} to decide`,
    toConfirm: (n) => `${inWords(n)} to confirm`,
    toLook: (n) => `${rows(n)} to look at`,
    unknownKind: 'not recognised',
    yours: 'Your columns',
    yoursOf: (name) => `Columns of ${name}`,
    kind: 'Each row is',
    kindChoose: 'Choose what it is',
    saved: (name) => `Read by the mapping you saved, “${name}”.`,
    caption: 'Column of the sheet and field in Perene',
    inSheet: 'In the sheet',
    first: 'First row',
    becomes: 'becomes',
    field: 'In Perene',
    state: 'State',
    readsAs: 'Read as',
    noHeader: 'no header',
    fieldFor: (header) => `Field for ${header}`,
    custom: 'Field of your own',
    ignore: 'Do not import',
    group: 'Fields',
    other: 'Elsewhere',
    sure: 'sure',
    confirm: 'confirm',
    decide: 'decide',
    left_out: 'out',
    confirmOne: (header) => `Confirm ${header}`,
    decideOne: (header) => `Decide ${header}`,
    confirmAll: (n) => (n === 2 ? 'Confirm both' : `Confirm all ${inWords(n)}`),
    decided: 'decided',
    rereading: 'Reading the sheet again',
    loadFailed: 'This table did not load',
    changeFailed: 'This choice was not kept',
    changeFailedText: 'What you chose before still holds.',
    next: (n, areCustomers) => `Check ${areCustomers ? customers(n) : rows(n)}`,
    nextNone: 'Check',
    rest: (f) => {
      const over = [
        ...(f.duplicates > 0 ? [`${f.duplicates.toLocaleString('en-US')} repeated`] : []),
        ...(f.skipped > 0 ? [`${f.skipped.toLocaleString('en-US')} blank or total`] : []),
      ];
      const parts = [
        ...(f.refused > 0 ? [`${rows(f.refused)} ${f.refused === 1 ? 'stays' : 'stay'} out`] : []),
        ...(over.length > 0
          ? [`${listed(over)} ${f.duplicates + f.skipped === 1 ? 'does' : 'do'} not count`]
          : []),
      ];
      return parts.length === 0 ? '' : `${capital(parts.join('; '))}.`;
    },
    allIn: 'Everything is decided.',
    moreMissing: (n) => (n === 1 ? 'and one more thing' : `and ${inWords(n)} more things`),
  },
  problems: {
    title: (n) => `${rows(n)} to look at`,
    done: 'No row to look at',
    doneText: 'All rows of this table can go in.',
    allMended: 'The rows with a problem were settled.',
    note: (n) => `${rows(n)} can go in already`,
    first: (shown, total) => `the first ${shown} of ${total}`,
    more: (n) => `See ${n.toLocaleString('en-US')} more`,
    row: (n) => `Row ${n.toLocaleString('en-US')}`,
    empty: '(empty)',
    right: (field, n) => `${field}, right value of row ${n}`,
    use: 'Use',
    without: (field) => `Import without ${field}`,
    leaveOut: 'Leave out',
    staysOut: 'The row stays out.',
    cellEmpty: 'Goes in without it.',
    mended: (value) => `Becomes ${value}.`,
    undo: 'Take back',
    undoRow: (n) => `Take back on row ${n}`,
    hint: {
      text: 'Right value',
      day: 'dd/mm/yyyy',
      money: 'R$',
      taxId: '00.000.000/0000-00',
      number: 'Number',
    },
    fault: {
      empty: 'Type the value, or import without it.',
      day: 'Type the date as 28/02/2026, day first.',
      money: 'Type the amount only, as 1.250,00.',
      taxId: 'A CNPJ has 14 characters; a CPF, 11 digits.',
      number: 'Type a number.',
    },
  },
  preview: {
    title: 'How it will look',
    note: (shown, total) => `${shown} of ${total} rows`,
    caption: 'The first rows as they will stand in Perene',
    none: 'No row can go in yet.',
  },
  suggested: {
    title: 'The notes suggest',
    note: 'Each becomes a question on the customer’s page; nothing changes until somebody answers.',
    none: 'The notes suggest nothing',
    noneNote: 'No word of the list is in this table.',
    rows: (n) => `${rows(n)}: `,
    quoted: (word) => `“${word}”`,
    list: 'See and change the words',
    after: 'Notes that hold words of the list become questions on the customer’s page.',
  },
  check: {
    headline: (added, changed, gone) => {
      const parts = [
        ...(added > 0 ? [count(added, 'new customer', 'new customers')] : []),
        ...(changed > 0 ? [`${customers(changed)} changed`] : []),
      ];
      const missing = gone > 0 ? `${gone.toLocaleString('en-US')} gone from the sheet` : '';
      if (parts.length === 0 && gone === 0) return 'Nothing changes: Perene knows all of this sheet already.';
      if (parts.length === 0) return `Nothing changes for the customers in the sheet; ${missing}.`;
      return `${listed(parts)}${gone > 0 ? `; ${missing}` : ''}.`;
    },
    unchanged: (n) => `${customers(n)} ${n === 1 ? 'stays' : 'stay'} the same.`,
    changes: 'What changes',
    caption: 'Customers that change with this import',
    what: 'What',
    customer: 'Customer',
    change: 'Change',
    mrr: 'MRR, R$',
    added: 'new',
    changed: 'changes',
    gone: 'gone',
    counts: { added: 'new', changed: 'change', unchanged: 'the same', gone: 'gone' },
    addedText: 'joins the base',
    goneText: 'stood in the sheet before and not in this one',
    becomes: 'becomes',
    more: 'See more customers',
    shown: (n, total) => `${n} of ${total}`,
    none: 'No customer changes.',
    noneText: 'Saving only notes that the sheet was checked today.',
    failed: 'The comparison did not load',
    commit: (n, areCustomers) => `Save ${areCustomers ? customers(n) : rows(n)}`,
    undoLater: 'It can be undone later.',
    openQuestions: (n) =>
      n === 1
        ? 'One question open. That customer stays as it is.'
        : `${capital(inWords(n))} questions open. Those customers stay as they are.`,
    allAnswered: 'Everything is checked.',
    failure: 'Nothing was saved',
    failureText: 'The import is still here, as it was.',
    again: 'Save again',
  },
  questions: {
    title: (open) =>
      open === 0
        ? 'Questions answered'
        : `${capital(open === 1 ? 'one question' : `${inWords(open)} questions`)} only you can answer`,
    note: 'Without an answer the customer stays as it is, and the question returns with the next sheet.',
    keys: { pick: 'choose', move: 'move' },
    next: 'Next',
    answered: 'answered',
    change: 'Change the answer',
    day: 'Ended on, day/month/year',
    dayFault: 'Type the date as 28/02/2026, day first.',
    account: 'Which customer',
    accountHint: 'Name of the customer, two letters or more',
    accountNone: 'No customer by that name.',
    accountFault: 'Pick a customer from the list.',
    confirm: 'Confirm',
    on: (label, d) => `${label} ${d}`,
    perMonth: (m) => `${m} a month`,
    noMrr: 'no MRR given',
    failed: 'The questions did not load',
    saveFailed: 'The answer was not kept. Try again.',
  },
  ...importDoneEn,
};
