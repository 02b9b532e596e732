// Why customers cannot be handed over, in words.
import { say, type BothTexts } from './failure-text.ts';

/** Refusals about who looks after customers, by code. */
export const teamFailures = {
  'team-not-own': say(
    409,
    [
      'Este cliente não é seu para passar',
      'Você passa adiante quem está com você, e sempre para alguém. {account} ficou como estava; peça a quem coordena a equipe.',
    ],
    [
      'This customer is not yours to pass on',
      'You pass on those who are with you, and always to somebody. {account} stays as it was; ask whoever leads the team.',
    ],
  ),
  'team-unknown': say(
    422,
    [
      'Essa pessoa não é da equipe',
      'Ninguém da equipe tem a chave "{member}". Os clientes ficaram com quem estavam; escolha outra pessoa.',
    ],
    [
      'This person is not of the team',
      'Nobody of the team has the key "{member}". The customers stay with whom they were; choose somebody else.',
    ],
  ),
  'team-left': say(
    422,
    [
      'Essa pessoa saiu da equipe',
      '{member} não entra mais aqui. Os clientes ficaram com quem estavam; escolha outra pessoa.',
    ],
    [
      'This person has left the team',
      '{member} no longer enters here. The customers stay with whom they were; choose somebody else.',
    ],
  ),
  'team-changed': say(
    409,
    [
      'Já mudou de novo depois disso',
      'Alguém passou um desses clientes adiante ou mexeu numa das tarefas. Nada foi desfeito; passe de novo para quem deve ficar.',
    ],
    [
      'It has changed again since',
      'Somebody passed one of these customers on, or changed one of the tasks. Nothing was undone; hand over again to whom it should be.',
    ],
  ),
} as const satisfies Record<string, BothTexts>;
