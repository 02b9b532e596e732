// Leaves of offers and advocacy. Offers are own records: absent means none.
import { leaves } from '#domain/profile/leaf.ts';

const never = 'never: recorded in Perene first';

export const offersLeaves = leaves([
  {
    key: 'offers.held',
    type: 'codes',
    reads: ['offer', 'contract'],
    own: true,
    missingWhen: never,
    pt: 'Ofertas que já tem',
    en: 'Offers held',
  },
  {
    key: 'offers.open',
    type: 'count',
    reads: ['offer'],
    own: true,
    missingWhen: never,
    pt: 'Ofertas em aberto',
    en: 'Open offers',
  },
  {
    key: 'offers.lastAt',
    type: 'day',
    reads: ['offer'],
    missingWhen: 'nothing was offered yet',
    pt: 'Data da última oferta',
    en: 'Day of the last offer',
  },
  {
    key: 'offers.refused',
    type: 'codes',
    reads: ['offer'],
    own: true,
    window: 365,
    missingWhen: never,
    pt: 'Ofertas recusadas em 12 meses',
    en: 'Offers refused in 12 months',
  },
  {
    key: 'offers.whiteSpace',
    type: 'count',
    reads: ['offer', 'consumption'],
    needsMethod: true,
    missingWhen: 'the method has no catalogue',
    pt: 'Ofertas complementares que não tem ou pouco usa',
    en: 'Complementary offers not held or little used',
  },
  {
    key: 'advocacy.willing',
    type: 'flag',
    reads: ['advocacy-act'],
    missingWhen: 'nobody was asked and no one acted',
    pt: 'Disposto a recomendar',
    en: 'Willing to be an advocate',
  },
  {
    key: 'advocacy.daysSinceAct',
    type: 'days',
    reads: ['advocacy-act'],
    window: 180,
    missingWhen: 'no act, and no source of acts older than 180 days',
    pt: 'Dias desde o último ato de advocacia',
    en: 'Days since the last act of advocacy',
  },
  {
    key: 'advocacy.acts12m',
    type: 'count',
    reads: ['advocacy-act'],
    window: 365,
    missingWhen: 'no act, and the source of acts does not cover 12 months',
    pt: 'Atos de advocacia em 12 meses',
    en: 'Acts of advocacy in 12 months',
  },
]);
