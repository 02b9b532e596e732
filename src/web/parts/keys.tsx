// Shortcuts as they are told in the line under a screen.
import { useSpeech } from '#web/words/context.tsx';

export type Key = readonly [keys: readonly string[], does: string];

export function KeysLine({ keys }: { keys: readonly Key[] }) {
  const { w } = useSpeech();
  return (
    <div className="keys" role="group" aria-label={w.keys.label}>
      {keys.map(([names, does]) => (
        <span key={does}>
          {names.map((name) => (
            <kbd key={name}>{name}</kbd>
          ))}
          {does}
        </span>
      ))}
    </div>
  );
}
