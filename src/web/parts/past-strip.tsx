// The amber strip: whoever looks at another day than today sees so at all times, and can go back.
import { useSpeech } from '#web/words/context.tsx';

export function PastStrip({ asOf, onToday }: { asOf: string; onToday: () => void }) {
  const { w, f } = useSpeech();
  return (
    <div className="past" role="status">
      <b>{w.asOf.seeing(f.day(asOf))}</b>
      <span className="soft wide">{w.asOf.known}</span>
      <button type="button" className="btn end" onClick={onToday}>
        {w.asOf.back}
      </button>
    </div>
  );
}
