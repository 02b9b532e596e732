// `perene doctor`: what is wrong and how to mend it; with --rebuild, every compact form made again from facts.
import { baseHasOwner } from '#actions/own-access.ts';
import { rebuild } from '#actions/rebuild.ts';
import { waitingImports } from '#actions/waiting-imports.ts';
import { readWorkspaces } from '#actions/workspaces.ts';
import { joined } from './joined.ts';
import type { Terminal } from './terminal.ts';
import type { Parsed } from './usage.ts';

const text = (value: string | boolean | undefined) => (typeof value === 'string' ? value : undefined);

export async function doctorCommand(terminal: Terminal, parsed: Parsed): Promise<void> {
  const en = terminal.locale === 'en';
  await joined(terminal, text(parsed.values['workspace']), async ({ store, session }) => {
    const workspaces = await readWorkspaces(store, terminal.now(), terminal.random);
    const answer = {
      node: process.version,
      home: terminal.home,
      database: terminal.databaseUrl === undefined ? 'embedded' : 'DATABASE_URL',
      found: store.found,
      workspaces: workspaces.map(({ slug, name, accounts }) => ({ slug, name, accounts })),
      owner: await baseHasOwner(store),
      waiting: await waitingImports(session),
      rebuilt:
        parsed.values['rebuild'] === true
          ? await rebuild(session, (done) =>
              terminal.note(en ? `${done} customers…\n` : `${done} clientes…\n`),
            )
          : null,
    };
    if (parsed.values['json'] === true) {
      terminal.out(`${JSON.stringify(answer)}\n`);
      return;
    }
    const bases = answer.workspaces.map(
      (w) => `  ${w.slug} (${w.name}): ${w.accounts} ${en ? 'customers' : 'clientes'}`,
    );
    const waiting = answer.waiting.map(({ id, file }) =>
      en
        ? `  ${file} was read and not recorded: perene import --resume ${id}`
        : `  ${file} foi lida e não gravada: perene import --resume ${id}`,
    );
    const { rebuilt } = answer;
    const differed = rebuilt
      ? rebuilt.filesDiffered.length + rebuilt.daysDiffered.length + rebuilt.rootsDiffered.length
      : 0;
    const compared = rebuilt
      ? [
          differed === 0
            ? en
              ? `Rebuilt ${rebuilt.accounts} customers: equal to the last byte.`
              : `${rebuilt.accounts} clientes refeitos: iguais até o último byte.`
            : en
              ? `Rebuilt ${rebuilt.accounts} customers: ${differed} forms differed and were mended.`
              : `${rebuilt.accounts} clientes refeitos: ${differed} formas estavam diferentes e foram corrigidas.`,
        ]
      : [];
    terminal.out(
      [
        `Node ${answer.node}, ${en ? 'base at' : 'base em'} ${answer.home} (${answer.database})`,
        answer.owner
          ? en
            ? 'The base has an owner: every request needs a session.'
            : 'A base tem dono: todo pedido precisa de sessão.'
          : en
            ? 'No owner yet: this machine alone, without sign-in (perene user add EMAIL --role owner).'
            : 'Sem dono ainda: só nesta máquina, sem entrar (perene user add EMAIL --role owner).',
        ...bases,
        ...waiting,
        ...compared,
        en ? 'All is well.' : 'Tudo certo.',
        '',
      ].join('\n'),
    );
  });
}
