// How far something long is: a thin bar with its name. A share of null says that it runs, not how far.
type Props = { label: string; share: number | null };

export function Progress({ label, share }: Props) {
  const percent = share === null ? undefined : Math.round(share * 100);
  return (
    <div
      className="prog"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(percent === undefined ? {} : { 'aria-valuenow': percent })}
    >
      <svg width="100%" height="4" aria-hidden="true">
        <rect
          className={share === null ? 'going' : undefined}
          width={share === null ? '30%' : `${share * 100}%`}
          height="4"
        />
      </svg>
    </div>
  );
}
