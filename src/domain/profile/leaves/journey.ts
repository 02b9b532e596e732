// Leaves of the journey: where the tracks are. Lateness needs the method's durations.
import { leaves } from '#domain/profile/leaf.ts';

export const journeyLeaves = leaves([
  {
    key: 'journey.stages',
    type: 'codes',
    reads: ['transition'],
    missingWhen: 'no track is known',
    pt: 'Fases em que a conta está',
    en: 'Stages the account is in',
  },
  {
    key: 'journey.openTracks',
    type: 'count',
    reads: ['transition'],
    own: true,
    missingWhen: 'never: tracks are kept in Perene',
    pt: 'Frentes abertas',
    en: 'Open tracks',
  },
  {
    key: 'journey.onboardingLate',
    type: 'flag',
    reads: ['transition'],
    needsMethod: true,
    missingWhen: 'no confirmed onboarding track is known',
    pt: 'Ativação atrasada',
    en: 'Onboarding late',
  },
  {
    key: 'journey.otherLate',
    type: 'flag',
    reads: ['transition'],
    needsMethod: true,
    missingWhen: 'no confirmed track past onboarding is known',
    pt: 'Outra frente atrasada',
    en: 'Another track late',
  },
  {
    key: 'journey.daysSinceGoLive',
    type: 'days',
    reads: ['milestone', 'transition'],
    missingWhen: 'go-live is not recorded',
    pt: 'Dias desde a entrada em produção',
    en: 'Days since go-live',
  },
  {
    key: 'journey.daysSinceProgress',
    type: 'days',
    reads: ['milestone', 'transition', 'goal', 'offer'],
    missingWhen: 'no source of milestones, transitions or goals',
    pt: 'Dias sem avanço (marco, fase, meta ou oferta aceita)',
    en: 'Days without progress (milestone, stage, goal or accepted offer)',
  },
]);
