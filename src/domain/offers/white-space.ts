// What of the catalogue complements an account: growth offers it does not hold, or holds and hardly uses.
// It weighs nothing: whether one may be made now is for the gates.
import { codesLeaf } from '#domain/journey/segment.ts';
import type { Method } from '#domain/method/schema.ts';
import type { Profile } from '#domain/profile/shape.ts';

/** A share used below this leaves room in an offer that is held. */
const littleUsed = 0.3;

/** Keys of the complementary offers, in the order of the catalogue; null when the method has no catalogue. */
export function whiteSpaceOf(profile: Profile, method: Method): readonly string[] | null {
  if (method.offers.length === 0) return null;
  const held = codesLeaf(profile, 'offers', 'held');
  const open = (key: string): boolean => {
    const used = profile.useRates?.[key];
    return !held.includes(key) || (used !== undefined && used < littleUsed);
  };
  return method.offers.filter((offer) => offer.intent === 'growth' && open(offer.key)).map(({ key }) => key);
}
