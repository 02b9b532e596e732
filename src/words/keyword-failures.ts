// What cannot be taken of the firm's words for suggested events, or of an answer to one, in words.
import { say, type BothTexts } from './failure-text.ts';

const kept: readonly [pt: string, en: string] = ['A lista ficou como estava.', 'The list stayed as it was.'];

/** By code; braces are filled from the refusal's details. */
export const keywordFailures = {
  'keywords-changed': say(
    409,
    ['A lista mudou enquanto você editava', `Confira o que mudou e salve de novo. ${kept[0]}`],
    ['The list changed while you were editing', `See what changed and save again. ${kept[1]}`],
  ),
  'keywords-too-many': say(
    422,
    ['Palavras demais', `A lista leva até {most}; esta teria {words}. ${kept[0]}`],
    ['Too many words', `The list takes up to {most}; this one would have {words}. ${kept[1]}`],
  ),
  'keyword-empty': say(
    422,
    ['Falta a palavra', `Escreva uma palavra ou expressão com letras ou números. ${kept[0]}`],
    ['The word is missing', `Write a word or phrase with letters or digits. ${kept[1]}`],
  ),
  'keyword-short': say(
    422,
    ['Palavra de uma letra só', `"{word}" apareceria em quase tudo. Use pelo menos duas letras. ${kept[0]}`],
    [
      'A word of one letter',
      `"{word}" would be found nearly everywhere. Use two letters or more. ${kept[1]}`,
    ],
  ),
  'keyword-long': say(
    422,
    ['Expressão longa demais', `Use até {most} letras; "{word}" tem mais. ${kept[0]}`],
    ['The phrase is too long', `Use up to {most} letters; "{word}" has more. ${kept[1]}`],
  ),
  'keyword-twice': say(
    422,
    ['Palavra repetida', `"{word}" está duas vezes na lista. Cada palavra sugere um evento só. ${kept[0]}`],
    ['A word stands twice', `"{word}" is twice in the list. Each word suggests one event. ${kept[1]}`],
  ),
  'keyword-event': say(
    422,
    ['Evento desconhecido', `"{word}" sugere um evento que não existe: {event}. ${kept[0]}`],
    ['Unknown event', `"{word}" suggests an event that does not exist: {event}. ${kept[1]}`],
  ),
  'keyword-family': say(
    422,
    [
      'Família de oferta desconhecida',
      `"{word}" aponta uma família que o método não tem: {family}. ${kept[0]}`,
    ],
    ['Unknown offer family', `"{word}" names a family that the method does not have: {family}. ${kept[1]}`],
  ),
  'suggestion-not-open': say(
    409,
    ['Esta sugestão não espera mais resposta', 'Ela já foi respondida, ou a observação mudou. Nada mudou.'],
    ['This suggestion waits for no answer', 'It was answered, or the note changed. Nothing changed.'],
  ),
  'suggestion-who': say(
    422,
    [
      'Falta dizer quem saiu',
      'Mais de uma pessoa tem esse papel neste cliente. Escolha quem saiu. Nada mudou.',
    ],
    ['Who left is to be told', 'More than one person has that role here. Choose who left. Nothing changed.'],
  ),
} as const satisfies Record<string, BothTexts>;
