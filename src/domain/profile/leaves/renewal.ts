// Leaves of the renewal of the active contract that ends next. Steps are own records: absent means not done.
import { leaves } from '#domain/profile/leaf.ts';

const never = 'never: recorded in Perene first';

export const renewalLeaves = leaves([
  {
    key: 'renewal.daysToEnd',
    type: 'days',
    reads: ['contract'],
    missingWhen: 'no active contract has an end',
    pt: 'Dias até a renovação',
    en: 'Days to the renewal',
  },
  {
    key: 'renewal.conversationHeld',
    type: 'flag',
    reads: ['contract'],
    own: true,
    missingWhen: never,
    pt: 'Conversa de renovação feita',
    en: 'Renewal conversation held',
  },
  {
    key: 'renewal.proposalSent',
    type: 'flag',
    reads: ['contract'],
    own: true,
    missingWhen: never,
    pt: 'Proposta de renovação enviada',
    en: 'Renewal proposal sent',
  },
  {
    key: 'renewal.confirmed',
    type: 'flag',
    reads: ['contract'],
    own: true,
    missingWhen: never,
    pt: 'Renovação confirmada',
    en: 'Renewal confirmed',
  },
  {
    key: 'renewal.category',
    type: 'code',
    reads: ['contract'],
    own: true,
    missingWhen: 'never: "none" until a person states one',
    pt: 'Categoria da previsão de renovação',
    en: 'Renewal forecast category',
  },
  {
    key: 'renewal.objectionsOpen',
    type: 'count',
    reads: ['objection'],
    missingWhen: 'no source of objections and none recorded',
    pt: 'Objeções à renovação em aberto',
    en: 'Open renewal objections',
  },
  {
    key: 'renewal.decisionMakerEngaged',
    type: 'flag',
    reads: ['contact', 'meeting', 'message', 'call'],
    window: 90,
    missingWhen: 'no decision maker is known, or no source of conversations',
    pt: 'Quem decide está em contato',
    en: 'Decision maker engaged',
  },
  {
    key: 'renewal.stepsLate',
    type: 'count',
    reads: ['contract'],
    own: true,
    needsMethod: true,
    missingWhen: 'no active contract has an end',
    pt: 'Passos da renovação atrasados',
    en: 'Renewal steps late',
  },
]);
