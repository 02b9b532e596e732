// The firm's list of words for suggested events: what is in force, where a phrase is found today, and its change.
// A change is told as one fact of the firm, whole, and makes every known note be read again in the background.
import { uuidv7 } from '#base/id.ts';
import { normalise } from '#base/text.ts';
import { dayAt } from '#base/zone.ts';
import type { Day } from '#base/day.ts';
import { hitsIn, sentenceAround, type Sentence } from '#domain/events/keywords.ts';
import { noteFields, writtenOf } from '#domain/events/notes.ts';
import {
  faultsOf,
  listedWords,
  mostWords,
  ownOver,
  type ListedWord,
  type OwnWord,
} from '#domain/events/own-keywords.ts';
import { longestPhrase, phraseOf } from '#domain/events/phrase.ts';
import type { Method } from '#domain/method/schema.ts';
import { insertAudit } from '#store/audit.ts';
import { inWorkspace, type Tx } from '#store/in-workspace.ts';
import { enqueue } from '#store/jobs.ts';
import { lockKeywords } from '#store/locks.ts';
import { newestNotes } from '#store/notes.ts';
import { lastOfRecord } from '#store/workspace-facts.ts';
import { readWorkspace } from '#store/workspaces.ts';
import { keywordsRecord, ownWordsAsOf } from './own-words.ts';
import { Refusal } from './refusal.ts';
import { readRecord, type Reread } from './reread-notes.ts';
import { runningMethod } from './running-method.ts';
import { must, type Session } from './session.ts';
import { writeWorkspaceFacts } from './write-workspace-facts.ts';

export type KeywordList = {
  readonly words: readonly ListedWord[];
  readonly method: Method;
  /** Names this state of the list; a change says which state it was made over. */
  readonly stamp: string;
  /** Known notes are still being read with this list. */
  readonly reading: boolean;
  /** What the last reading did, and when (ms); null: the list never changed. */
  readonly last: (Reread & { readonly at: number }) | null;
};

async function listIn(tx: Tx, session: Session): Promise<KeywordList> {
  const { workspaceId, now } = session;
  const { compiled, stamp, template } = await runningMethod(tx, workspaceId, now);
  const told = await ownWordsAsOf(tx, workspaceId, now);
  const read = await lastOfRecord(tx, workspaceId, readRecord, now);
  const body = read?.body as (Reread & { readonly list: string }) | undefined;
  return {
    words: listedWords(template, told.words),
    method: compiled.method,
    stamp,
    reading: told.hash !== null && body?.list !== told.hash,
    last:
      body && read
        ? { at: read.knownAt, notes: body.notes, suggested: body.suggested, withdrawn: body.withdrawn }
        : null,
  };
}

/** The list in force. */
export async function readKeywords(session: Session): Promise<KeywordList> {
  must(session, 'method.write');
  return inWorkspace(session.store, session.workspaceId, (tx) => listIn(tx, session));
}

const refusalOf = {
  empty: 'keyword-empty',
  short: 'keyword-short',
  long: 'keyword-long',
  twice: 'keyword-twice',
  event: 'keyword-event',
  family: 'keyword-family',
} as const;

/** Refuses words that cannot be taken; every wrong one is named, the first in words. */
function check(own: readonly OwnWord[], families: readonly string[]): void {
  const faults = faultsOf(own, families);
  const [first] = faults;
  if (!first) return;
  const { event = null, family = null } = own[first.at] ?? {};
  throw new Refusal(
    refusalOf[first.fault],
    { word: first.word.slice(0, longestPhrase), event, family, most: longestPhrase },
    faults.map(({ at, word, fault }) => ({ path: `words.${at}`, code: refusalOf[fault], message: word })),
  );
}

/**
 * Tells the firm's own words, whole: what is not named is as the method has it, none is the method's own list.
 * `over` is the stamp of the list the change was made on; refused as `keywords-changed` where it is another by now.
 */
export async function changeKeywords(
  session: Session,
  change: { readonly words: readonly OwnWord[]; readonly over: string },
): Promise<KeywordList> {
  must(session, 'method.write');
  const { workspaceId, actor, door, now } = session;
  return inWorkspace(session.store, workspaceId, async (tx) => {
    await lockKeywords(tx, workspaceId);
    const before = await listIn(tx, session);
    if (before.stamp !== change.over) throw new Refusal('keywords-changed');
    const { template } = await runningMethod(tx, workspaceId, now);
    check(
      change.words,
      before.method.families.map(({ key }) => key),
    );
    const own = ownOver(template, change.words);
    const count = listedWords(template, own).length;
    if (count > mostWords) throw new Refusal('keywords-too-many', { words: count, most: mostWords });
    const words = own.map(({ word, event, family }) => ({
      word,
      ...(event === null ? {} : { event }),
      ...(family === null ? {} : { family }),
    }));
    const told = { ...keywordsRecord, accountId: null, body: { words }, occurredAt: now, dated: false };
    const [written] = await writeWorkspaceFacts(tx, { ...session, importId: null }, [
      { ...told, knownAt: null, correctedAt: null, hindsight: false },
    ]);
    if (written?.outcome === 'duplicate') return before;
    const detail = { words: words.length };
    const auditId = uuidv7(now, session.random);
    await insertAudit(tx, workspaceId, { auditId, at: now, actor, door, verb: 'change-keywords', detail });
    await enqueue(tx, 'read-notes', workspaceId);
    return listIn(tx, session);
  });
}

/** Notes looked through for a phrase, newest first: enough for any list of customers, and bounded work. */
const mostNotes = 20_000;
const shownExamples = 5;

export type FoundWords = {
  readonly phrase: string;
  readonly notes: number;
  readonly customers: number;
  /** Notes looked through; `whole`: these are all there are. */
  readonly read: number;
  readonly whole: boolean;
  /** The newest, one a customer first. */
  readonly examples: readonly {
    readonly accountId: string;
    readonly account: string;
    readonly day: Day;
    readonly sentence: Sentence;
  }[];
};

/** Where a phrase is found in the notes that are known today. Refuses what no list could hold. */
export async function findWords(session: Session, words: string): Promise<FoundWords> {
  must(session, 'method.write');
  const { workspaceId } = session;
  const phrase = phraseOf(words);
  check([{ word: words, event: null, family: null }], []);
  const { notes, zone } = await inWorkspace(session.store, workspaceId, async (tx) => ({
    notes: await newestNotes(tx, workspaceId, noteFields, mostNotes),
    zone: (await readWorkspace(tx))?.zone ?? 'UTC',
  }));
  // Any event does: only whether the phrase stands there is asked.
  const keywords = [{ match: [phrase], event: 'growth', family: null }];
  const [first = ''] = phrase.split(' ');
  const found = notes.flatMap((note) => {
    const text = writtenOf(note.externalId, note.text);
    // Most notes hold not even the first word: they are not taken apart.
    const [hit] = normalise(text).includes(first) ? hitsIn(text, keywords) : [];
    return hit ? [{ ...note, sentence: sentenceAround(text, hit) }] : [];
  });
  const customers = new Map(found.toReversed().map((one) => [one.rootId, one]));
  const newest = [...customers.values()].toReversed();
  const firsts = new Set(newest);
  const examples = [...newest, ...found.filter((one) => !firsts.has(one))].slice(0, shownExamples);
  return {
    phrase,
    notes: found.length,
    customers: customers.size,
    read: notes.length,
    whole: notes.length < mostNotes,
    examples: examples.map(({ rootId, account, occurredAt, sentence }) => ({
      accountId: rootId,
      account,
      day: dayAt(occurredAt, zone),
      sentence,
    })),
  };
}
