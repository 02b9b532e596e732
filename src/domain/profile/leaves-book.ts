// The chapter of the book that lists every leaf, generated from the registry. Writes nothing itself.
import type { LeafSpec } from './leaf.ts';
import { dynamicGroups, leafRegistry } from './registry.ts';

const head = `# Leaves of the profile

Generated from the leaf registry (\`src/domain/profile/registry.ts\`); a test keeps it equal. Conditions of a method read
these keys. A leaf without data is *missing*: a condition over it is unknown, neither true nor false.

*Own*: recorded in Perene first, so absence is false, zero or "none". *Method*: computed from profile and method together.
Finest: the coarsest grain of data that can still answer. Days are calendar days in the workspace's zone, unless said.
`;

function row(spec: LeafSpec): string {
  const marks = [spec.own ? 'own' : '', spec.needsMethod ? 'method' : ''].filter(Boolean).join(', ');
  const cells = [
    `\`${spec.key}\``,
    spec.type,
    spec.pt,
    spec.en,
    spec.reads.join(', '),
    spec.window === undefined ? '' : `${spec.window} d`,
    spec.finest ?? '',
    marks,
    spec.missingWhen,
  ];
  return `| ${cells.join(' | ')} |`;
}

const columns = ['leaf', 'type', 'pt-BR', 'English', 'reads', 'window', 'finest', 'marks', 'missing when'];

/** Markdown of the whole chapter. */
export function leavesBook(): string {
  const groups = new Map<string, LeafSpec[]>();
  for (const spec of leafRegistry.values()) {
    const group = spec.key.slice(0, spec.key.indexOf('.'));
    groups.set(group, [...(groups.get(group) ?? []), spec]);
  }
  const parts = [head];
  for (const [group, specs] of groups) {
    parts.push(`## ${group}\n`);
    parts.push(`| ${columns.join(' | ')} |`, `| ${columns.map(() => '---').join(' | ')} |`);
    parts.push(...specs.map(row), '');
  }
  parts.push("## Keys of the workspace's own\n");
  for (const [group, spec] of Object.entries(dynamicGroups))
    parts.push(`- \`${group}.<key>\`: ${spec.pt} (${spec.en}). A key that is absent is missing.`);
  return `${parts.join('\n')}\n`;
}
