// Which source is believed when two tell the same instant differently: what a person recorded here, then systems
// of record, then sheets. Only a tie-break: later facts win before any priority.

/** Higher wins. */
export function sourcePriority(source: string): number {
  if (source === 'perene' || source.startsWith('perene:')) return 3;
  if (source.startsWith('sheet:')) return 1;
  return 2;
}
