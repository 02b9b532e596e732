// Many customers in pieces of as many as one request takes, one after the other, with how far it is. A piece is done or not done;
// what was done before a failure stays, and is said.
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { mostAtOnce } from '#contract/codes.ts';
import { api, detailOf } from '#web/pages/api.ts';
import type { Say } from '#web/pages/base-toast.tsx';
import { filterOf, type BaseSearch } from '#web/views/base-search.ts';
import { pieces, type Marks } from '#web/views/marks.ts';
import { useBaseSpeech } from '#web/words/base-context.ts';

/** More customers than this are not changed at once: a filter that holds them says too little. */
export const mostInAll = 5000;

export type Progress = { readonly done: number; readonly of: number };
export type Asked = {
  readonly workspace: string;
  readonly search: BaseSearch;
  readonly marks: Marks;
  readonly total: number;
};

/** Ids of what is marked; null: more than may be changed at once. */
async function idsOf(
  { workspace, search, marks, total }: Asked,
  seesMoney: boolean,
): Promise<readonly string[] | null> {
  if (!marks.all) return marks.ids.size > mostInAll ? null : [...marks.ids];
  if (total > mostInAll) return null;
  const page = await api.accountIds(workspace, { ...filterOf(search, seesMoney), asOf: search.asOf });
  return page.nextCursor === null ? page.ids : null;
}

/** Some of many, in pieces: `work` does one piece and answers what takes it back. */
type Piece<B> = (ids: readonly string[]) => Promise<B>;

export function usePieces(asked: Asked, say: Say, onDone: () => void) {
  const { f, b } = useBaseSpeech();
  const queries = useQueryClient();
  const [progress, setProgress] = useState<Progress | null>(null);
  const stopped = useRef(false);
  const settle = async () => {
    for (const queryKey of [['accounts'], ['views'], ['points'], ['account'], ['facts'], ['today']])
      await queries.invalidateQueries({ queryKey });
  };

  async function inPieces<B>(work: Piece<B>, finish: (done: readonly B[]) => void): Promise<void> {
    const ids = await idsOf(asked, f.seesMoney).catch(() => undefined);
    if (ids === undefined) return say(b.bulk.failed('0', f.number(asked.marks.ids.size)));
    if (ids === null) return say(b.bulk.tooMany(f.number(mostInAll)));
    stopped.current = false;
    setProgress({ done: 0, of: ids.length });
    const answers: B[] = [];
    let done = 0;
    let error: unknown = null;
    for (const piece of pieces(ids, mostAtOnce)) {
      if (stopped.current) break;
      try {
        answers.push(await work(piece));
      } catch (reason) {
        error = reason;
        break;
      }
      done += piece.length;
      setProgress({ done, of: ids.length });
    }
    setProgress(null);
    await settle();
    finish(answers);
    const told = [f.number(done), f.number(ids.length)] as const;
    if (error !== null) say(`${b.bulk.failed(...told)} ${detailOf(error) ?? ''}`.trim());
    else if (done < ids.length) say(b.bulk.stopped(...told));
    if (done > 0) onDone();
  }

  /** Takes back in pieces; says how many, or how far it came. */
  async function inReverse<T>(
    all: readonly T[],
    work: (piece: readonly T[]) => Promise<number>,
    said: (n: number) => string,
  ): Promise<void> {
    let gone = 0;
    let failure: string | null = null;
    for (const piece of pieces(all, mostAtOnce)) {
      try {
        gone += await work(piece);
      } catch (error) {
        failure = detailOf(error) ?? b.bulk.failed(f.number(gone), f.number(all.length));
        break;
      }
    }
    await settle();
    say(failure ?? said(gone));
  }

  return { progress, inPieces, inReverse, settle, stop: () => void (stopped.current = true) };
}
