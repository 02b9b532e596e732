// What is wrong with a command line, in one sentence. Which lines are wrong is decided where they are read.
import type { Locale } from './usage.ts';

const sentences = {
  command: [
    '"{what}" não é um comando do Perene. Os comandos são: {known}.',
    '"{what}" is no command of Perene. The commands are: {known}.',
  ],
  option: [
    '{what} não é uma opção deste comando. As opções são: {known}.',
    '{what} is no option of this command. The options are: {known}.',
  ],
  'no-value': ['Falta o valor de {what}.', '{what} needs a value.'],
  'no-value-wanted': ['{what} não leva valor.', '{what} takes no value.'],
  'too-many': [
    '"{what}" sobra neste comando. Ponha entre aspas o que tem espaço.',
    '"{what}" is one argument too many. Put what has a space between quotes.',
  ],
  port: [
    '"{what}" não é uma porta. Escreva um número de 0 a 65535; 0 escolhe uma livre.',
    '"{what}" is no port. Write a number from 0 to 65535; 0 takes a free one.',
  ],
  role: ['"{what}" não é um papel. Os papéis são: {known}.', '"{what}" is no role. The roles are: {known}.'],
  money: [
    '"{what}" não diz se vê valores. Escreva --money yes ou --money no.',
    '"{what}" does not say whether they see amounts. Write --money yes or --money no.',
  ],
  'user-verb': [
    '"{what}" não é algo que se faça com pessoas. Escreva list, add, role, remove ou reset.',
    '"{what}" is nothing to do with people. Write list, add, role, remove or reset.',
  ],
  email: ['Falta o e-mail: perene user {what} EMAIL.', 'The e-mail is missing: perene user {what} EMAIL.'],
  'method-verb': [
    '"{what}" não é algo que se faça com o método. Escreva {known}.',
    '"{what}" is nothing to do with the method. Write {known}.',
  ],
  'method-name': [
    'Falta dizer qual método: perene method {what} MODELO, VERSÃO ou ARQUIVO.',
    'Say which method: perene method {what} TEMPLATE, VERSION or FILE.',
  ],
  url: [
    '"{what}" não é um endereço. Escreva, por exemplo, https://cs.firma.com.br.',
    '"{what}" is no address. Write, for example, https://cs.firma.com.br.',
  ],
  'url-needed': [
    'Para atender em {what}, diga por que endereço as pessoas chegam: --url https://cs.firma.com.br.',
    'To answer on {what}, say by which address people come: --url https://cs.firma.com.br.',
  ],
  lang: [
    'Não há frases em "{what}". Escreva --lang pt-BR ou --lang en.',
    'There are no sentences in "{what}". Write --lang pt-BR or --lang en.',
  ],
} as const satisfies Record<string, readonly [pt: string, en: string]>;

/** The sentence; `known` is what could have been meant. */
export function wrongUseText(
  fault: keyof typeof sentences,
  what: string,
  locale: Locale,
  known: readonly string[] = [],
): string {
  const text = sentences[fault][locale === 'en' ? 1 : 0];
  const filled: Readonly<Record<string, string>> = { what, known: known.join(', ') };
  return text.replace(/\{(\w+)\}/g, (_, name: string) => filled[name] ?? '');
}

const named = /'(--?[\w-]+)/;

/** The sentence for what the parser of arguments threw; null for what it never throws. */
export function parserText(error: unknown, locale: Locale, options: readonly string[]): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  const what = named.exec(error.message)?.[1] ?? error.message;
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return wrongUseText('option', what, locale, options);
  if (error.code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return null;
  const unwanted = error.message.includes('does not take an argument');
  return wrongUseText(unwanted ? 'no-value-wanted' : 'no-value', what, locale);
}
