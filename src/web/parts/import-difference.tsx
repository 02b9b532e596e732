// What a commit would change, customer by customer: old → new. The marks say it in a word, never by colour alone.
import type { DifferencePage } from '#contract/draft-questions.ts';
import { capital } from '#web/views/capital.ts';
import { useImportSpeech } from '#web/words/import-context.ts';

export type DifferenceItem = DifferencePage['items'][number];
type Counts = DifferencePage['counts'];

const kinds = ['added', 'changed', 'unchanged', 'gone'] as const;

export function DifferenceCounts({ counts }: { counts: Counts }) {
  const { t, f } = useImportSpeech();
  return (
    <dl className="counts">
      {kinds.map((kind) => (
        <div key={kind} className={counts[kind] === 0 ? 'mute' : undefined}>
          <dt>{t.check.counts[kind]}</dt>
          <dd>{f.number(counts[kind])}</dd>
        </div>
      ))}
    </dl>
  );
}

export function ImportDifference({ items }: { items: readonly DifferenceItem[] }) {
  const { t, f } = useImportSpeech();
  return (
    <table className="tbl wrap dif">
      <caption className="sr">{t.check.caption}</caption>
      <colgroup>
        <col className="w-what" />
        <col className="w-who" />
        <col />
        <col className="w-mrr" />
      </colgroup>
      <thead>
        <tr>
          <th>{t.check.what}</th>
          <th>{t.check.customer}</th>
          <th>{t.check.change}</th>
          <th className="num">{t.check.mrr}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={`${item.kind} ${item.account.id ?? ''} ${item.account.name}`}>
            <td>
              <span
                className={item.kind === 'gone' ? 'tag yellow' : item.kind === 'added' ? 'tag acc' : 'tag'}
              >
                {t.check[item.kind]}
              </span>
            </td>
            <td className="name">{item.account.name}</td>
            <td>
              <Changes item={item} />
            </td>
            <td className="num c-mrr">{item.mrrCents === null ? '—' : f.units(item.mrrCents)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Said without their field: the words alone tell what they are. */
const plain = new Set(['segment', 'owner']);

/** Of a customer that is new, its terms in a line; its money stands beside. */
function Newcomer({ item }: { item: DifferenceItem }) {
  const { t, field } = useImportSpeech();
  const terms = item.changes.filter((change) => change.field !== 'monthly' && change.after !== null);
  if (terms.length === 0) return <span className="soft">{t.check.addedText}</span>;
  return (
    <span className="terms">
      {terms.map((term, at) => (
        <span key={term.field}>
          {at > 0 && <span className="mute"> · </span>}
          {!plain.has(term.field) && <span className="mute">{field(term.field)} </span>}
          {term.after}
        </span>
      ))}
    </span>
  );
}

function Changes({ item }: { item: DifferenceItem }) {
  const { t, w, field } = useImportSpeech();
  if (item.kind === 'gone') return <span className="soft">{t.check.goneText}</span>;
  if (item.kind === 'added') return <Newcomer item={item} />;
  return (
    <ul className="chg">
      {item.changes.map((change) => (
        <li key={change.field}>
          <span className="mute">{capital(field(change.field))}</span>
          <span>
            <s>{change.before ?? w.noData}</s> <span aria-hidden="true">→</span>
            <span className="sr"> {t.check.becomes} </span> <b>{change.after ?? w.noData}</b>
          </span>
        </li>
      ))}
    </ul>
  );
}
