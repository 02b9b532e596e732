// What happened, newest first: day, kind, sentence, source, and the signals a fact is evidence of.
import type { FactGroup, TimelineItem } from '#contract/facts.ts';
import { Choice } from '#web/parts/choice.tsx';
import { BandShape } from '#web/parts/state-mark.tsx';
import { useCustomerSpeech } from '#web/words/customer-context.ts';

type Props = {
  items: readonly TimelineItem[] | null;
  total: number;
  asOf: string;
  group: FactGroup;
  onGroup: (group: FactGroup) => void;
  hasNext: boolean;
  busy: boolean;
  onMore: () => void;
};
const groups: readonly FactGroup[] = ['all', 'signals', 'people', 'money', 'use', 'work'];

export function FactTimeline({ items, total, asOf, group, onGroup, hasNext, busy, onMore }: Props) {
  const { c, f } = useCustomerSpeech();
  // What holds for every fact is said once, above them.
  const imported = items !== null && items.length > 0 && items.every((item) => item.hindsight);
  return (
    <section className="sec">
      <header>
        <h2>{c.timeline.title}</h2>
        <span className="note">
          {items === null ? ' ' : c.timeline.note(f.number(items.length), f.number(total))}
          {imported ? ` · ${c.timeline.allHindsight}` : ''}
        </span>
        <span className="act">
          <Choice
            small
            label={c.timeline.filter}
            value={group}
            onChange={onGroup}
            options={groups.map((value) => ({ value, text: c.timeline.groups[value] }))}
          />
        </span>
      </header>
      {items === null && <Waiting />}
      {items?.length === 0 && <p className="soft">{c.timeline.none}</p>}
      <ol className="tl">
        {items?.map((item) => (
          <li key={item.id}>
            <time dateTime={item.occurredAt}>{f.dayShort(item.occurredAt, asOf)}</time>
            <span className="k">{item.label}</span>
            <div>
              <p>
                {item.text}
                <Tags item={item} />
              </p>
              <span className="small mute">
                {item.source}
                {item.hindsight && !imported ? ` · ${c.timeline.hindsight}` : ''}
              </span>
            </div>
          </li>
        ))}
      </ol>
      {hasNext && (
        <button type="button" className="btn" onClick={onMore} aria-busy={busy}>
          {c.timeline.more}
        </button>
      )}
    </section>
  );
}

/** Every risk a fact speaks for; of the good news and dates only the first, when there is no risk. */
function Tags({ item }: { item: TimelineItem }) {
  const { c } = useCustomerSpeech();
  const all = (item.signalLabels ?? []).map((label, index) => ({
    label,
    tone: item.signalTones?.[index] ?? 'risk',
  }));
  const risks = all.filter(({ tone }) => tone === 'risk');
  return (risks.length > 0 ? risks : all.slice(0, 1)).map(({ label, tone }) => (
    <span key={label} className={tone === 'risk' ? 'tag red' : tone === 'good' ? 'tag green' : 'tag'}>
      {tone !== 'date' && <BandShape band={tone === 'risk' ? 'red' : 'green'} />}
      {c.timeline.signal(label)}
    </span>
  ));
}

const Waiting = () => (
  <ol className="tl" aria-busy="true">
    {[0, 1, 2, 3, 4].map((row) => (
      <li key={row}>
        <span className="skel" />
        <span className="skel" />
        <span className="skel" style={{ margin: '4px 0 20px' }} />
      </li>
    ))}
  </ol>
);
