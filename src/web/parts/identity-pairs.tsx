// Pairs that may be one customer, each with its reason: join, or say that they differ.
import type { Identity, IdentityAccount } from '#contract/identity.ts';
import { taxIdText } from '#web/views/tax-id.ts';
import { useDataSpeech } from '#web/words/data-context.ts';

export type Pair = Identity['suggestions']['items'][number];
type Props = {
  suggestions: Identity['suggestions'];
  busy: string | null;
  onJoin: (pair: Pair) => void;
  onDiffer: (pair: Pair) => void;
};

/** The record that stays: one that is a customer before one that waits, one with a tax id before one without. */
export function stayingFirst(pair: Pair): readonly [IdentityAccount, IdentityAccount] {
  const { left, right } = pair;
  const worth = (one: IdentityAccount): number => (one.assigned ? 2 : 0) + (one.taxId === null ? 0 : 1);
  return worth(right) > worth(left) ? [right, left] : [left, right];
}

export function IdentityPairs({ suggestions, busy, onJoin, onDiffer }: Props) {
  const { d, f } = useDataSpeech();
  const { pairs } = d.identity;
  const { items, total, comparing } = suggestions;
  return (
    <section className="sec">
      <header>
        <h2>{pairs.title}</h2>
        {comparing && (
          <p className="note" role="status">
            {pairs.comparing}
          </p>
        )}
        {items.length === 0 && !comparing && <p className="note">{pairs.none}</p>}
        {total > items.length && (
          <p className="note">{pairs.shown(f.number(items.length), f.number(total))}</p>
        )}
      </header>
      <ul className="rows">
        {items.map((pair) => {
          const [stays, goes] = stayingFirst(pair);
          return (
            <li key={`${pair.left.id} ${pair.right.id}`}>
              <div>
                <Named account={stays} />
                <Named account={goes} />
                <p className="small mute">
                  {pair.reason} · {pairs.stays(stays.name)}
                </p>
              </div>
              <div className="bar">
                <button
                  type="button"
                  className="btn"
                  aria-label={pairs.joinOf(stays.name, goes.name)}
                  aria-busy={busy === goes.id}
                  onClick={() => onJoin(pair)}
                >
                  {pairs.join}
                </button>
                <button
                  type="button"
                  className="btn quiet"
                  aria-label={pairs.differOf(stays.name, goes.name)}
                  onClick={() => onDiffer(pair)}
                >
                  {pairs.differ}
                </button>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Named({ account }: { account: IdentityAccount }) {
  const { d } = useDataSpeech();
  return (
    <p>
      <span className="strong">{account.name}</span>
      {account.taxId !== null && <span className="mute"> {taxIdText(account.taxId)}</span>}
      {!account.assigned && <span className="chip guess">{d.identity.pairs.waits}</span>}
    </p>
  );
}
