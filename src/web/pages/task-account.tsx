// Finds the customer of a new task by part of the name, and shows which was chosen.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api } from '#web/pages/api.ts';
import { AccountFinder } from '#web/parts/account-finder.tsx';
import { useDaySpeech } from '#web/words/day-context.ts';

export type Picked = { readonly id: string; readonly name: string };
type Props = { workspace: string; picked: Picked | null; onPick: (account: Picked | null) => void };

export function TaskAccount({ workspace, picked, onPick }: Props) {
  const { d, w } = useDaySpeech();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ['search', workspace, q, w.language],
    queryFn: ({ signal }) => api.accounts(workspace, { q, limit: 6, sort: 'name', lang: w.language }, signal),
    enabled: picked === null && q.length >= 2,
    placeholderData: keepPreviousData,
  });
  if (picked !== null)
    return (
      <button type="button" className="btn" onClick={() => onPick(null)}>
        {picked.name} ×
      </button>
    );
  const items = q.length >= 2 ? (found.data?.items ?? []) : [];
  return (
    // Enter picks; it does not send the form around it.
    <div onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}>
      <AccountFinder
        label={d.form.account}
        hint={d.form.accountHint}
        typed={typed}
        onType={setTyped}
        found={items.map((line) => ({ id: line.id, name: line.account, note: line.segmentLabel ?? '' }))}
        note={q.length >= 2 && found.isSuccess && items.length === 0 ? d.form.nobodyFound : null}
        onPick={onPick}
      />
    </div>
  );
}
