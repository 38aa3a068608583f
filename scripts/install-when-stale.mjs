// Runs `npm ci` when node_modules is missing or does not match package-lock.json. Plain JavaScript for Node 20.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withFileLock } from './file-lock.mjs';

/**
 * Sees to it that what package-lock.json names is installed; `needsTools`: the development tools too.
 * Says one line when it installs, and ends the process with 1 when that fails.
 */
export function installWhenStale(root, { needsTools }) {
  if (isInstalled(root, needsTools)) return;
  makeFolder(join(root, 'dist'));
  withFileLock(join(root, 'dist', 'install.lock'), 'Väntar på ett annat kommando som installerar …', () => {
    if (!isInstalled(root, needsTools)) install(root);
  });
}

function makeFolder(path) {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    stop(
      `Det som behövs är inte installerat, och ${path} går inte att skriva i (${error.code}). Kör ./fullfolj en gång som klonens ägare.`,
    );
  }
}

function isInstalled(root, needsTools) {
  const stamp = readIfThere(stampPath(root));
  if (stamp === lockHash(root)) return true;
  const installed = readIfThere(join(root, 'node_modules', '.package-lock.json'));
  if (installed === undefined) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const there = JSON.parse(installed).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || matches(entry, there[path], needsTools),
  );
}

/** Installed in the right version, or rightly left out: for another kind of machine, or a tool in a production install. */
function matches(wanted, there, needsTools) {
  if (there) return there.version === wanted.version;
  if (wanted.dev || wanted.devOptional)
    return !needsTools || wanted.optional === true || wanted.devOptional === true;
  if (!wanted.optional) return false;
  const isForThisMachine =
    fits(wanted.os, process.platform) && fits(wanted.cpu, process.arch) && !wanted.libc;
  return !isForThisMachine || (!wanted.os && !wanted.cpu);
}

function fits(list, own) {
  return list === undefined || list.includes(own);
}

function install(root) {
  console.error('Fullfölj installerar det som saknas (npm ci). Det tar oftast en halv till två minuter.');
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Inside `npm start` npm says where it is itself; PATH may then lead to the pinned Node.js, which comes without npm.
  const own = process.env.npm_execpath;
  const result = own?.endsWith('.js')
    ? spawnSync(process.execPath, [own, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync(npm, args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (result.error?.code === 'ENOENT')
    stop('npm finns inte på datorn. Installera Node.js 20 eller nyare med npm och kör kommandot igen.');
  if (result.status !== 0) stop('Installationen misslyckades. Raderna ovanför säger varför.');
  writeFileSync(stampPath(root), lockHash(root));
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

function stampPath(root) {
  return join(root, 'node_modules', '.fullfolj-installed');
}

function lockHash(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
