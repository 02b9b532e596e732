// Rows of the final height while a table is on its way; nothing moves when it comes.
export const TableSkeleton = ({ rule = true }: { rule?: boolean }) => (
  <div className={rule ? 'sec' : undefined} aria-hidden="true">
    {[38, 64, 52, 70, 46, 58, 40, 66].map((width) => (
      <div className="line" key={width}>
        <span className="skel" style={{ width: `${width}%` }} />
      </div>
    ))}
  </div>
);
