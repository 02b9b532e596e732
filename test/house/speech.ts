// What the repository does not speak of: how it came to be, numbers of tickets, folders of one machine, addresses of registries.
// The words themselves are kept as hashes, so that this file does not speak of them either.
import { createHash } from 'node:crypto';

/** First 16 hex digits of SHA-256 over a lower-case word, or two words with one space between. */
export const hashOf = (words: string): string =>
  createHash('sha256').update(words).digest('hex').slice(0, 16);

const unspoken: ReadonlySet<string> = new Set([
  '053ea4804ef1bb33',
  '09ba08cae09c6216',
  '31a85e22a24a7a4f',
  '3866d389831bcf97',
  '3ea125d0bff386e6',
  '442e56863b7e9cf8',
  '461845f6b8be326a',
  '487b91042c7cf27a',
  '52196a62f405150a',
  '549eb0447cc9d1d1',
  '57de4cf40144bdf7',
  '5845b9673fc3d39b',
  '5d72436256ada538',
  '5eff592cc497fccb',
  '60965168ce762e94',
  '7d3194f79e645c42',
  '803b3eb2b6af0271',
  '8d4be69f379d92cc',
  '94a168d2da574b00',
  'a4d76a4d59584d6f',
  'c5f9d8f01eaaecc5',
  'c70eca6b0f88f44d',
  'c857d09db23e6822',
  'd298391b07433318',
  'de2187af3fb01170',
  'e16202309c921807',
  'ec3f4a4cd18a80ef',
  'ee662f0a4316976d',
  'f3b2f05f6ec0a894',
]);

const machine = new RegExp(
  `(^|[\\s'"\`(=:])/(${['work', 'root', 'home/\\w+', 'Users/\\w+'].join('|')})(/|['"\`\\s]|$)`,
  'm',
);
const registry = new RegExp(
  `registry\\.${'npmjs'}|registry\\.${'yarnpkg'}|https?://[^\\s'"]*:4873|${'npm'}mirror\\.com`,
);
const ticket = /(^|[\s(])(GH-|issue\s+)?#\d{1,6}\b(?![\da-fA-F])/m;

/** What of this a text speaks of. Documents and comments may name no tickets; code and styles hold colours. */
export function unspokenIn(path: string, text: string): readonly string[] {
  const words = text.toLowerCase().match(/[a-zà-ú]+/g) ?? [];
  const said = new Set([...words, ...words.map((word, i) => `${word} ${words[i + 1] ?? ''}`)]);
  const found = [...said].filter((one) => unspoken.has(hashOf(one)));
  const prose = /\.(md|txt)$/.test(path)
    ? text.replace(/```[\s\S]*?```/g, '')
    : (text.match(/(^|\s)(\/\/|--|\*) .*$/gm) ?? []).join('\n');
  return [
    ...found.map((one) => `${path}: "${one}"`),
    ...(machine.test(text) ? [`${path}: a folder of one machine`] : []),
    ...(registry.test(text) ? [`${path}: an address of a registry`] : []),
    ...(ticket.test(prose) ? [`${path}: the number of a ticket`] : []),
  ];
}
