/**
 * Every run of a cell's code, from its first line to the last callback of a timer it set, is a guarded slice: it and
 * the promise callbacks it causes can be stopped by a signal.
 *
 * Node stops code only inside `vm.Script.runInThisContext({ breakOnSigint })`. Such runs must not be nested, and
 * must begin outside of promise callbacks, whose queue would else go on unguarded: hence `later`.
 */
import { setImmediate as nextTurn } from 'node:timers';
import { Script } from 'node:vm';
import type { Header } from './messages.js';
import { beginSlice, endSlice, hearInterrupt, isInterruptAsked, resetSlice } from './slice.js';

const entry = Symbol.for('normlab.slice');
const script = new Script(`globalThis[Symbol.for('normlab.slice')]()`, { filename: __filename });

/** The request whose code runs: its output belongs to that request, at once or from a late timer. */
export interface Owner {
  readonly header: Header;
}

export class Guard {
  /** Whose code runs, or ran last. */
  owner: Owner | undefined;
  /** Rises with each interrupt; what was begun before it is over. */
  age = 0;
  /** Told of each interrupt, with the owner of the code that was stopped in its run. */
  onInterrupt: (stopped: Owner | undefined) => void = () => undefined;
  #inside = false;
  #stopped: Owner | undefined;
  #failed: Owner | undefined;
  readonly #slice: Int32Array;

  constructor(slice: Int32Array) {
    this.#slice = slice;
  }

  /** Runs work of an owner now, in the slice that runs already or else in one of its own. */
  run(owner: Owner | undefined, work: () => void): void {
    const before = this.owner;
    this.owner = owner;
    try {
      if (this.#inside) work();
      else this.#enter(owner, work);
    } finally {
      this.owner = before;
    }
  }

  /** Runs work in the slice that runs already, or else in a slice of its own as soon as promise callbacks are done. */
  soon(owner: Owner, work: () => void): void {
    if (this.#inside) this.run(owner, work);
    else nextTurn(() => this.run(owner, work));
  }

  /** Ends what an interrupt is to end, after a stopped slice or a signal between slices. */
  interrupt(): void {
    const stopped = this.#stopped;
    this.#stopped = undefined;
    hearInterrupt(this.#slice);
    this.age++;
    this.onInterrupt(stopped);
  }

  /** Whose slice threw the error that has just come up uncaught. */
  takeFailed(): Owner | undefined {
    const failed = this.#failed;
    this.#failed = undefined;
    return failed;
  }

  /** Hears an interrupt that came as a message, unless its signal was faster. */
  hear(): void {
    if (isInterruptAsked(this.#slice)) this.interrupt();
  }

  #enter(owner: Owner | undefined, work: () => void): void {
    this.#inside = true;
    Reflect.set(globalThis, entry, () => this.#turn(work));
    try {
      script.runInThisContext({ breakOnSigint: true });
    } catch (error) {
      if (isStop(error)) this.#stopped = owner;
      else this.#failed = owner;
      // Passed on as uncaught: only then does Node repair its stack of asynchronous contexts.
      throw error;
    } finally {
      this.#inside = false;
      resetSlice(this.#slice);
    }
  }

  #turn(work: () => void): void {
    beginSlice(this.#slice);
    try {
      work();
      drainPromises();
    } finally {
      endSlice(this.#slice);
    }
  }
}

/** Is this how Node reports a slice that a signal stopped? */
export function isStop(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_INTERRUPTED';
}

function drainPromises(): void {
  (process as NodeJS.Process & { _tickCallback(): void })._tickCallback();
}
