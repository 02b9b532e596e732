// How many kills of each sort a run of the crash test holds: a few, or what the long run asks for.
export const rounds = Number(process.env['PERENE_CRASH_ROUNDS'] ?? 5);
