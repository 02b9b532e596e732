// What the page of the method says in English.
import { count } from '#web/words/count.ts';
import type { MethodWords } from '#web/words/method-pt.ts';

export const methodEn: MethodWords = {
  title: 'Method',
  headline: (label) => `This base follows the method ${label}.`,
  why: 'Stages, health, signals, next action and next offer of each customer come from it. Before you change it, see what would change today: the sum is done on the facts of your own base.',
  version: (n) => `Version ${n}`,
  since: (day) => `in use since ${day}`,
  figure: 'in use',
  templates: {
    title: 'Ready-made methods',
    note: 'Each can be changed later, as a file.',
    inUse: 'in use',
    look: 'See what would change',
    lookOf: (label) => `See what would change with ${label}`,
  },
  own: {
    title: 'Your own method, as a file',
    note: 'Download the one in use, change it in your editor and bring it back. Nothing counts before you publish.',
    download: 'Download the method in use',
    bring: 'Check a YAML file',
    mistakes: (n) => `${count(n, 'place needs', 'places need')} mending. The method in use stays.`,
    line: (where) => `Line ${where}`,
  },
  preview: {
    title: (label) => `What would change today with ${label}`,
    looking: 'Deciding every customer again by the other method…',
    failed: 'The sum could not be done now. Nothing changed.',
    aspects: (one) =>
      `The stage of ${one.stage} changes, the health of ${one.band}, the next action of ${one.action} and the next offer of ${one.offer}.`,
    bands: 'In health',
    examples: 'Those who ask most attention first',
    customer: 'Customer',
    changes: 'What changes',
    publish: 'Publish this method',
    publishing: 'Publishing…',
    leave: 'Leave as it is',
    sure: 'It counts for the whole base from now on. The version before is kept.',
  },
  told: {
    published: (version) => `Published: version ${version} is in use.`,
  },
  practice: {
    title: (n) =>
      n === 0
        ? 'Practice check: nothing to point out'
        : `Practice check: ${count(n, 'point to look at', 'points to look at')}`,
    note: 'These are warnings. None stops anything, and none changes the decision of a customer.',
  },
  stages: {
    title: (n) => `${count(n, 'stage', 'stages')} of the journey`,
    note: 'A customer may be in several at once. The calendar alone moves nobody.',
    stage: 'Stage',
    goal: 'What for',
    exit: 'Left when',
    late: 'Late',
    never: 'It never completes.',
    confirmed: 'somebody confirms',
  },
  weights: {
    title: 'What health is made of',
    note: 'Weight of each part, of 100. What has no data is left out of the sum.',
    segment: 'Segment',
  },
  signals: {
    title: (n) => `${count(n, 'signal', 'signals')} and the condition of each`,
    open: 'Show the conditions',
    signal: 'Signal',
    when: 'Fires when',
  },
  versions: {
    title: 'Versions',
    version: 'Version',
    method: 'Method',
    day: 'Published on',
    back: 'See what would change',
    backOf: (n) => `See what would change with version ${n}`,
  },
};
