// Makes a checkout ready and runs Perene: packages, then (for `start`) the built screens, then the command line.
// Plain JavaScript for any Node >= 20: what it prepares is the Node that runs the rest.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(fileURLToPath(import.meta.url), '../..');
const at = (...parts) => join(root, ...parts);
const windows = process.platform === 'win32';
/** The Node that npm installed for this checkout. */
export const node = at('node_modules/node/bin', windows ? 'node.exe' : 'node');

const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : null);
const sha = (...texts) => texts.reduce((hash, text) => hash.update(text), createHash('sha256')).digest('hex');
/** Order by code units: the same on every machine. */
export const byName = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const note = (text) => process.stderr.write(`${text}\n`);

/** Runs a program with its output on standard error; ends this one where it fails. */
function must(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  if (status === 0) return;
  note(`${[program, ...args].join(' ')}: ${error?.message ?? `exit code ${status}`}`);
  process.exit(1);
}

/** Whether what lies in node_modules is what the lock asks for: npm writes there what it installed. */
function agrees(lock) {
  const hidden = read(at('node_modules/.package-lock.json'));
  if (hidden === null) return false;
  const installed = JSON.parse(hidden).packages;
  // A package for another platform is optional and rightly absent.
  return Object.entries(JSON.parse(lock).packages).every(
    ([path, { optional, version }]) =>
      path === '' || (installed[path] ? installed[path].version === version : optional === true),
  );
}

function installPackages() {
  const lock = readFileSync(at('package-lock.json'), 'utf8');
  const stamp = at('node_modules/.perene-lock');
  if (read(stamp) === sha(lock)) return;
  if (!agrees(lock)) {
    note('Installing packages (once, about half a minute)…');
    const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    must(windows ? 'npm.cmd' : 'npm', args, { shell: windows });
  }
  writeFileSync(stamp, sha(lock));
}

/** An npm that runs no install scripts leaves the package `node` without its binary. */
function installNode() {
  const works = () => spawnSync(node, ['--version']).status === 0;
  if (works()) return;
  must(process.execPath, ['installArchSpecificPackage.js'], { cwd: at('node_modules/node') });
  if (works()) return;
  note(`${node} does not run on this machine.`);
  process.exit(1);
}

function webInputs() {
  const files = ['src/web', 'src/contract', 'src/words', 'src/domain', 'src/base'].flatMap((folder) =>
    readdirSync(at(folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
  );
  const own = ['index.html', 'vite.config.ts', 'package-lock.json'].map((name) => at(name));
  return sha(
    ...[...files, ...own].sort(byName).flatMap((path) => [path.slice(root.length), readFileSync(path)]),
  );
}

/** Builds the screens where they are absent or older than what they are made of. */
export function buildWeb() {
  const stamp = at('dist/web-inputs');
  const inputs = webInputs();
  if (existsSync(at('dist/web/index.html')) && read(stamp) === inputs) return;
  note('Building the screens…');
  rmSync(stamp, { force: true });
  must(node, [at('node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error']);
  mkdirSync(at('dist'), { recursive: true });
  writeFileSync(stamp, inputs);
}

/** Packages and their Node, ready to use. */
export function ready() {
  installPackages();
  installNode();
}

function main(args) {
  ready();
  if (args[0] === 'start') buildWeb();
  const child = spawn(node, [at('src/cli/main.ts'), ...args], { stdio: 'inherit' });
  // From a terminal the whole group gets the interrupt; passing it on would make it two.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  // npm tells its shell to end, which tells nobody: a shell that is gone ends us.
  const shell = process.env.npm_lifecycle_event ? process.ppid : null;
  if (shell !== null) setInterval(() => process.ppid === shell || child.kill('SIGTERM'), 500).unref();
  child.on('error', (error) => {
    note(error.message);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)));
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  main(process.argv.slice(2));
