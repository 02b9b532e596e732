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
  for (const line of wrong) assert.throws(() => parseCommand(line.split(' '), 'pt-BR'), WrongUse, line);
});

test('wrong use is said in one sentence of its own, in both languages', () => {
  const said = (line: string, locale: 'pt-BR' | 'en'): string => {
    try {
      parseCommand(line.split(' '), locale);
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };
  const wrong: readonly (readonly [string, RegExp, RegExp])[] = [
    ['fly', /^"fly" não é um comando.*start, import/, /^"fly" is no command.*start, import/],
    ['week --color', /^--color não é uma opção.*--as-of/, /^--color is no option.*--as-of/],
    ['week --as-of', /^Falta o valor de --as-of\.$/, /^--as-of needs a value\.$/],
    ['week --json=1', /^--json não leva valor\.$/, /^--json takes no value\.$/],
    ['week extra', /^"extra" sobra/, /^"extra" is one argument too many/],
    ['week --lang fr', /^Não há frases em "fr"/, /^There are no sentences in "fr"/],
  ];
  for (const [line, pt, en] of wrong) {
    assert.match(said(line, 'pt-BR'), pt);
    assert.match(said(line, 'en'), en);
  }
});

test('what is right is read', () => {
  assert.deepEqual(parseCommand(['import', 'a', 'b', '--dry-run', '--json'], 'en').positionals, ['a', 'b']);
  assert.equal(parseCommand(['week', '--as-of', '2026-04-15'], 'en').values['as-of'], '2026-04-15');
  for (const args of [[], ['--help'], ['help']]) assert.equal(parseCommand(args, 'en').command, null);
});

/** A line as a shell parts it: what stands in quotes is one word. */
const wordsOf = (line: string): string[] =>
  (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''));

test('every command has help with its flags and examples in both languages', () => {
  for (const name of Object.keys(commands) as CommandName[]) {
    for (const locale of ['pt-BR', 'en'] as const) {
      const text = helpText(name, locale);
      for (const flag of Object.keys(commands[name].flags)) assert.match(text, new RegExp(`--${flag}\\b`));
      for (const example of commands[name].examples) assert.ok(text.includes(example));
      for (const example of commands[name].examples)
        assert.equal(parseCommand(wordsOf(example).slice(1), locale).command, name);
    }
  }
});
