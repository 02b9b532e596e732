// Theme, language and, on a phone, the company: one small panel behind one button.
import { Popover } from '@base-ui/react/popover';
import type { ReactNode } from 'react';
import { Choice } from '#web/parts/choice.tsx';
import { SlidersIcon } from '#web/parts/icons.tsx';
import type { LanguageTag } from '#web/views/format.ts';
import type { Theme } from '#web/views/preferences.ts';
import { useSpeech } from '#web/words/context.tsx';

type Props = {
  theme: Theme;
  onTheme: (theme: Theme) => void;
  onLanguage: (language: LanguageTag) => void;
  onKeys: () => void;
  /** The choice of company, shown where there is no side menu. */
  workspace: ReactNode;
  /** Who is signed in, and their way out. */
  person: ReactNode;
};

export function Preferences({ theme, onTheme, onLanguage, onKeys, workspace, person }: Props) {
  const { w } = useSpeech();
  return (
    <Popover.Root>
      <Popover.Trigger className="icon" aria-label={w.preferences}>
        <SlidersIcon />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} align="end" style={{ zIndex: 15 }}>
          <Popover.Popup className="pop" aria-label={w.preferences}>
            <div className="only-m">{workspace}</div>
            <fieldset>
              <legend>{w.theme.label}</legend>
              <Choice
                label={w.theme.label}
                value={theme}
                onChange={onTheme}
                options={[
                  { value: 'system', text: w.theme.system },
                  { value: 'light', text: w.theme.light },
                  { value: 'dark', text: w.theme.dark },
                ]}
              />
            </fieldset>
            <fieldset>
              <legend>{w.languageLabel}</legend>
              <Choice
                label={w.languageLabel}
                value={w.language}
                onChange={onLanguage}
                options={[
                  { value: 'pt-BR', text: 'Português' },
                  { value: 'en', text: 'English' },
                ]}
              />
            </fieldset>
            <button type="button" className="btn" onClick={onKeys}>
              {w.keys.title}
            </button>
            {person}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
