// What went wrong with a task, in words.
import { say } from './failure-text.ts';

/** Refusals of what people do with tasks, by code. */
export const taskFailures = {
  'task-changed': say(
    409,
    [
      'Alguém mudou esta tarefa',
      'Outra pessoa mexeu nela enquanto você olhava. Nada seu foi gravado; veja como ficou e repita se for o caso.',
    ],
    [
      'Somebody changed this task',
      'Another person changed it while you looked. Nothing of yours was recorded; see what stands and repeat it if need be.',
    ],
  ),
  'task-closed': say(
    409,
    ['Esta tarefa já foi concluída', '"{what}" já não está aberta. Nada foi gravado de novo.'],
    ['This task is done already', '"{what}" is no longer open. Nothing was recorded again.'],
  ),
  'task-ended': say(
    409,
    [
      'O contrato deste cliente terminou',
      '{account} já não é cliente. Nenhuma tarefa foi gravada; registre um contrato novo antes.',
    ],
    [
      'This customer’s contract has ended',
      '{account} is no longer a customer. No task was recorded; record a new contract first.',
    ],
  ),
  'task-owner-unknown': say(
    422,
    ['Pessoa desconhecida', 'Essa pessoa não é da equipe. Nada foi gravado; escolha alguém da lista.'],
    ['Unknown person', 'That person is not on the team. Nothing was recorded; choose somebody of the list.'],
  ),
  'task-owner-left': say(
    422,
    ['Esta pessoa saiu', '{owner} saiu da equipe. Nada foi gravado; escolha outra pessoa.'],
    ['This person has left', '{owner} has left the team. Nothing was recorded; choose somebody else.'],
  ),
  'task-owner-limited': say(
    422,
    [
      'Esta pessoa não vê este cliente',
      '{owner} só vê os próprios clientes. Nada foi gravado; escolha outra pessoa ou passe o cliente para ela antes.',
    ],
    [
      'This person does not see this customer',
      '{owner} sees only customers of their own. Nothing was recorded; choose somebody else or hand the customer over first.',
    ],
  ),
} as const;
