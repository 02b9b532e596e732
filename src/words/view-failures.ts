// What cannot be done to a saved view of the Base, in words.
import { say, type BothTexts } from './failure-text.ts';

/** By code; braces are filled from the refusal's details. */
export const viewFailures = {
  'view-not-found': say(
    404,
    ['Esta visão não existe', 'Ela foi removida, ou é só de outra pessoa. As outras continuam como estavam.'],
    [
      'There is no such view',
      'It was removed, or it is somebody else’s alone. The others stayed as they were.',
    ],
  ),
  'views-too-many': say(
    409,
    ['Visões demais', 'Cabem {most}. Remova uma que ninguém usa e salve de novo; nada foi mudado.'],
    [
      'Too many views',
      'There is room for {most}. Remove one that nobody uses and save again; nothing was changed.',
    ],
  ),
} as const satisfies Record<string, BothTexts>;
