// Bugs stop the program with a sentence; expected conditions are data and never come through here.

/** Throws when a condition that the code guarantees does not hold. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Assertion failed: ${message}`);
}

/** Marks a branch that the types exclude. */
export function unreachable(value: never): never {
  throw new Error(`Unreachable: ${JSON.stringify(value)}`);
}
