// A method that is looked at before it is published, as the screen holds it.
import type { MethodChoice, MethodPreview } from '#contract/methods.ts';

/** Which, under what name, and what it would change once that is known. */
export type Looked = {
  readonly choice: MethodChoice;
  readonly label: string;
  readonly preview: MethodPreview | null;
};
/** Why a look or a publishing was refused, with the places that are wrong. */
export type RefusedMethod = {
  readonly text: string;
  readonly parts: readonly { readonly path: string; readonly message: string }[];
};
