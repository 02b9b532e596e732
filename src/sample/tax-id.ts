// Invented CNPJs that pass their check digits: counted up from a root, looked up nowhere. That one of them belongs to
// somebody would be an accident.
const weights = [
  [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2],
  [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2],
];

/** Fourteen digits: eight of the firm, four of the branch, two check digits. */
export function inventedTaxId(firm: number, branch = 1): string {
  const root = 99_000_000 + (firm % 1_000_000);
  const digits = Array.from(`${root}${String(branch).padStart(4, '0')}`, Number);
  for (const row of weights) {
    const rest = row.reduce((total, weight, at) => total + weight * (digits[at] ?? 0), 0) % 11;
    digits.push(rest < 2 ? 0 : 11 - rest);
  }
  return digits.join('');
}
