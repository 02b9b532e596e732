// The few drawings of the interface, 16 px, in the ink of their text. Always beside a word or hidden from readers.
import type { ReactNode } from 'react';

function Stroke({ size = 16, children }: { size?: number; children: ReactNode }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const SearchIcon = () => (
  <Stroke>
    <circle cx="7" cy="7" r="4.5" />
    <path d="m10.5 10.5 3 3" />
  </Stroke>
);
export const CrossIcon = () => (
  <Stroke size={12}>
    <path d="m3.5 3.5 9 9m0-9-9 9" />
  </Stroke>
);
export const ArrowIcon = () => (
  <Stroke>
    <path d="M3 8h9.5M9 4.5 12.5 8 9 11.5" />
  </Stroke>
);
export const ImportIcon = () => (
  <Stroke>
    <path d="M8 2.5v7M5 7l3 3 3-3M2.5 10.5v3h11v-3" />
  </Stroke>
);
export const CheckIcon = () => (
  <Stroke>
    <path d="m3 8.5 3.2 3.2L13 5" />
  </Stroke>
);
export const ClockIcon = () => (
  <Stroke size={12}>
    <circle cx="8" cy="8" r="5.5" />
    <path d="M8 5v3.2l2 1.4" />
  </Stroke>
);
export const ChevronIcon = () => (
  <Stroke size={10}>
    <path d="m5.5 3 5 5-5 5" />
  </Stroke>
);
export const SlidersIcon = () => (
  <Stroke>
    <path d="M2.5 5h5m4 0h2M2.5 11h2m4 0h5" />
    <circle cx="9.5" cy="5" r="1.8" />
    <circle cx="6.5" cy="11" r="1.8" />
  </Stroke>
);
export const SheetIcon = () => (
  <Stroke size={24}>
    <path d="M3 2.5h7l3 3v8H3zM5.5 8h5M5.5 10.5h5M8 8v5" />
  </Stroke>
);
/** The plant that comes back from the same root. */
export const BrandIcon = () => (
  <Stroke size={20}>
    <path d="M2.5 14h11M8 14V8.2M8 9.2C4.8 9.4 3 7.6 3 4.6 6.2 4.4 8 6.2 8 9.2ZM8 7.4c0-2.6 1.6-4.3 5-4.4.1 3-1.7 4.8-5 4.4Z" />
  </Stroke>
);
export const ListIcon = () => (
  <Stroke size={20}>
    <path d="M3 4h10M3 8h10M3 12h6" />
  </Stroke>
);
export const TableIcon = () => (
  <Stroke size={20}>
    <path d="M2.5 3.5h11v9h-11zM2.5 6.5h11M6.5 6.5v6" />
  </Stroke>
);
export const RitualIcon = () => (
  <Stroke size={20}>
    <circle cx="8" cy="8" r="5.5" />
    <path d="M8 5v3.2l2 1.4" />
  </Stroke>
);
