// How big a file is, as a file manager says it. Pure.

/** `843 kB`, `2,4 MB`; bytes in powers of ten. */
export function sizeText(bytes: number, number: (n: number, digits?: number) => string): string {
  if (bytes < 1_000) return `${number(bytes)} B`;
  if (bytes < 1_000_000) return `${number(Math.round(bytes / 1_000))} kB`;
  return `${number(bytes / 1_000_000, 1)} MB`;
}
