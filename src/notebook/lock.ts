import { closeSync, openSync, rmSync, statSync } from 'node:fs';
import { errorCode } from './error-code.js';

/** So long one holder is waited for; each that comes after it anew. */
const patience = 3000;
/** No holder keeps a lock this long: it belongs to a process that died. */
const stale = 10_000;

/**
 * Runs `f` while no other process runs under the same lock.
 *
 * @param lock A file that exists while the lock is held.
 * @throws if the lock cannot be made, or stays taken.
 */
export function underLock<T>(lock: string, f: () => T): T {
  take(lock);
  try {
    return f();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock: string): void {
  let [holder, end] = [0, Infinity];
  for (;;) {
    try {
      return closeSync(openSync(lock, 'wx'));
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
      const now = Date.now();
      const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? now;
      if (made !== holder) [holder, end] = [made, now + patience];
      if (now > end) throw error;
      if (now - made > stale) rmSync(lock, { force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5 + 10 * Math.random());
    }
  }
}
