// The commands and their flags, in one table: parsing, help and refusals of wrong use follow from it.
import { parseArgs } from 'node:util';
import { methodCommand } from './method-usage.ts';
import { reachFlags, userCommand } from './user-usage.ts';
import { parserText, wrongUseText } from './wrong-use.ts';

export type Locale = 'pt-BR' | 'en';
type Flag = {
  readonly type: 'string' | 'boolean';
  readonly hint?: string;
  readonly pt: string;
  readonly en: string;
};
export type CommandSpec = {
  readonly pt: string;
  readonly en: string;
  /** Positional arguments, as shown in help; `…` takes any number, `?` none or one. */
  readonly takes: readonly string[];
  readonly flags: Readonly<Record<string, Flag>>;
  readonly examples: readonly string[];
};

const json: Flag = {
  type: 'boolean',
  pt: 'um documento JSON na saída',
  en: 'one JSON document on standard output',
};
const asOf: Flag = {
  type: 'string',
  hint: 'DATA',
  pt: 'como estava no fim desse dia (aaaa-mm-dd)',
  en: 'as it stood at the end of that day (yyyy-mm-dd)',
};
const map: Flag = {
  type: 'string',
  hint: 'ARQUIVO',
  pt: 'mapeamento em YAML: coluna → campo',
  en: 'mapping in YAML: column → field',
};
const today: Flag = {
  type: 'string',
  hint: 'DATA',
  pt: 'o dia da planilha, se não for hoje',
  en: 'the day of the file, when not today',
};

export const commands = {
  start: {
    pt: 'Abre o Perene nesta máquina, com a página no navegador',
    en: 'Starts Perene on this machine, with its browser page',
    takes: [],
    flags: {
      port: {
        type: 'string',
        hint: 'N',
        pt: 'porta (padrão 7373; 0 escolhe uma livre)',
        en: 'port (default 7373; 0 takes a free one)',
      },
      ...reachFlags,
    },
    examples: ['perene start', 'perene start --port 8080'],
  },
  import: {
    pt: 'Traz planilhas de clientes',
    en: 'Brings sheets of customers',
    takes: ['CAMINHO…'],
    flags: {
      map,
      today,
      'dry-run': {
        type: 'boolean',
        pt: 'só mostra o que entenderia; nada é gravado',
        en: 'only shows what it would understand; records nothing',
      },
      resume: {
        type: 'string',
        hint: 'ID',
        pt: 'grava uma planilha já lida que ficou esperando',
        en: 'records a sheet that was read and left waiting',
      },
      undo: { type: 'string', hint: 'ID', pt: 'desfaz uma importação', en: 'undoes an import' },
      json,
    },
    examples: [
      'perene import clientes.csv',
      'perene import clientes.csv --dry-run --json',
      'perene import --undo 0198…',
    ],
  },
  week: {
    pt: 'A lista da semana: em risco, prontos para expandir, próxima ação de cada um',
    en: 'The list of the week: at risk, ready to expand, next action of each',
    takes: [],
    flags: {
      import: {
        type: 'string',
        hint: 'CAMINHO',
        pt: 'traz esta planilha antes',
        en: 'brings this sheet first',
      },
      map,
      'as-of': asOf,
      json,
    },
    examples: ['perene week --import clientes.csv', 'perene week --as-of 2026-04-15 --json'],
  },
  explain: {
    pt: 'Por que um cliente está como está, do número até o fato',
    en: 'Why an account stands where it stands, from the figure to the fact',
    takes: ['CLIENTE'],
    flags: { 'as-of': asOf, json },
    examples: ['perene explain "Acme Corp"', 'perene explain "Acme Corp" --as-of 2026-03-01 --json'],
  },
  export: {
    pt: 'Leva a base para planilhas que a importação lê de volta',
    en: 'Takes the base out as sheets that the import reads back',
    takes: ['PASTA'],
    flags: {
      format: {
        type: 'string',
        hint: 'csv|xlsx',
        pt: 'csv (padrão) ou uma pasta de trabalho xlsx',
        en: 'csv (default) or one xlsx workbook',
      },
      style: {
        type: 'string',
        hint: 'br|iso',
        pt: 'br (padrão): dd/mm/aaaa, vírgula, ponto e vírgula; iso: aaaa-mm-dd, ponto, vírgula',
        en: 'br (default): dd/mm/yyyy, decimal comma, semicolons; iso: yyyy-mm-dd, decimal point, commas',
      },
      json,
    },
    examples: [
      'perene export saida',
      'perene export saida --format xlsx',
      'perene export saida --style iso --json',
    ],
  },
  demo: {
    pt: 'Carrega uma base de exemplo, inventada, à parte da sua',
    en: 'Loads a sample base, invented, apart from your own',
    takes: [],
    flags: {
      accounts: { type: 'string', hint: 'N', pt: 'clientes (padrão 120)', en: 'customers (default 120)' },
      months: {
        type: 'string',
        hint: 'M',
        pt: 'meses de história (padrão 18)',
        en: 'months of history (default 18)',
      },
      seed: {
        type: 'string',
        hint: 'S',
        pt: 'outra semente, outra base (padrão 1)',
        en: 'another seed, another base (default 1)',
      },
      today: {
        type: 'string',
        hint: 'DATA',
        pt: 'o dia em que a história termina, se não for hoje',
        en: 'the day on which the history ends, when not today',
      },
      truth: {
        type: 'string',
        hint: 'ARQUIVO',
        pt: 'onde gravar a verdade plantada (padrão: demo-truth.json ao lado da base; .csv resume)',
        en: 'where to write the planted truth (default: demo-truth.json beside the base; .csv is a summary)',
      },
      remove: {
        type: 'boolean',
        pt: 'retira a base de exemplo, inteira',
        en: 'takes the sample base away, whole',
      },
      json,
    },
    examples: ['perene demo', 'perene demo --accounts 1000 --months 24 --seed 7', 'perene demo --remove'],
  },
  doctor: {
    pt: 'Confere a instalação e diz como consertar',
    en: 'Checks the installation and says how to mend it',
    takes: [],
    flags: {
      rebuild: {
        type: 'boolean',
        pt: 'refaz as formas compactas a partir dos fatos e compara',
        en: 'rebuilds the compact forms from facts and compares',
      },
      json,
    },
    examples: ['perene doctor', 'perene doctor --rebuild'],
  },
  user: userCommand,
  method: methodCommand,
} as const satisfies Record<string, CommandSpec>;
export type CommandName = keyof typeof commands;

