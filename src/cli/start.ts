// `perene start`: the server of this base, until it is told to stop.
import { isLoopback, serve, type Reach } from '#server/serve.ts';
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

/** By which addresses people come, and where the server listens. */
function reachOf(parsed: Parsed, locale: Locale): Reach {
  const listen = parsed.values['listen'];
  const typed = parsed.values['url'];
  const urls = (typeof typed === 'string' ? typed.split(',') : []).map((one) => {
    const url = URL.parse(one.trim());
    if (url === null || !/^https?:$/.test(url.protocol))
      throw new WrongUse(wrongUseText('url', one.trim(), locale), 'start');
    return url;
  });
  if (typeof listen === 'string' && !isLoopback(listen) && urls.length === 0)
    throw new WrongUse(wrongUseText('url-needed', listen, locale), 'start');
  return {
    hosts: new Set(urls.map(({ hostname }) => hostname)),
    secure: urls.some(({ protocol }) => protocol === 'https:'),
    ...(typeof listen === 'string' ? { listen } : {}),
  };
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
    ...reachOf(parsed, terminal.locale),
    now: terminal.now,
    random: terminal.random,
    log: (line) => terminal.note(`${line}\n`),
  });
  terminal.out(en ? `Perene is ready: ${running.url}\n` : `Perene pronto: ${running.url}\n`);
  terminal.note(en ? 'Ctrl+C stops it.\n' : 'Ctrl+C encerra.\n');
  await stopped;
  await running.close();
}
