// The sample base over the fixture: it is put together while one looks, is there, and is taken away.
import type { SampleLoaded, SampleState } from '#contract/sample.ts';

/** Long enough that whoever looks twice a second sees each step. */
const stepMs = 1200;
const of = 120;
let state: SampleState = { state: 'none', done: 0, of: 0, workspace: null };

/** Answers one request about the sample. */
export async function answerSample(
  method: string,
): Promise<SampleState | SampleLoaded | { removed: boolean }> {
  if (method === 'GET') return state;
  if (method === 'DELETE') {
    const removed = state.state === 'ready';
    state = { state: 'none', done: 0, of: 0, workspace: null };
    return { removed };
  }
  for (const done of [0, 40, 80, of]) {
    state = { state: 'loading', done, of, workspace: null };
    await new Promise((resolve) => setTimeout(resolve, stepMs));
  }
  state = { state: 'ready', done: 0, of: 0, workspace: 'exemplo' };
  return {
    workspace: 'exemplo',
    name: 'Prumo Consultoria (exemplo)',
    accounts: of,
    facts: 36_000,
    today: '2026-04-15',
  };
}
