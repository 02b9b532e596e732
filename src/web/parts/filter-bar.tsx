// The bar over the table: filters in force as removable sentences, a field for words, the few filters as choices, the date.
import { Popover } from '@base-ui/react/popover';
import { useState, type ReactNode, type RefObject } from 'react';
import type { AccountsSummary } from '#contract/accounts.ts';
import type { Band } from '#contract/line.ts';
import { CrossIcon, SlidersIcon } from '#web/parts/icons.tsx';
import type { BaseSearch, FilterChip, FilterKey } from '#web/views/base-search.ts';
import { useSpeech } from '#web/words/context.tsx';

type Props = {
  search: BaseSearch;
  chips: readonly FilterChip[];
  summary: AccountsSummary | null;
  wordsRef: RefObject<HTMLInputElement | null>;
  onWords: (typed: string) => void;
  onSet: (key: FilterKey, value: string | undefined) => void;
  onClear: () => void;
  end: ReactNode;
};

export function FilterBar({ search, chips, summary, wordsRef, onWords, onSet, onClear, end }: Props) {
  const { w } = useSpeech();
  const [typed, setTyped] = useState('');
  return (
    <div className="bar tools">
      {chips.map((chip) => (
        <span key={chip.key} className="filter">
          <span>
            {chip.before}
            <b>{chip.value}</b>
          </span>
          <button
            type="button"
            aria-label={w.filters.remove(chip.before + chip.value)}
            onClick={() => onSet(chip.key, undefined)}
          >
            <CrossIcon />
          </button>
        </span>
      ))}
      <form
        className="words"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== '') onWords(typed);
          setTyped('');
        }}
      >
        <input
          ref={wordsRef}
          className="field"
          aria-label={w.filters.words}
          placeholder={w.filters.placeholder}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
      <FilterChoices search={search} summary={summary} onSet={onSet} />
      {chips.length > 1 && (
        <button type="button" className="btn quiet" onClick={onClear}>
          {w.filters.clear}
        </button>
      )}
      <span className="end">{end}</span>
    </div>
  );
}

const renewalDays = [30, 60, 90, 120, 180, 365];
const bands: readonly Band[] = ['red', 'yellow', 'green', 'unknown'];
const statuses = ['active', 'notice', 'no_contract', 'unknown'] as const;
/** Whole units of the currency. */
const stakes = [5_000, 20_000, 50_000, 100_000, 500_000];
const quietDays = [14, 30, 60, 90];

function FilterChoices({ search, summary, onSet }: Pick<Props, 'search' | 'summary' | 'onSet'>) {
  const { w } = useSpeech();
  return (
    <Popover.Root>
      <Popover.Trigger className="btn">
        <SlidersIcon />
        {w.filters.open}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} align="start" style={{ zIndex: 15 }}>
          <Popover.Popup className="pop two-up" aria-label={w.filters.open}>
            <Pick
              label={w.filters.band}
              value={search.band}
              onPick={(value) => onSet('band', value)}
              options={bands.map((band) => [band, w.band[band]])}
            />
            <Pick
              label={w.filters.renews}
              value={search.renews?.toString()}
              onPick={(value) => onSet('renews', value)}
              options={renewalDays.map((days) => [String(days), w.filters.withinDays(days)])}
            />
            <Pick
              label={w.filters.segment}
              value={search.segment}
              onPick={(value) => onSet('segment', value)}
              options={(summary?.segments ?? []).map((item) => [item.key, item.label])}
            />
            <Pick
              label={w.filters.stage}
              value={search.stage}
              onPick={(value) => onSet('stage', value)}
              options={(summary?.stages ?? []).map((item) => [item.key, item.label])}
            />
            <MoreChoices search={search} summary={summary} onSet={onSet} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** Filters by people, signals, conversations, money and status. */
function MoreChoices({ search, summary, onSet }: Pick<Props, 'search' | 'summary' | 'onSet'>) {
  const { w, f } = useSpeech();
  const owners: (readonly [string, string])[] = [
    ...(summary?.me ? [['_me', w.filters.mine] as const] : []),
    ['_none', w.filters.unowned],
    ...(summary?.owners ?? []).map((item) => [item.key, item.label] as const),
  ];
  return (
    <>
      <Pick
        label={w.filters.owner}
        value={search.owner}
        onPick={(value) => onSet('owner', value)}
        options={owners}
      />
      <Pick
        label={w.filters.signal}
        value={search.signal}
        onPick={(value) => onSet('signal', value)}
        options={(summary?.signals ?? []).map((item) => [item.key, item.label])}
      />
      <Pick
        label={w.filters.quiet}
        value={search.quiet?.toString()}
        onPick={(value) => onSet('quiet', value)}
        options={quietDays.map((days) => [String(days), w.filters.quietFor(days)])}
      />
      {f.seesMoney && (
        <Pick
          label={w.filters.stake}
          value={search.stake?.toString()}
          onPick={(value) => onSet('stake', value)}
          options={stakes.map((units) => [
            String(units),
            w.filters.stakeFrom(f.moneyShort(units * 100, summary?.currency ?? 'BRL')),
          ])}
        />
      )}
      <Pick
        label={w.filters.status}
        value={search.status}
        onPick={(value) => onSet('status', value)}
        options={statuses.map((status) => [status, w.status[status]])}
      />
    </>
  );
}

type PickProps = {
  label: string;
  value: string | undefined;
  options: readonly (readonly [string, string])[];
  onPick: (value: string | undefined) => void;
};

function Pick({ label, value, options, onPick }: PickProps) {
  const { w } = useSpeech();
  // A value of an address that is none of the choices is one while it holds.
  const other = value !== undefined && !options.some(([key]) => key === value);
  return (
    <label>
      <span className="lb">{label}</span>
      <select
        className="field"
        value={value ?? ''}
        onChange={(event) => onPick(event.target.value === '' ? undefined : event.target.value)}
      >
        <option value="">{w.filters.any}</option>
        {other && <option value={value}>{value}</option>}
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
