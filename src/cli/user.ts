// `perene user`: people of a workspace, for the operator of the machine, who needs no session.
import { acceptLink, setPasswordOf } from '#actions/own-access.ts';
import {
  changePerson,
  freshLink,
  invitePerson,
  listPeople,
  removePerson,
  type Person,
} from '#actions/people.ts';
import { Refusal } from '#actions/refusal.ts';
import { mayBeWithoutMoney, roles, type Role } from '#domain/access/roles.ts';
import { readServerInfo } from '#store/home.ts';
import { joined, type Joined } from './joined.ts';
import type { Terminal } from './terminal.ts';
import { WrongUse, type Parsed } from './usage.ts';
import { wrongUseText } from './wrong-use.ts';

const text = (value: string | boolean | undefined) => (typeof value === 'string' ? value : undefined);

function roleOf(typed: string | undefined, { locale }: Terminal): Role {
  const found = roles.find((role) => role === typed);
  if (found === undefined) throw new WrongUse(wrongUseText('role', typed ?? '', locale, roles), 'user');
  return found;
}

/** What `--money` says; undefined when it is left out. */
function moneyOf(typed: string | undefined, { locale }: Terminal): boolean | undefined {
  if (typed === undefined) return undefined;
  if (typed !== 'yes' && typed !== 'no')
    throw new WrongUse(wrongUseText('money', typed, locale, ['yes', 'no']), 'user');
  return typed === 'yes';
}

async function personOf({ session }: Joined, email: string): Promise<Person> {
  const { people } = await listPeople(session);
  const found = people.find((person) => person.email === email.trim().toLowerCase());
  if (found === undefined) throw new Refusal('member-not-found', { member: email });
  return found;
}

/** Where a link leads: the server that runs now, or the one that `perene start` would be. */
function linkText({ store }: Joined, token: string): string {
  return `${readServerInfo(store.home)?.url ?? 'http://127.0.0.1:7373'}/convite#${token}`;
}

function listText(people: readonly Person[], en: boolean): string {
  const state = {
    active: ['ativo', 'active'],
    invited: ['convidado', 'invited'],
    expired: ['convite vencido', 'invitation expired'],
  };
  const rows = people.map((person) => [
    person.email,
    person.name ?? '',
    person.role,
    state[person.state][en ? 1 : 0] ?? '',
    ...(person.seesMoney ? [] : [en ? 'without money' : 'sem valores']),
  ]);
  return `${rows.map((row) => `  ${row.join('  ')}`).join('\n')}\n`;
}

type Did = { readonly email: string; readonly role?: Role; readonly link?: string };

async function act(
  at: Joined,
  terminal: Terminal,
  parsed: Parsed,
  told: { readonly email: string; readonly role: Role; readonly seesMoney: boolean | undefined },
): Promise<Did> {
  const { email, role, seesMoney } = told;
  const { session, store } = at;
  const password = parsed.values['password-stdin'] === true ? await terminal.input() : null;
  const asking = { store, door: 'cli', now: session.now, random: session.random } as const;
  switch (parsed.positionals[0]) {
    case 'add': {
      const name = text(parsed.values['name']) ?? null;
      const { token } = await invitePerson(session, {
        email,
        name,
        role,
        memberKey: null,
        sees: 'all',
        seesMoney: seesMoney ?? true,
      });
      if (password === null) return { email, role, link: linkText(at, token) };
      await acceptLink(asking, token, { name: name ?? email, password });
      return { email, role };
    }
    case 'role':
      // Who rises to a role that always sees money sees it from then on.
      await changePerson(session, (await personOf(at, email)).id, {
        role,
        ...(seesMoney === undefined && mayBeWithoutMoney(role) ? {} : { seesMoney: seesMoney ?? true }),
      });
      return { email, role };
    case 'remove':
      await removePerson(session, (await personOf(at, email)).id);
      return { email };
    default: {
      const { id } = await personOf(at, email);
      if (password === null) return { email, link: linkText(at, (await freshLink(session, id)).token) };
      await setPasswordOf(session, id, password);
      return { email };
    }
  }
}

export async function userCommand(terminal: Terminal, parsed: Parsed): Promise<void> {
  const { locale } = terminal;
  const en = locale === 'en';
  const [verb = 'list', email] = parsed.positionals;
  const asJson = parsed.values['json'] === true;
  if (!['list', 'add', 'role', 'remove', 'reset'].includes(verb))
    throw new WrongUse(wrongUseText('user-verb', verb, locale), 'user');
  if (verb !== 'list' && email === undefined) throw new WrongUse(wrongUseText('email', verb, locale), 'user');
  const typed = verb === 'role' ? parsed.positionals[2] : (text(parsed.values['role']) ?? 'csm');
  const role = roleOf(typed, terminal);
  const seesMoney = moneyOf(text(parsed.values['money']), terminal);
  await joined(terminal, text(parsed.values['workspace']), async (at) => {
    if (verb === 'list' || email === undefined) {
      const { people } = await listPeople(at.session);
      const shown = people.map(({ email: address, name, role, state, seesMoney: money }) => ({
        email: address,
        name,
        role,
        state,
        seesMoney: money,
      }));
      terminal.out(asJson ? `${JSON.stringify(shown)}\n` : listText(people, en));
      return;
    }
    const did = await act(at, terminal, parsed, { email, role, seesMoney });
    if (asJson) terminal.out(`${JSON.stringify(did)}\n`);
    else if (did.link !== undefined)
      terminal.out(
        en
          ? `Send this link to ${email}; it opens once, for 7 days:\n${did.link}\n`
          : `Mande este link para ${email}; ele abre uma vez, por 7 dias:\n${did.link}\n`,
      );
    else terminal.out(en ? `Done: ${email}.\n` : `Feito: ${email}.\n`);
  });
}
