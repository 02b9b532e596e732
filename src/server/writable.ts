// Between the rooms, whose values nobody may change, and the contract, whose inferred types say nothing of that.

type Plain = string | number | boolean | null | undefined;
/** A type without `readonly`, all the way down. */
export type Writable<T> = T extends Plain ? T : { -readonly [K in keyof T]: Writable<T[K]> };

/** The same value, for an answer: every other difference from the contract remains an error of types. */
export const writable = <T>(value: T): Writable<T> => value as Writable<T>;
