// Runs the tests and ends with one line: `N passed, N failed`. Usage: node scripts/test.mjs [check | long]
//   (nothing)  everything that fits 25 minutes: checks, all tests, planted bugs, browser walks
//   check      format, lint, types and the tests that need neither server nor browser
//   long       the tests under test/long
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { userInfo, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWeb, byName, node, ready, root } from './ready.mjs';

const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1);
const bin = (name) => join(root, 'node_modules/.bin', name);
const totals = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

function tally(name, { passed, failed, skipped = 0 }, since) {
  totals.passed += passed;
  totals.failed += failed;
  totals.skipped += skipped;
  if (failed > 0) failures.push(name);
  const rest = skipped > 0 ? `, ${skipped} skipped` : '';
  console.log(`-- ${name}: ${passed} passed, ${failed} failed${rest} (${seconds(since)} s)`);
}

/** One tool that is content or not: counts as one check. */
function check(name, program, args) {
  const since = performance.now();
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  tally(name, status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }, since);
}

/** No suite takes this long: what still runs then is hung, and a hung run tells nobody anything. */
const deadlineMs = 15 * 60_000;
/** A single test hung; those that may take longer say so themselves. */
const testTimeoutMs = 180_000;

/** Runs a program in a group of its own and answers its exit code; null when it was ended at the deadline, with all it started. */
async function within(deadline, program, args, env) {
  const child = spawn(program, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    detached: process.platform !== 'win32',
  });
  const end = (signal) => {
    try {
      process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
    } catch {
      // It ended by itself a moment ago.
    }
  };
  const interrupted = () => {
    end('SIGKILL');
    process.exit(130);
  };
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    end('SIGKILL');
  }, deadline);
  const status = await new Promise((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', (code) => resolve(code));
  });
  clearTimeout(timer);
  process.off('SIGINT', interrupted);
  process.off('SIGTERM', interrupted);
  if (late) console.log(`\nEnded after ${deadline / 60_000} minutes: something hangs.`);
  return late ? null : status;
}

/** Test files run by Node's runner; the numbers are the runner's own. */
async function tests(name, files, env = {}) {
  if (files.length === 0) return;
  const since = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'perene-count-'));
  const file = join(folder, 'counts');
  const reporter = (script, destination) => [
    `--test-reporter=${join(root, 'scripts', script)}`,
    `--test-reporter-destination=${destination}`,
  ];
  const args = [
    '--test',
    `--test-timeout=${testTimeoutMs}`,
    ...reporter('progress-reporter.mjs', 'stdout'),
    ...reporter('count-reporter.mjs', file),
    ...files,
  ];
  const deadline = name === 'long tests' ? 3 * 60 * 60_000 : deadlineMs;
  const status = await within(deadline, node, args, env);
  const counts =
    existsSync(file) && readFileSync(file, 'utf8') ? JSON.parse(readFileSync(file, 'utf8')) : null;
  rmSync(folder, { recursive: true, force: true });
  const failed = counts === null ? 1 : counts.failed + counts.cancelled;
  // A runner that fails without a failed test (a crash between files) is a failure all the same.
  const broken = status !== 0 && failed === 0 ? 1 : 0;
  const { passed = 0, skipped = 0, todo = 0, names = [] } = counts ?? {};
  for (const one of names) console.log(`skipped: ${one}`);
  tally(name, { passed, failed: failed + broken, skipped: skipped + todo }, since);
}

/** A script that says one line for each thing it tried: those that begin with `good` passed, with `bad` did not. */
function script(name, file, { good, bad, env = {} }) {
  const since = performance.now();
  const ran = spawnSync(node, [file], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    timeout: deadlineMs,
    killSignal: 'SIGKILL',
  });
  const lines = (ran.stdout ?? '').split('\n');
  const passed = lines.filter((line) => good.test(line)).length;
  const missed = lines.filter((line) => bad.test(line)).length;
  console.log(lines.filter((line) => !good.test(line)).join('\n') + (ran.stderr ?? ''));
  tally(name, { passed, failed: missed > 0 || ran.status === 0 ? missed : 1 }, since);
}

/** A private folder of this browser's version: it unpacks into the temporary folder and would take any older one found there. */
function browserFolder() {
  const { version } = JSON.parse(
    readFileSync(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'),
  );
  const folder = join(tmpdir(), `perene-chromium-${version}-${userInfo().username}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** Test files by what they need. */
function chosen() {
  const all = ['src', 'test']
    .flatMap((top) => readdirSync(join(root, top), { recursive: true }).map((name) => `${top}/${name}`))
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.test.ts'))
    .sort(byName);
  const under = (...folders) => all.filter((file) => folders.some((folder) => file.startsWith(folder)));
  const long = under('test/long/');
  const browser = under('test/browser/');
  const rest = all.filter((file) => !long.includes(file) && !browser.includes(file));
  const server = rest.filter((file) => needsServer(file));
  return { long, browser, server, quick: rest.filter((file) => !server.includes(file)) };
}

/** A test that opens a base says so by what it imports, or lives with what does. */
function needsServer(file) {
  if (/^src\/(store|server|cli|actions|mcp)\//.test(file)) return true;
  return /^(import .*|\}) from '#(store|actions|server|cli|mcp)\//m.test(
    readFileSync(join(root, file), 'utf8'),
  );
}

async function run(mode) {
  ready();
  const { long, browser, server, quick } = chosen();
  if (mode === 'long') return await tests('long tests', long);
  check('format', bin('oxfmt'), ['--check']);
  check('lint', bin('oxlint'), ['--type-aware', '--quiet']);
  check('types', bin('tsc'), ['--noEmit']);
  if (mode === 'check') return await tests('quick tests', quick);
  buildWeb();
  await tests('quick tests', quick);
  await tests('tests with a base', server);
  // A suite of tests that does not notice a planted bug has failed.
  script('planted bugs', 'test/mutants/run.ts', { good: /^caught /, bad: /^(survived|stale) / });
  const env = { TMPDIR: browserFolder() };
  script('walks over the fixture', 'test/web/walks.ts', { good: /^ok /, bad: /^not ok /, env });
  await tests('walks over a base', browser, env);
}

const began = performance.now();
const mode = process.argv[2] ?? '';
if (!['', 'check', 'long'].includes(mode)) {
  console.error(`"${mode}"? Nothing, check or long.`);
  process.exit(2);
}
await run(mode);
if (failures.length > 0) console.log(`Failed: ${failures.join(', ')}`);
console.log(`${totals.skipped} skipped, ${seconds(began)} s in all`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;
