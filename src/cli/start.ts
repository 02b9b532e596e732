// `perene start`: the server of this base, until it is told to stop.
import { serve } from '#server/serve.ts';
import type { Terminal } from './terminal.ts';
import { WrongUse, type Locale, type Parsed } from './usage.ts';
import { wrongUseText } from './wrong-use.ts';

const defaultPort = 7373;

function portOf(value: string | boolean | undefined, locale: Locale): number {
  if (value === undefined) return defaultPort;
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new WrongUse(wrongUseText('port', String(value), locale));
  return port;
}

export async function startCommand(terminal: Terminal, parsed: Parsed): Promise<void> {
  const en = terminal.locale === 'en';
  // Listened for before anything is said: whoever reads that it is ready may stop it at once.
  const stopped = new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  const running = await serve({
    home: terminal.home,
    databaseUrl: terminal.databaseUrl,
    port: portOf(parsed.values['port'], terminal.locale),
    now: terminal.now,
    random: terminal.random,
    log: (line) => terminal.note(`${line}\n`),
  });
  terminal.out(en ? `Perene is ready: ${running.url}\n` : `Perene pronto: ${running.url}\n`);
  terminal.note(en ? 'Ctrl+C stops it.\n' : 'Ctrl+C encerra.\n');
  await stopped;
  await running.close();
}
