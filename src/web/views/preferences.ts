// What a reader chose for this browser: theme, language, single-key shortcuts. Reading and writing text only.
import type { LanguageTag } from './format.ts';

export type Theme = 'system' | 'light' | 'dark';
export type Chosen = { readonly theme: Theme; readonly language: LanguageTag; readonly singleKeys: boolean };
const defaults: Chosen = { theme: 'system', language: 'pt-BR', singleKeys: true };

/** Reads what was kept; anything not understood falls back to the default. */
export function readChosen(kept: string | null): Chosen {
  if (kept === null) return defaults;
  try {
    const found = JSON.parse(kept) as Partial<Record<keyof Chosen, unknown>>;
    return {
      theme: found.theme === 'light' || found.theme === 'dark' ? found.theme : 'system',
      language: found.language === 'en' ? 'en' : 'pt-BR',
      singleKeys: found.singleKeys !== false,
    };
  } catch {
    return defaults;
  }
}

/** Writes what `readChosen` reads. */
export const writeChosen = (chosen: Chosen): string => JSON.stringify(chosen);
