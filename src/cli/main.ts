// The command line. Exit codes: 0 done, 1 refused with a reason, 2 wrong usage.
import { refusedIn } from '#actions/method-refused.ts';
import { Refusal, type RefusalCode } from '#actions/refusal.ts';
import { StoreError, type StoreErrorCode } from '#store/errors.ts';
import { failureText, type FailureCode } from '#words/failures.ts';
import { demoCommand } from './demo.ts';
import { doctorCommand } from './doctor.ts';
import { explainCommand } from './explain.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { methodCommand } from './method.ts';
import { startCommand } from './start.ts';
import { terminal, type Terminal } from './terminal.ts';
import { askedLanguage, helpText, parseCommand, WrongUse, type CommandName, type Parsed } from './usage.ts';
import { userCommand } from './user.ts';
import { weekCommand } from './week.ts';

export type Command = (terminal: Terminal, parsed: Parsed) => Promise<void>;
const run: Readonly<Record<CommandName, Command>> = {
  start: startCommand,
  import: importCommand,
  week: weekCommand,
  explain: explainCommand,
  export: exportCommand,
  demo: demoCommand,
  doctor: doctorCommand,
  user: userCommand,
  method: methodCommand,
};
// Every code that can come here has its words, or this does not compile.
const known: (code: RefusalCode | StoreErrorCode) => FailureCode = (code) => code;

function refusalText(error: Refusal | StoreError, at: Terminal): string {
  const detail = error instanceof Refusal ? error.detail : error.params;
  const text = failureText(known(error.code), detail, at.locale);
  const parts =
    error instanceof Refusal ? error.parts.filter(({ message }) => !text.detail.includes(message)) : [];
  const listed = parts.map((part) => `  ${part.path}: ${part.message}\n`);
  return `${text.title}. ${text.detail}\n${listed.join('')}`;
}

async function main(args: readonly string[]): Promise<number> {
  let parsed: Parsed;
  const at = terminal(askedLanguage(args));
  try {
    parsed = parseCommand(args, at.locale);
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    at.note(`${error.message}\n\n${helpText(error.command, at.locale)}`);
    return 2;
  }
  if (parsed.command === null || parsed.values['help'] === true) {
    at.out(helpText(parsed.command, at.locale));
    return 0;
  }
  try {
    await run[parsed.command](at, parsed);
    return 0;
  } catch (error) {
    if (error instanceof WrongUse) {
      at.note(`${error.message}\n\n${helpText(parsed.command, at.locale)}`);
      return 2;
    }
    if (error instanceof Refusal || error instanceof StoreError) {
      at.note(refusalText(error instanceof Refusal ? refusedIn(error, at.locale) : error, at));
      return 1;
    }
    const text = failureText('internal', {}, at.locale);
    at.note(`${text.title}. ${text.detail}\n${error instanceof Error ? error.stack : String(error)}\n`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
