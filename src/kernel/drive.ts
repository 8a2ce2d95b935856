/** Runs one cell to its end: steps through its pauses, each step guarded, until it returns, throws or is interrupted. */
import { setImmediate as nextTurn } from 'node:timers';
import type { Guard, Owner } from './guard.js';

export type Outcome = { value: unknown } | { error: unknown } | { interrupted: true };

/** A cell's code: `yield promise` stands for `await promise`. */
export type Steps = Generator<unknown, unknown, unknown>;

export class Drive {
  readonly #guard: Guard;
  #end: ((outcome: Outcome) => void) | undefined;

  constructor(guard: Guard) {
    this.#guard = guard;
  }

  /** Ends the run that is under way; false where there is none. */
  interrupt(): boolean {
    const underWay = this.#end !== undefined;
    this.#end?.({ interrupted: true });
    return underWay;
  }

  run(owner: Owner, begin: () => Steps): Promise<Outcome> {
    return new Promise((resolve) => {
      const end = (outcome: Outcome): void => {
        if (this.#end !== end) return;
        this.#end = undefined;
        // The kernel goes on in a turn of its own: what runs in a slice may be stopped half way.
        nextTurn(() => resolve(outcome));
      };
      this.#end = end;
      this.#guard.soon(owner, () => this.#begin(owner, begin, end));
    });
  }

  #begin(owner: Owner, begin: () => Steps, end: (outcome: Outcome) => void): void {
    let steps: Steps;
    const step = (resume: () => IteratorResult<unknown>): void => {
      if (this.#end !== end) return;
      let result: IteratorResult<unknown>;
      try {
        result = resume();
      } catch (error) {
        return end({ error });
      }
      if (result.done) return end({ value: result.value });
      const again = (next: () => IteratorResult<unknown>): void => this.#guard.soon(owner, () => step(next));
      Promise.resolve(result.value).then(
        (value) => again(() => steps.next(value)),
        (error) => again(() => steps.throw(error)),
      );
    };
    step(() => {
      steps = begin();
      return steps.next();
    });
  }
}
