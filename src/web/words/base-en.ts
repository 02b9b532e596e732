// What the tools of the Base say in English.
import { countEn as count } from '#web/words/count.ts';
import type { BaseWords } from '#web/words/base-pt.ts';

const customers = (n: number) => count(n, 'customer', 'customers');

export const baseEn: BaseWords = {
  mine: 'My customers',
  customers,
  view: {
    save: 'Save view',
    saveChanges: 'Save changes',
    back: 'Back to the view',
    menu: (name) => `Change the view ${name}`,
    name: 'Name of the view',
    keeps: 'Keeps the filters, order, columns and drawing of now.',
    share: 'Show to the team',
    shared: 'of the team',
    rename: 'Keep',
    left: 'Move left',
    right: 'Move right',
    remove: 'Remove view',
    cancel: 'Cancel',
    saved: (name) => `View ${name} saved.`,
    changed: (name) => `View ${name} updated.`,
    removed: (name) => `View ${name} removed.`,
    undone: (name) => `View ${name} is back.`,
    undo: 'Undo',
    failed: 'The view did not change. Try again.',
    differs: 'The filters changed since the view was saved.',
    missing: 'This view is no longer there. The filters of the address still hold.',
    gone: {
      stage: (key) =>
        `The stage “${key}” of this view is no longer in the method: the view opens, but nobody is in it.`,
      signal: (key) =>
        `The signal “${key}” of this view is no longer in the method: the view opens, but nobody has it.`,
      owner: (key) => `“${key}”, whose customers this view shows, is no longer in the team.`,
    },
  },
  columns: {
    open: 'Columns',
    note: 'For this browser. Save the view to keep them with it.',
    noteView: 'Save the changes to keep them with the view.',
    show: (name) => `Show ${name}`,
    up: (name) => `${name} earlier`,
    down: (name) => `${name} later`,
    reset: 'Back to the usual ones',
  },
  draw: { label: 'Drawing', list: 'List', scatter: 'Scatter' },
  scatter: {
    finding: {
      both: (red, near, points, money) =>
        `${red} is red already and ${near} is ${count(points, 'point', 'points')} away from it: together, ${money} of ARR`,
      red: (n, money) =>
        n === 1 ? `1 red customer holds ${money} of ARR` : `${n} red customers hold ${money} of ARR`,
      neutral: (n, one) => `Health and ARR of ${n} ${one ? 'customer' : 'customers'}`,
    },
    sub: (drawn) =>
      `Health today, across, × ARR · ${drawn} with known health and MRR · larger circle, more money at stake`,
    subThen: (drawn, day) =>
      `Health on ${day}, across, × ARR · ${drawn} with known health and MRR · larger circle, more money at stake`,
    rest: (points, rest) =>
      `The ${points} with most at stake stand one by one; the other ${rest} are the squares: darker, more customers`,
    root: 'height grows with the root of the value: twice the height is four times the ARR',
    axis: (unit) => `ARR, ${unit}`,
    thousands: (symbol) => `${symbol} thousand`,
    bands: { red: 'Red', yellow: 'Yellow', green: 'Green' },
    picture: (n, red, yellow, green) =>
      `Scatter of ${n} customers by health and ARR: ${red} red, ${yellow} yellow, ${green} green. The table says the same.`,
    keys: 'Customers of the chart: arrows or j and k move, Enter opens',
    out: 'Not in the chart',
    withoutHealth: (n) => `${n} of unknown health`,
    withoutMrr: (n) => `${n} without MRR`,
    outOne: (name, noHealth) => `${name}, ${noHealth ? 'health unknown' : 'MRR not told'}`,
    table: 'See table',
    noTable: 'Hide table',
    csv: 'Download CSV',
    caption: 'Customers of the chart, by ARR',
    arr: (symbol) => `ARR, ${symbol}`,
    stake: (symbol) => `At stake, ${symbol}`,
    health: 'Health',
    cells: (n) => `The table has those that stand one by one; ${n} more are only counted.`,
    none: 'Nobody here has known health and MRR at once. The list shows what is missing.',
    failed: 'The chart did not load.',
    file: 'scatter.csv',
    told: (name, score, arr, stake) =>
      `${name}: health ${score}, ARR ${arr}${stake === null ? '' : `, ${stake} at stake`}`,
  },
  bulk: {
    marked: (n, one) => (one ? '1 customer marked' : `${n} customers marked`),
    all: (n) => `Mark all ${n} of the filter`,
    allMarked: (n) => `All ${n} of the filter are marked`,
    clear: 'Unmark',
    note: 'Note on all',
    noteText: 'What to note',
    noteHint: (n) => `The same note goes to ${customers(n)}.`,
    task: 'Open task',
    taskText: 'What to do',
    taskHint: (n) => `The same task opens on ${customers(n)}, for whoever looks after each.`,
    taskDue: 'By, day/month/year',
    dueWrong: 'Write the date as 15/04/2026.',
    open: 'Open',
    emptyTask: 'Write what to do, in three letters or more.',
    opened: (n) => `Task opened on ${customers(n)}.`,
    taskUndone: (n) => `Task taken off ${customers(n)}.`,
    write: 'Write',
    cancel: 'Cancel',
    empty: 'Write what to note.',
    csv: 'Export CSV',
    exporting: 'Preparing the file',
    exported: (n) => `File with ${n} downloaded.`,
    file: 'base.csv',
    progress: (done, of) => `${done} of ${of} customers`,
    stop: 'Stop',
    stopped: (done, of) => `Stopped: ${done} of ${of} recorded.`,
    noted: (n) => `Noted on ${customers(n)}.`,
    missing: (n) =>
      n === 1
        ? '1 is no longer in the base and went without the note.'
        : `${n} are no longer in the base and went without the note.`,
    undone: (n) => `Note taken off ${customers(n)}.`,
    undo: 'Undo',
    tooMany: (most) => `There are more than ${most}: filter first, or do it in parts. Nothing was recorded.`,
    failed: (done, of) => `Stopped at ${done} of ${of}; what was recorded is recorded.`,
    exportFailed: 'The file did not come. Try again.',
  },
};
