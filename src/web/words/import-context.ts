// Words of the import wizard in the language in force; apart, so that they load with it only.
import { useSpeech, type Speech } from '#web/words/context.tsx';
import { importEn } from '#web/words/import-en.ts';
import { importPt, type ImportWords } from '#web/words/import-pt.ts';
import { fieldText } from '#words/sheet-fields.ts';

export type ImportSpeech = Speech & {
  readonly t: ImportWords;
  /** A field of a sheet in words; what is not a known field is said as it stands. */
  readonly field: (key: string) => string;
};

export function useImportSpeech(): ImportSpeech {
  const speech = useSpeech();
  const english = speech.w.language === 'en';
  const t = english ? importEn : importPt;
  const field = (key: string) =>
    key === 'custom'
      ? t.columns.custom
      : key === 'ignore'
        ? t.columns.ignore
        : fieldText(key, english ? 'en' : 'pt-BR');
  return { ...speech, t, field };
}
