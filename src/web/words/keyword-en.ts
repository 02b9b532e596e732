// What the page of words for suggested events says in English.
import { countEn as count } from '#web/words/count.ts';
import type { KeywordWords } from '#web/words/keyword-pt.ts';

const number = (n: number): string => n.toLocaleString('en-US');

export const keywordEn: KeywordWords = {
  title: 'Words in notes',
  headline: (words, events) =>
    `${count(words, 'phrase asks', 'phrases ask')} about ${count(events, 'event', 'events')}.`,
  why: 'When a note, a comment or minutes hold one of them, Perene asks on the customer’s page whether it happened. Until somebody answers nothing changes: no signal fires.',
  figure: 'words and phrases',
  own: (n) => count(n, 'of your firm', 'of your firm'),
  off: (n) => count(n, 'switched off', 'switched off'),
  reading: 'Reading the notes again with the new list. The questions change in a moment.',
  read: (notes, suggested, withdrawn) =>
    `Last reading: ${count(notes, 'note', 'notes')}, ${count(suggested, 'new question', 'new questions')}, ${count(withdrawn, 'went', 'went')}. What was answered stayed as it was.`,
  form: {
    add: 'Add a word',
    change: (word) => `Change “${word}”`,
    word: 'Word or phrase',
    hint: 'e.g. new distribution centre',
    event: 'What it suggests',
    choose: 'Choose',
    family: 'Offer it speaks of',
    anyFamily: 'none in particular',
    note: 'Accents and capitals make no difference; whole words only.',
    save: 'Save',
    cancel: 'Cancel',
    noEvent: 'Choose what the word suggests.',
    short: 'Write two letters or more.',
    known: (word, label) => `“${word}” is in the list: ${label}. Saving changes what it suggests.`,
    knownOff: (word) => `“${word}” is switched off. Saving switches it on again.`,
  },
  look: {
    looking: 'Looking through the notes…',
    found: (notes, customers) =>
      `Today this is in ${count(notes, 'note', 'notes')} of ${count(customers, 'customer', 'customers')}.`,
    none: 'Today this is in no note. It counts for those to come.',
    part: (n) => `Looked for in the newest ${number(n)} notes.`,
    examples: 'Examples',
    failed: 'It cannot be looked for just now.',
  },
  list: {
    title: 'The list',
    filter: 'Filter words',
    which: 'Which words',
    all: 'All',
    mine: 'Of your firm',
    off: 'Switched off',
    none: 'No word under this filter.',
    words: (n) => count(n, 'word', 'words'),
    own: 'yours',
    changed: 'changed',
    isOff: 'off',
    change: 'Change',
    changeOf: (word) => `Change ${word}`,
    turnOff: 'Switch off',
    turnOffOf: (word) => `Switch off ${word}`,
    remove: 'Remove',
    removeOf: (word) => `Remove ${word}`,
    back: 'Back to the model',
    backOf: (word) => `Back to the model: ${word}`,
    offGroup: 'Switched off words',
  },
  reset: {
    ask: 'All back to the model',
    sure: (n) => `Forget ${count(n, 'change', 'changes')} of your firm?`,
    yes: 'Back to the model list',
    no: 'Keep',
  },
  told: {
    saved: (word, label) => `“${word}” suggests from now on: ${label}.`,
    off: (word) => `“${word}” asks nothing any more.`,
    removed: (word) => `“${word}” left the list.`,
    back: (word) => `“${word}” is as the model has it again.`,
    reset: 'The list is that of the model again.',
    undo: 'Undo',
    undone: 'The list is as it was before.',
    failed: 'It was not saved. The list stayed as it was.',
  },
};
