// What the import wizard says from the commit on, in English: under way, done, the one question after it.
import type { ImportDoneWords } from '#web/words/import-done-pt.ts';
import { countEn as count } from '#web/words/count.ts';

const rows = (n: number) => count(n, 'row', 'rows');
const customers = (n: number) => count(n, 'customer', 'customers');

export const importDoneEn: ImportDoneWords = {
  committing: {
    headline: (n) => `Saving ${rows(n)}.`,
    why: 'All of it goes in, or none. You can close this page: saving goes on.',
    progress: 'Progress of saving',
    done: (done, total) => `${done} of ${total}`,
    unit: 'rows saved',
    starting: 'getting ready',
    cancel: 'Cancel saving',
    cancelling: 'Cancelling',
    cancelText: 'Cancelling saves nothing and keeps your choices.',
  },
  done: {
    headline: (n) => `${customers(n)} came in or ${n === 1 ? 'was' : 'were'} updated.`,
    same: 'Nothing changed: Perene knew all of it.',
    why: (refused) =>
      refused > 0 ? `${rows(refused)} stayed out, with the reason below.` : 'No row stayed out.',
    facts: (n) => (n === 1 ? 'fact saved' : 'facts saved'),
    tables: 'What came in',
    caption: 'What came in from each table',
    table: 'Table',
    in: 'Came in',
    out: 'Left out',
    repeated: 'Repeated',
    skipped: 'Blank or total',
    of: (name, sheet) => (sheet === undefined ? name : `${name}, ${sheet}`),
    outRows: 'Left out or came in incomplete',
    row: (n) => (n === null ? 'file' : `Row ${n.toLocaleString('en-US')}`),
    base: 'See the base',
    undo: 'Undo',
    undoing: 'Undoing',
    undone: (n) => `Import undone: ${count(n, 'fact withdrawn', 'facts withdrawn')}.`,
    undoneText: 'The base is what it was before. Importing again brings it all back.',
    undoFailed: 'Could not undo',
    undoFailedText: 'The import still holds. Try again.',
    undoHint: 'Undo takes away only what this import brought.',
    another: 'Import another sheet',
  },
  owner: {
    after: 'For now this base opens on this machine only, without a password.',
    create: 'Create the account of who looks after it',
  },
  firstValue: {
    title: 'What is First Value for your customer?',
    why: 'The first time they see that buying was worth it. Perene uses your words to say who is not there yet.',
    label: 'First Value, in your words',
    hint: 'For example: the first monthly report approved by the sponsor',
    save: 'Keep',
    skip: 'Skip',
    short: 'Type three letters or more, or skip.',
    saved: (text) => `Kept. First Value: ${text}.`,
    skipped: 'All right. You can say it later.',
    failed: 'Could not keep it. Try again.',
  },
};
