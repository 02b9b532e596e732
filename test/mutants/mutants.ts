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

export const mutants: readonly Mutant[] = [
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
    replace: 'const zero = to >= (covered?.from ?? to - 400);',
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
    find: 'const days = daysSince(active?.day ?? null, reach);',
    replace: 'const days = daysSince(active?.day ?? null, { ...reach, to: view.day });',
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
];
