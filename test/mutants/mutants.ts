// The planted bugs: mistakes that are easy to make in this field and hard to see on a screen.
export type Mutant = {
  /** What goes wrong, in words. */
  readonly name: string;
  readonly file: string;
  /** Text that stands exactly once in the file, and what takes its place. */
  readonly find: string;
  readonly replace: string;
  /** Unit tests that must fail. */
  readonly tests: readonly string[];
};

const usage = ['src/domain/usage/usage.test.ts', 'src/domain/usage/periods.test.ts'];
const relationship = ['src/domain/relationship/relationship.test.ts'];
const conditions = ['src/domain/method/conditions.test.ts'];

const health = ['src/domain/health/bands.test.ts'];
const winners = ['src/domain/account-file/winner-rule.test.ts'];
const tables = ['src/connectors/sheet/tables.test.ts'];
const view = ['src/domain/profile/view.test.ts'];

export const mutants: readonly Mutant[] = [
  {
    name: 'export: a text that begins with a formula goes out as it is',
    file: 'src/base/formula.ts',
    find: "return formula.test(written) && !bare.test(written) ? `'${written}` : written;",
    replace: 'return written;',
    tests: ['src/connectors/export/cells.test.ts'],
  },
  {
    name: 'export: three decimals are read back as thousands',
    file: 'src/connectors/export/cells.ts',
    find: 'fraction.length === 3 ? `${fraction}0` : fraction',
    replace: 'fraction',
    tests: ['src/connectors/export/cells.test.ts'],
  },
  {
    name: 'data quality: a measure without weight makes its pillar speak',
    file: 'src/domain/data-quality/coverage.ts',
    find: "measures.some((each) => each.weight > 0 && group.known[each.at] === '1'),",
    replace: "measures.some((each) => group.known[each.at] === '1'),",
    tests: ['src/domain/data-quality/coverage.test.ts'],
  },
  {
    name: 'identity: two units of one name are suggested as one customer',
    file: 'src/domain/data-quality/similar-names.ts',
    find: 'if (marks(left) !== marks(right)) return 0;',
    replace: '',
    tests: ['src/domain/data-quality/similar-names.test.ts'],
  },
  {
    name: 'fold: facts are seen before they were known',
    file: 'src/domain/profile/view.ts',
    find: 'return late ? cut.filter((row) => row.known <= asOf) : cut;',
    replace: 'return cut;',
    tests: [...winners, ...view],
  },
  {
    name: 'fold: of one record the first revision holds',
    file: 'src/domain/profile/view.ts',
    find: 'row.revision >= known.revision',
    replace: 'row.revision <= known.revision',
    tests: winners,
  },
  {
    name: 'fold: when a fact was known decides before when it was true',
    file: 'src/domain/account-file/order.ts',
    find: 'a.occurredAt - b.occurredAt ||\n    a.knownAt - b.knownAt ||',
    replace: 'a.knownAt - b.knownAt ||\n    a.occurredAt - b.occurredAt ||',
    tests: winners,
  },
  {
    name: 'fold: a hole between two covers counts as covered',
    file: 'src/domain/profile/coverage.ts',
    find: 'if (run && from <= run.to + 1) {',
    replace: 'if (run) {',
    tests: view,
  },
  {
    name: 'fold: an old open ticket becomes a counter',
    file: 'src/domain/account-file/condense.ts',
    find: 'group.every((entry) => entry.day < from) && !isOpen(group)',
    replace: 'group.every((entry) => entry.day < from)',
    tests: ['src/domain/account-file/condense.test.ts'],
  },
  {
    name: 'profile: a window counts though its source covers a part of it only',
    file: 'src/domain/profile/reach.ts',
    find: 'reach !== null && reach.to - reach.from + 1 >= days',
    replace: 'reach !== null && reach.to - reach.from + 1 >= days - 365',
    tests: usage,
  },
  {
    name: 'profile: unknown is read as zero outside covered time',
    file: 'src/domain/usage/periods.ts',
    find: 'const zero = covered !== null && from >= covered.from && to <= covered.to;',
    replace: 'const zero = (covered === null || from >= covered.from) && ordered.length < 24;',
    tests: usage,
  },
  {
    name: 'profile: change of usage per calendar day instead of per working day',
    file: 'src/domain/usage/volume.ts',
    find: 'const before = calendar.workingDaysBetween(previous.from - 1, previous.to);',
    replace: 'const before = previous.to - previous.from + 1;',
    tests: usage,
  },
  {
    name: 'profile: a late feed lets days without activity grow',
    file: 'src/domain/usage/daily.ts',
    find: 'const days = daysSince(active?.day ?? null, reach, startOf(view));',
    replace: 'const days = daysSince(active?.day ?? null, { ...reach, to: view.day }, startOf(view));',
    tests: usage,
  },
  {
    name: 'profile: an automatic answer counts as a conversation',
    file: 'src/domain/relationship/conversations.ts',
    find: "row.direction === 'in' && row.automated !== true",
    replace: "row.direction === 'in'",
    tests: relationship,
  },
  {
    name: 'profile: a champion who was replaced still counts as left',
    file: 'src/domain/relationship/roles.ts',
    find: 'if (step.replacedBy !== null) begin(step.replacedBy, step);',
    replace: 'if (step.replacedBy !== null && step.role !== null) begin(step.replacedBy, step);',
    tests: relationship,
  },
  {
    name: 'decide: unknown settles an "or" as false',
    file: 'src/domain/method/conditions.ts',
    find: 'return a === null || b === null ? null : !settles;',
    replace: 'return a === null && b === null ? null : !settles;',
    tests: conditions,
  },
  {
    name: 'decide: hysteresis makes it easier to get better, not harder',
    file: 'src/domain/health/memory.ts',
    find: 'bandOf(score - limits.margin, limits)',
    replace: 'bandOf(score + limits.margin, limits)',
    tests: health,
  },
  {
    name: 'decide: a cap waits for hysteresis',
    file: 'src/domain/health/memory.ts',
    find: 'bands.push(rank[capped] < rank[drifting] ? capped : drifting);',
    replace: 'bands.push(drifting);',
    tests: health,
  },
  {
    name: 'decide: a guardrail that nobody can tell passes',
    file: 'src/domain/offers/suitability.ts',
    find: 'if (truth === false) return clear;',
    replace: 'if (truth !== true) return clear;',
    tests: ['src/domain/offers/guardrails.test.ts'],
  },
  {
    name: 'decide: a signal nobody can tell any more clears',
    file: 'src/domain/signals/active.ts',
    find: 'else if (when === false && history.clear(i) === true) break;',
    replace: 'else if (when !== true && history.clear(i) === true) break;',
    tests: ['src/domain/signals/activity.test.ts'],
  },
  {
    name: 'sheet: a period that is not over is taken whole',
    file: 'src/connectors/sheet/usage-facts.ts',
    find: 'period.to > context.today',
    replace: 'period.from > context.today',
    tests: tables,
  },
  {
    name: 'sheet: a month missing from every row is covered all the same',
    file: 'src/connectors/sheet/coverage.ts',
    find: "grain === 'day' ? quietDays : 0",
    replace: '400',
    tests: tables,
  },
  {
    name: 'sheet: what was paid before a movement is zero',
    file: 'src/connectors/sheet/movement-facts.ts',
    find: 'cents: fresh ? 0 : null',
    replace: 'cents: 0',
    tests: ['src/connectors/sheet/movements.test.ts'],
  },
  {
    name: 'sheet: an invoice is due gross',
    file: 'src/connectors/sheet/invoice-facts.ts',
    find: 'net?.cents ?? gross.cents - withheld',
    replace: 'gross.cents',
    tests: tables,
  },
  {
    name: 'sheet: equal answers of two people are one',
    file: 'src/connectors/sheet/import-sheet.ts',
    find: "plan.table === 'answers' &&",
    replace: "plan.table === 'accounts' &&",
    tests: tables,
  },
  {
    name: 'allocate: a week also holds what is due after it',
    file: 'src/engine/people-week.ts',
    find: "action.ownerRole === 'automatic' || action.due > until",
    replace: "action.ownerRole === 'automatic' || action.due > until + 7",
    tests: ['test/people-week.test.ts'],
  },
  {
    name: 'draft: a customer whose row was refused is gone',
    file: 'src/actions/draft-trial.ts',
    find: 'for (const id of await leftOut(tx, session, keys)) named.add(id);',
    replace: '',
    tests: ['test/actions/draft-questions.test.ts'],
  },
  {
    name: 'draft: what was kept once is never asked about again',
    file: 'src/actions/draft-effects.ts',
    find: 'await forgetGone(tx, workspaceId, [...namedRoots(brought)]);',
    replace: '',
    tests: ['test/actions/draft-questions.test.ts'],
  },
  {
    name: 'draft: a late sheet loses who came after it',
    file: 'src/actions/draft-questions.ts',
    find: 'if (today !== null && today > day) return [];',
    replace: '',
    tests: ['test/actions/draft-questions.test.ts'],
  },
  {
    name: 'draft: the other of two columns holds as well',
    file: 'src/connectors/sheet/choices.ts',
    find: "put(twin, { field: 'ignore' });",
    replace: '',
    tests: ['src/connectors/sheet/choices.test.ts'],
  },
  {
    name: 'words: the first day of memory is told as the beginning',
    file: 'src/words/since.ts',
    find: 'if (begun) return from;',
    replace: 'if (begun || day > since) return from;',
    tests: ['test/texts.test.ts'],
  },
];
