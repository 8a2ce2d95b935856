/** The timers that cells see: their callbacks run guarded, belong to the cell that set them, and end with an interrupt. */
import timers from 'node:timers';
import timersPromises from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Guard } from './guard.js';

type Callback = (...args: unknown[]) => unknown;
type Timer = (callback: Callback, ...rest: unknown[]) => unknown;

/** Replaces the global timers and `queueMicrotask`. */
export function guardTimers(guard: Guard): void {
  const guarded = (native: Timer, clear: (timer: never) => void): Timer => {
    return (callback, ...rest) => {
      if (typeof callback !== 'function') return native(callback, ...rest);
      const { owner, age } = guard;
      const timer = native(
        (...args: unknown[]) => {
          if (guard.age === age) guard.run(owner, () => void callback(...args));
          else clear(timer as never);
        },
        ...rest,
      );
      return timer;
    };
  };
  const setTimeout = guarded(timers.setTimeout as Timer, timers.clearTimeout);
  const setInterval = guarded(timers.setInterval as Timer, timers.clearInterval);
  const setImmediate = guarded(timers.setImmediate, timers.clearImmediate);
  const sleep = (ms?: number, value?: unknown): Promise<unknown> =>
    new Promise((resolve) => setTimeout(() => resolve(value), ms));
  const turn = (value?: unknown): Promise<unknown> =>
    new Promise((resolve) => setImmediate(() => resolve(value)));
  Object.assign(setTimeout, { [promisify.custom]: sleep });
  Object.assign(setImmediate, { [promisify.custom]: turn });
  Object.assign(globalThis, { setTimeout, setInterval, setImmediate });
  Object.assign(timersPromises, { setTimeout: sleep, setImmediate: turn });
}
