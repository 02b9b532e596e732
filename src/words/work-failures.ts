// What went wrong when a person wrote on a customer or decided a line, in words.
import { say } from './failure-text.ts';

/** Refusals of what people write, by code. */
export const workFailures = {
  'entry-not-found': say(
    404,
    ['Registro não encontrado', 'Não há registro "{fact}" feito à mão neste cliente. Nada mudou.'],
    ['Entry not found', 'There is no entry "{fact}" made by hand on this account. Nothing changed.'],
  ),
  'entry-unknown': say(
    422,
    [
      'Isto não existe aqui',
      '"{value}" não está no método nem neste cliente. Nada foi gravado; atualize a página.',
    ],
    [
      'There is no such thing here',
      '"{value}" is neither in the method nor on this account. Nothing was recorded; reload the page.',
    ],
  ),
  'entry-due-past': say(
    422,
    ['O prazo já passou', '{value} já passou. Nada foi gravado; escolha um dia de hoje em diante.'],
    ['The day has passed', '{value} has passed. Nothing was recorded; choose today or a later day.'],
  ),
  'entry-proof': say(
    422,
    [
      'Isto não prova o marco',
      '"{value}" não é um número ou um endereço. Nada foi gravado; corrija a prova ou grave sem ela.',
    ],
    [
      'This proves nothing',
      '"{value}" is no number or address. Nothing was recorded; mend the proof or record without it.',
    ],
  ),
  'entry-delivered': say(
    409,
    ['O marco já foi entregue', 'Alguém registrou "{value}" antes. Nada foi gravado de novo.'],
    ['The milestone is delivered already', 'Somebody recorded "{value}" before. Nothing was recorded again.'],
  ),
  'entry-attended': say(
    422,
    [
      'Vieram mais que os convidados',
      'Há {value} presentes, mais que os convidados. Nada foi gravado; corrija um dos dois.',
    ],
    [
      'More came than were invited',
      '{value} came, more than were invited. Nothing was recorded; mend one of the two.',
    ],
  ),
  'line-decided': say(
    409,
    [
      'Alguém já decidiu esta linha',
      '{account}: "{what}". O que você escreveu continua no campo e não foi gravado; Enter de novo grava por cima.',
    ],
    [
      'Somebody decided this line already',
      '{account}: "{what}". What you wrote is still in the field and was not recorded; Enter again records over it.',
    ],
  ),
  'line-closed': say(
    409,
    [
      'Alguém já fechou esta decisão',
      'Ela foi feita ou deixada de lado. O que você escreveu continua no campo e não foi gravado; decida de novo se ainda precisar.',
    ],
    [
      'Somebody closed this decision already',
      'It was done or dropped. What you wrote is still in the field and was not recorded; decide again if it is still needed.',
    ],
  ),
  'line-owner-gone': say(
    422,
    [
      'Essa pessoa não está mais aqui',
      '"{value}" saiu da base. Nada foi gravado e o texto continua no campo; escolha outra pessoa.',
    ],
    [
      'This person is not here any more',
      '"{value}" left the base. Nothing was recorded and the text is still in the field; choose somebody else.',
    ],
  ),
} as const;
