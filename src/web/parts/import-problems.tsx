// Rows to look at: what is wrong with each, with a way to mend it on the spot. Typing is checked before it is sent.
import { useState } from 'react';
import type { DraftProblem, DraftTable } from '#contract/drafts.ts';
import { CheckIcon } from '#web/parts/icons.tsx';
import { fixFault, type FixFault, type FixKind } from '#web/views/import-fix.ts';
import { listedRows, openProblems, withoutIt } from '#web/views/import-table.ts';
import { useImportSpeech } from '#web/words/import-context.ts';

/** A null value takes a mending back, an empty one goes on without the cell. */
export type OnFix = (problem: DraftProblem, value: string | null) => void;

/** Problems drawn before one asks for all that are listed. */
const few = 10;

export function ImportProblems({ table, onFix }: { table: DraftTable; onFix: OnFix }) {
  const { t, f, field } = useImportSpeech();
  const open = openProblems(table);
  const [all, setAll] = useState(false);
  const { problemList } = table;
  const shown = all ? problemList : problemList.slice(0, few);
  const note =
    table.problems > listedRows(table)
      ? t.problems.first(listedRows(table), f.number(table.problems))
      : open > 0 && table.accepted > 0
        ? t.problems.note(table.accepted)
        : null;
  return (
    <section className="sec">
      <header>
        <h2>{open > 0 ? t.problems.title(open) : t.problems.done}</h2>
        {note !== null && <span className="note">{note}</span>}
      </header>
      {problemList.length === 0 && <p className="soft">{t.problems.doneText}</p>}
      {open === 0 && problemList.length > 0 && <p className="soft">{t.problems.allMended}</p>}
      <ol className="pb">
        {shown.map((problem) => (
          <Problem
            key={`${problem.row} ${problem.column} ${problem.code}`}
            problem={problem}
            fieldName={columnField(table, problem.column, field)}
            onFix={onFix}
          />
        ))}
      </ol>
      {shown.length < problemList.length && (
        <button type="button" className="btn" onClick={() => setAll(true)}>
          {t.problems.more(problemList.length - shown.length)}
        </button>
      )}
    </section>
  );
}

/** What the column of a problem becomes, in words. */
function columnField(table: DraftTable, header: string | null, field: (key: string) => string): string {
  const column = table.columnList.find((item) => item.header === header);
  return column === undefined || column.field === 'custom' ? (header ?? '') : field(column.field);
}

type Props = { problem: DraftProblem; fieldName: string; onFix: OnFix };

function Problem({ problem, fieldName, onFix }: Props) {
  const { t } = useImportSpeech();
  return (
    <li>
      <div className="pos">
        <b>{t.problems.row(problem.row)}</b>
        {problem.column !== null && <span>{problem.column}</span>}
      </div>
      <div>
        <p>
          <span className="val">{problem.value === null ? t.problems.empty : problem.value}</span>{' '}
          {problem.message}
        </p>
        {problem.fixed !== null ? (
          <p className="mended">
            <span className="st acc">
              <CheckIcon />
              <span>
                {problem.fixed !== ''
                  ? t.problems.mended(problem.fixed)
                  : withoutIt(problem) === 'row'
                    ? t.problems.staysOut
                    : t.problems.cellEmpty}
              </span>
            </span>
            <button
              type="button"
              className="link"
              aria-label={t.problems.undoRow(problem.row)}
              onClick={() => onFix(problem, null)}
            >
              {t.problems.undo}
            </button>
          </p>
        ) : (
          problem.fix !== null &&
          problem.column !== null && (
            <Fix problem={problem} fix={problem.fix} fieldName={fieldName} onFix={onFix} />
          )
        )}
      </div>
    </li>
  );
}

function Fix({ problem, fix, fieldName, onFix }: Props & { fix: FixKind }) {
  const { t } = useImportSpeech();
  const [typed, setTyped] = useState(fix === 'taxId' ? (problem.value ?? '') : '');
  const [fault, setFault] = useState<FixFault | null>(null);
  const id = `fault-${problem.row}-${problem.column ?? ''}`.replace(/[^\w-]/g, '_');
  return (
    <form
      className="fix"
      onSubmit={(event) => {
        event.preventDefault();
        const wrong = fixFault(fix, typed);
        setFault(wrong);
        if (wrong === null) onFix(problem, typed.trim());
      }}
    >
      <input
        className="field"
        placeholder={fix === 'text' ? fieldName : t.problems.hint[fix]}
        aria-label={t.problems.right(fieldName, problem.row)}
        aria-invalid={fault !== null}
        aria-describedby={fault === null ? undefined : id}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="submit" className="btn">
        {t.problems.use}
      </button>
      {fault !== null && (
        <p className="wrong" id={id} role="alert">
          {t.problems.fault[fault]}
        </p>
      )}
      <button type="button" className="link small" onClick={() => onFix(problem, '')}>
        {withoutIt(problem) === 'row' ? t.problems.leaveOut : t.problems.without(fieldName)}
      </button>
    </form>
  );
}
