// What every step of an import is given.
import type { Draft } from '#contract/drafts.ts';
import type { ImportSearch, ImportStep } from '#web/views/import-flow.ts';

/** Goes to a step, or to a table of it; without a table, the first that needs someone. */
export type Go = (step: ImportStep, table?: string) => void;
export type StepProps = {
  readonly workspace: string;
  readonly draft: Draft;
  readonly search: ImportSearch;
  readonly go: Go;
};
