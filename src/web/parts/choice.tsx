// One choice of a few, as joined buttons; the chosen one is pressed.
type Props<T extends string> = {
  label: string;
  value: T;
  options: readonly { readonly value: T; readonly text: string }[];
  onChange: (value: T) => void;
  small?: boolean;
};

export function Choice<T extends string>({ label, value, options, onChange, small = false }: Props<T>) {
  return (
    <span className={small ? 'seg sm' : 'seg'} role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.text}
        </button>
      ))}
    </span>
  );
}
