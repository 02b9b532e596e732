// The contacts of the profile by number: role, caps of the contact policy, last answer. Never a name.
import type { ContactState, View } from '#domain/profile/shape.ts';
import { contactFolds } from './fold.ts';

/** One entry for each contact known by now; `contact` counts among those (`contactRanks` gives the file's number). */
export function contactStates(view: View): readonly ContactState[] {
  const { day } = view;
  return contactFolds(view).map((fold, contact) => ({
    contact,
    role: fold.role,
    left: fold.left,
    keyUser: fold.keyUser,
    optOut: fold.optOut,
    daysSinceConversation: fold.conversationOn === null ? null : day - fold.conversationOn,
    commercial14d: fold.commercial14d,
    automated14d: fold.automated14d,
    daysSinceSurvey: fold.surveyOn === null ? null : day - fold.surveyOn,
  }));
}

/** Number in the account file of each contact of the profile, by its number there. */
export function contactRanks(view: View): readonly number[] {
  return contactFolds(view).map((fold) => fold.rank);
}
