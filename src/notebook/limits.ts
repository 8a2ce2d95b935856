import { Script } from 'node:vm';
import type { Run } from '../grade/index.js';
import { errorCode } from './error-code.js';

/** Where the function to limit is put: an object of the realm in which scripts run. */
const slot = "globalThis[Symbol.for('normlab.limited')]";
const place = new Script(`${slot} ??= { f() {} }`).runInThisContext() as { f: () => void };
const script = new Script(`${slot}.f()`, { filename: 'limited' });

/**
 * Runs `f` and stops it after so many milliseconds, even in a loop that never ends. An interrupt passes through.
 *
 * @returns `{ value }`, or nothing where time ran out.
 */
export const run: Run = <T>(f: () => T, { milliseconds }: { readonly milliseconds: number }) => {
  let result: { readonly value: T } | undefined;
  const before = place.f;
  place.f = () => {
    result = { value: f() };
  };
  try {
    script.runInThisContext({ timeout: milliseconds, displayErrors: false });
    return result;
  } catch (error) {
    if (errorCode(error) === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined;
    throw error;
  } finally {
    place.f = before;
  }
};
