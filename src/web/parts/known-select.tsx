// Which of the people that the facts speak of somebody is; nobody is a choice.
import { usePeopleSpeech } from '#web/words/people-context.ts';

type Props = {
  label?: string;
  value: string | null;
  inFacts: readonly { readonly key: string; readonly name: string }[];
  onChange: (key: string | null) => void;
};

/** Without a `label` it stands in one. */
export function KnownSelect({ label, value, inFacts, onChange }: Props) {
  const { p } = usePeopleSpeech();
  return (
    <select
      className="field"
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
    >
      <option value="">{p.field.nobody}</option>
      {inFacts.map(({ key, name }) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </select>
  );
}
