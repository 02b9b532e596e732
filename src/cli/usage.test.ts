import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commands, helpText, parseCommand, WrongUse, type CommandName } from './usage.ts';

test('unknown commands, unknown flags, missing values and too many arguments are wrong use', () => {
  const wrong = [
    'fly',
    'week --color',
    'week extra',
    'week --as-of',
    'explain a b',
    'start --port',
    'doctor x',
    'constructor',
  ];
  for (const line of wrong) assert.throws(() => parseCommand(line.split(' ')), WrongUse, line);
});

test('what is right is read', () => {
  assert.deepEqual(parseCommand(['import', 'a', 'b', '--dry-run', '--json']).positionals, ['a', 'b']);
  assert.equal(parseCommand(['week', '--as-of', '2026-04-15']).values['as-of'], '2026-04-15');
  for (const args of [[], ['--help'], ['help']]) assert.equal(parseCommand(args).command, null);
});

test('every command has help with its flags and examples in both languages', () => {
  for (const name of Object.keys(commands) as CommandName[]) {
    for (const locale of ['pt-BR', 'en'] as const) {
      const text = helpText(name, locale);
      for (const flag of Object.keys(commands[name].flags)) assert.match(text, new RegExp(`--${flag}\\b`));
      for (const example of commands[name].examples) assert.ok(text.includes(example));
      for (const example of commands[name].examples)
        assert.equal(
          parseCommand(
            example
              .split(' ')
              .slice(1)
              .filter((part) => !part.startsWith('"') && !part.endsWith('"')),
          ).command,
          name,
        );
    }
  }
});
