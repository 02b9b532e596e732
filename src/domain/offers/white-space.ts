// What of the catalogue complements an account: growth offers it does not hold, or holds and hardly uses.
// It weighs nothing: whether one may be made now is for the gates.
import { codesLeaf } from '#domain/journey/segment.ts';
import type { Method } from '#domain/method/schema.ts';
import type { Profile } from '#domain/profile/shape.ts';

/** Keys of the complementary offers, in the order of the catalogue; null when the method has no catalogue. */
export function whiteSpaceOf(profile: Profile, method: Method): readonly string[] | null {
  if (method.offers.length === 0) return null;
  const held = codesLeaf(profile, 'offers', 'held');
  const little = profile.littleUsed ?? [];
  return method.offers
    .filter(({ key, intent }) => intent === 'growth' && (!held.includes(key) || little.includes(key)))
    .map(({ key }) => key);
}