const common: Readonly<Record<string, Flag>> = {
  workspace: {
    type: 'string',
    hint: 'NOME',
    pt: 'a base, se houver mais de uma',
    en: 'the workspace, when there are several',
  },
  lang: { type: 'string', hint: 'pt-BR|en', pt: 'língua das frases', en: 'language of the sentences' },
  help: { type: 'boolean', pt: 'esta ajuda', en: 'this help' },
};

export type Parsed = {
  readonly command: CommandName | null;
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
};
/** Wrong use of a command, or of none that is known, in a sentence. */
export class WrongUse extends Error {
  readonly command: CommandName | null;
  constructor(sentence: string, command: CommandName | null = null) {
    super(sentence);
    this.command = command;
  }
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name);

/** The language asked for, as written; undefined when none was. Read before the rest, which may be wrong. */
export function askedLanguage(args: readonly string[]): string | undefined {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const arg = args[at];
  return arg === '--lang' ? args[at + 1] : arg?.slice('--lang='.length);
}

/** Reads the arguments after the program's name; throws `WrongUse` with a sentence in `locale`. */
export function parseCommand(args: readonly string[], locale: Locale): Parsed {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === 'help')
    return { command: null, values: {}, positionals: [] };
  if (!isCommand(name)) throw new WrongUse(wrongUseText('command', name, locale, Object.keys(commands)));
  const spec: CommandSpec = commands[name];
  const options = Object.fromEntries(
    Object.entries({ ...spec.flags, ...common }).map(([flag, { type }]) => [flag, { type }]),
  );
  try {
    const { values, positionals } = parseArgs({
      args: [...rest],
      options,
      allowPositionals: true,
      strict: true,
    });
    const many = spec.takes.some((take) => take.endsWith('…'));
    if (!many && positionals.length > spec.takes.length)
      throw new WrongUse(
        wrongUseText('too-many', positionals.slice(spec.takes.length).join(' '), locale),
        name,
      );
    const lang = values['lang'];
    if (typeof lang === 'string' && !/^(pt|en)(-|$)/i.test(lang))
      throw new WrongUse(wrongUseText('lang', lang, locale), name);
    return { command: name, values: values as Parsed['values'], positionals };
  } catch (error) {
    const known = Object.keys(options).map((option) => `--${option}`);
    const sentence = parserText(error, locale, known);
    throw sentence === null ? error : new WrongUse(sentence, name);
  }
}

/** Help for one command, or the list of all. */
export function helpText(command: CommandName | null, locale: Locale): string {
  const say = (text: { readonly pt: string; readonly en: string }) => (locale === 'en' ? text.en : text.pt);
  if (command === null) {
    const rows = Object.entries(commands).map(([name, spec]) => `  perene ${name.padEnd(9)} ${say(spec)}`);
    return `Perene\n\n${rows.join('\n')}\n\n  perene <comando> --help\n`;
  }
  const spec: CommandSpec = commands[command];
  const flags = Object.entries({ ...spec.flags, ...common }).map(
    ([flag, about]) => `  ${`--${flag}${about.hint ? ` ${about.hint}` : ''}`.padEnd(22)} ${say(about)}`,
  );
  const examples = spec.examples.map((example) => `  ${example}`);
  return `perene ${[command, ...spec.takes].join(' ')}\n${say(spec)}\n\n${flags.join('\n')}\n\n${examples.join('\n')}\n`;
}
