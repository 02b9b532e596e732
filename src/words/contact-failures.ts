// What went wrong when somebody told of the people of a customer, in words.
import { say } from './failure-text.ts';

/** Refusals about the people of a customer, by code. */
export const contactFailures = {
  'contact-not-found': say(
    404,
    ['Pessoa não encontrada', 'Essa pessoa não está na lista deste cliente. Nada mudou; atualize a página.'],
    ['Person not found', 'This person is not on the list of this account. Nothing changed; reload the page.'],
  ),
  'contact-known': say(
    409,
    [
      'Essa pessoa já está na lista',
      '{name} já está entre as pessoas deste cliente. Nada foi gravado; se for outra pessoa, escreva o nome completo.',
    ],
    [
      'This person is listed already',
      '{name} is among the people of this account already. Nothing was recorded; if it is somebody else, write the full name.',
    ],
  ),
  'contact-known-left': say(
    409,
    [
      'Essa pessoa já esteve aqui',
      '{name} está na lista como quem saiu. Nada foi gravado; se voltou, marque “Voltou” na lista.',
    ],
    [
      'This person was here before',
      '{name} is on the list as somebody who left. Nothing was recorded; if they are back, press “Is back” on the list.',
    ],
  ),
  'contact-gone': say(
    409,
    ['Essa pessoa já saiu', '{name} saiu em {day}. Nada foi gravado; se voltou, marque “Voltou”.'],
    [
      'This person left already',
      '{name} left on {day}. Nothing was recorded; if they are back, press “Is back”.',
    ],
  ),
  'contact-here': say(
    409,
    ['Essa pessoa não saiu', '{name} já consta no cargo. Nada foi gravado de novo.'],
    ['This person did not leave', '{name} is known to be here. Nothing was recorded again.'],
  ),
  'contact-same': say(
    409,
    ['Isso já é assim', '{name} já está com esse papel e essa influência. Nada foi gravado de novo.'],
    ['It is so already', '{name} has this role and this influence already. Nothing was recorded again.'],
  ),
  'contact-told': say(
    409,
    ['Isso já foi dito hoje', 'Alguém já falou de {name} hoje. Nada foi gravado de novo.'],
    ['It was told today already', 'Somebody told of {name} today already. Nothing was recorded again.'],
  ),
  'contact-left-early': say(
    422,
    [
      'Saiu antes de entrar',
      '{name} entrou em {day}; não pode ter saído antes. Nada foi gravado; corrija a data.',
    ],
    [
      'Left before joining',
      '{name} joined on {day} and cannot have left before. Nothing was recorded; mend the day.',
    ],
  ),
  'phone-invalid': say(
    422,
    [
      'Telefone inválido',
      '"{phone}" não é um telefone. Escreva com DDD, como (34) 99999-0000. Nada foi gravado.',
    ],
    [
      'Not a telephone',
      '"{phone}" is no telephone number. Write it with its area code. Nothing was recorded.',
    ],
  ),
} as const;
