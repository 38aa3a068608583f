// A lock between processes for the minutes before the product itself can run. Plain JavaScript for Node 20.
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';

/**
 * Runs `work` while holding a lock file that carries our process number. Says `waiting` once when somebody else holds it; a lock whose process
 * is gone is taken over. Waits synchronously: there is nothing else to do meanwhile.
 */
export function withFileLock(path, waiting, work) {
  for (let attempt = 0; !tryLock(path); attempt++) {
    if (attempt === 4) console.error(waiting);
    if (holderIsGone(path)) rmSync(path, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
  }
  const release = () => rmSync(path, { force: true });
  process.once('exit', release);
  try {
    return work();
  } finally {
    release();
    process.off('exit', release);
  }
}

function tryLock(path) {
  try {
    const file = openSync(path, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function holderIsGone(path) {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    // Empty: the holder has made the file and is about to write its number.
    if (!pid) return false;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
