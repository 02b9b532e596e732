// Whether a person is told amounts of money: for CSMs and viewers, who can be without.
import { usePeopleSpeech } from '#web/words/people-context.ts';

type Props = {
  /** For a field without a label of its own beside it. */
  label?: string;
  value: boolean;
  onChange: (seesMoney: boolean) => void;
};

export function MoneySelect({ label, value, onChange }: Props) {
  const { p } = usePeopleSpeech();
  return (
    <select
      className="field"
      aria-label={label}
      value={value ? 'yes' : 'no'}
      onChange={(event) => onChange(event.target.value === 'yes')}
    >
      <option value="yes">{p.field.withMoney}</option>
      <option value="no">{p.field.withoutMoney}</option>
    </select>
  );
}
