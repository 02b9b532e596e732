// `perene method`: the method as text, checked, compared, and published. A method is named by a template that ships, by
// the number of a version that ran here, or by a file.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  compareMethods,
  publishMethod,
  readMethod,
  readMethodText,
  type MethodChoice,
} from '#actions/method.ts';
import { previewMethod, type MethodPreview } from '#actions/preview-method.ts';
import { bandTexts, changeTexts, previewText } from '#words/method.ts';
import { joined, type Joined } from './joined.ts';
import type { Terminal } from './terminal.ts';
import { WrongUse, type Parsed } from './usage.ts';
import { wrongUseText } from './wrong-use.ts';

const verbs = ['show', 'check', 'diff', 'publish'] as const;
type Verb = (typeof verbs)[number];

/** What a word names: a version by its number, a file where there is one, else a template. */
function choiceOf(word: string, terminal: Terminal): MethodChoice {
  if (/^\d+$/.test(word)) return { version: Number(word) };
  const path = resolve(terminal.cwd, word);
  return existsSync(path) ? { source: readFileSync(path, 'utf8') } : { template: word };
}

async function running({ session }: Joined): Promise<MethodChoice> {
  return { version: (await readMethod(session)).version };
}

function previewLines(found: MethodPreview, locale: Terminal['locale']): string {
  const methods = { running: found.running.method, chosen: found.chosen.method };
  const examples = found.examples.map(
    (one) => `  ${one.name}: ${changeTexts(one, methods, locale).join('; ')}`,
  );
  const bands = bandTexts(found, locale);
  return [previewText(found, locale), ...(bands.length > 0 ? [bands.join(', ')] : []), ...examples, ''].join(
    '\n',
  );
}

type Said = { readonly json: unknown; readonly text: string };

async function shown(at: Joined, words: readonly string[], terminal: Terminal): Promise<Said> {
  const [word] = words;
  const choice = word === undefined ? await running(at) : choiceOf(word, terminal);
  const source = await readMethodText(at.session, choice);
  return { json: { source }, text: source };
}

async function checked(at: Joined, words: readonly string[], terminal: Terminal): Promise<Said> {
  const [word = ''] = words;
  await readMethodText(at.session, choiceOf(word, terminal));
  const text = terminal.locale === 'en' ? `${word}: a valid method.\n` : `${word}: método válido.\n`;
  return { json: { valid: true }, text };
}

async function compared(at: Joined, words: readonly string[], terminal: Terminal): Promise<Said> {
  const [first = '', second] = words;
  const [before, after] =
    second === undefined
      ? [await running(at), choiceOf(first, terminal)]
      : [choiceOf(first, terminal), choiceOf(second, terminal)];
  const changes = await compareMethods(at.session, before, after);
  const none = terminal.locale === 'en' ? 'No difference.' : 'Nenhuma diferença.';
  const lines = changes.map(({ path, before: from, after: to }) => `${path}: ${from ?? '—'} → ${to ?? '—'}`);
  return { json: { changes }, text: `${lines.length === 0 ? none : lines.join('\n')}\n` };
}

async function published(
  at: Joined,
  words: readonly string[],
  terminal: Terminal,
  dry: boolean,
): Promise<Said> {
  const [word = ''] = words;
  const { locale } = terminal;
  const choice = choiceOf(word, terminal);
  if (dry) {
    const found = await previewMethod(at.session, choice);
    const { over, total, looked, changed, byAspect, bands } = found;
    return { json: { over, total, looked, changed, byAspect, bands }, text: previewLines(found, locale) };
  }
  const { version, changes } = await publishMethod(at.session, choice, null);
  const text =
    locale === 'en'
      ? `Version ${version} runs now; ${changes} ${changes === 1 ? 'place differs' : 'places differ'} from the one before.\n`
      : `A versão ${version} está em uso; ${changes} ${changes === 1 ? 'ponto difere' : 'pontos diferem'} da anterior.\n`;
  return { json: { version, changes }, text };
}

const does: Readonly<
  Record<Verb, (at: Joined, words: readonly string[], terminal: Terminal, dry: boolean) => Promise<Said>>
> = { show: shown, check: checked, diff: compared, publish: published };

const isVerb = (word: string): word is Verb => (verbs as readonly string[]).includes(word);

export async function methodCommand(terminal: Terminal, parsed: Parsed): Promise<void> {
  const { locale } = terminal;
  const [verb = 'show', ...words] = parsed.positionals;
  if (!isVerb(verb)) throw new WrongUse(wrongUseText('method-verb', verb, locale, verbs), 'method');
  if (verb !== 'show' && words.length === 0)
    throw new WrongUse(wrongUseText('method-name', verb, locale), 'method');
  const workspace = parsed.values['workspace'];
  const writes = verb === 'publish' && parsed.values['dry-run'] !== true;
  await joined(
    terminal,
    typeof workspace === 'string' ? workspace : undefined,
    async (at) => {
      const said = await does[verb](at, words, terminal, !writes);
      terminal.out(parsed.values['json'] === true ? `${JSON.stringify(said.json)}\n` : said.text);
    },
    writes ? 'writes' : 'looks',
  );
}
