// What is done to many customers: a note, a task, another who looks after them, and the way back of each.
import { api, detailOf } from '#web/pages/api.ts';
import type { Say } from '#web/pages/base-toast.tsx';
import { usePieces, type Asked } from '#web/pages/bulk-pieces.ts';
import { useShell } from '#web/pages/shell-state.tsx';
import { useBaseSpeech } from '#web/words/base-context.ts';

export function useBulkActs(asked: Asked, say: Say, onDone: () => void) {
  const { b } = useBaseSpeech();
  const { mint } = useShell();
  const { progress, inPieces, inReverse, settle, stop } = usePieces(asked, say, onDone);

  const note = (text: string) =>
    inPieces(
      (ids) => api.writeNotes(asked.workspace, ids, text),
      (done) => {
        const written = done.flatMap((one) => one.written);
        const missing = done.reduce((sum, one) => sum + one.missing.length, 0);
        if (written.length === 0 && missing === 0) return;
        const rest = missing > 0 ? ` ${b.bulk.missing(missing)}` : '';
        say(b.bulk.noted(written.length) + rest, () => void takeBack(written));
      },
    );

  const task = ({ text, dueOn }: { text: string; dueOn: string | null }) =>
    inPieces(
      (ids) => api.openTasks(asked.workspace, { accounts: [...ids], what: text, dueOn }, mint()),
      (done) => {
        const opened = done.flatMap((one) => one.opened);
        if (opened.length > 0) say(b.bulk.opened(opened.length), () => void closeAgain(opened));
      },
    );

  type Written = { readonly account: string; readonly fact: string };
  const takeBack = (written: readonly Written[]) =>
    inReverse(
      written,
      async (piece) => (await api.takeBackNotes(asked.workspace, [...piece])).takenBack,
      b.bulk.undone,
    );
  const closeAgain = (opened: readonly Written[]) =>
    inReverse(
      opened,
      async (piece) => {
        const undo = piece.map(({ account, fact }) => ({ account, facts: [fact] }));
        return (await api.takeBackTasks(asked.workspace, undo)).accounts;
      },
      b.bulk.taskUndone,
    );

  const pass = ({ to, name }: { to: string; name: string }) =>
    inPieces(
      (ids) => api.handOver(asked.workspace, { accounts: [...ids], to }, mint()),
      (done) => {
        const handed = done.reduce((sum, one) => sum + one.handed.length, 0);
        const kept = done.reduce((sum, one) => sum + one.kept.length, 0);
        const rest = kept > 0 ? ` ${b.bulk.passKept(kept)}` : '';
        // Each piece is taken back whole, as it was done.
        const back = done.filter(({ facts }) => facts.length > 0);
        say(b.bulk.passed(handed, name) + rest, back.length > 0 ? () => void passBack(back) : undefined);
      },
    );
  const passBack = async (done: readonly { readonly facts: readonly string[] }[]) => {
    let accounts = 0;
    try {
      for (const { facts } of done) accounts += (await api.takeBackHandOver(asked.workspace, facts)).accounts;
      await settle();
      say(b.bulk.passUndone(accounts));
    } catch (error) {
      await settle();
      say(detailOf(error) ?? b.bulk.failed(String(accounts), String(done.length)));
    }
  };

  return { progress, note, task, pass, stop };
}
export type BulkActs = ReturnType<typeof useBulkActs>;
