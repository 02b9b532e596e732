// Words of a customer's team in the language in force; apart, so that they load with it only.
import { useSpeech, type Speech } from '#web/words/context.tsx';
import { teamEn } from '#web/words/team-en.ts';
import { teamPt, type TeamWords } from '#web/words/team-pt.ts';

export function useTeamSpeech(): Speech & { readonly t: TeamWords } {
  const speech = useSpeech();
  return { ...speech, t: speech.w.language === 'en' ? teamEn : teamPt };
}
