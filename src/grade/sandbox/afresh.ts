import { copyOf } from '../arrays/plain.js';
import { Failure } from '../exercise.js';
import type { Candidate, Check } from '../exercise.js';

type AnyFunction = (...inputs: unknown[]) => unknown;

/** One call that was made, with what came of it. */
interface Call {
  readonly inputs: readonly unknown[];
  readonly answer: unknown;
}

const mostKept = 40;
const repetitions = 60;

/** Keeps the calls of a candidate, so that they can be made again where nothing has been called before. */
export class Recorder {
  private readonly calls: Call[] = [];
  readonly candidate: AnyFunction;

  constructor(f: AnyFunction) {
    this.candidate = (...inputs) => {
      const before = copyOf(inputs);
      const answer = f(...inputs);
      if (this.calls.length < mostKept) this.calls.push({ inputs: before, answer: copyOf(answer) });
      return answer;
    };
  }

  /**
   * The last check of every battery: each call that was made, made again in a place of its own, and one of them many times
   * over, give the same answers as before.
   *
   * @param fresh Calls the function in a place where it was never called.
   */
  sameAgain(fresh: (inputs: readonly unknown[]) => unknown): Check<Candidate> {
    return {
      name: 'answers the same whenever it is called',
      // It earns nothing and can lose everything: what fails it only seemed to hold the checks before.
      points: 0,
      run: (candidate) => {
        for (const call of [...this.calls].reverse()) requireSame(call, fresh(copyOf(call.inputs)));
        if (this.calls.length === 0) return;
        const shortest = this.calls.reduce((a, b) => (sizeOf(b.inputs) < sizeOf(a.inputs) ? b : a));
        const again = candidate as unknown as AnyFunction;
        for (let i = 0; i < repetitions; i++) requireSame(shortest, again(...copyOf(shortest.inputs)));
      },
    };
  }
}

function requireSame({ answer }: Call, again: unknown): void {
  if (alike(answer, again)) return;
  throw new Failure(
    'remembers',
    'With the same input your function once gave one answer and once another. What does it keep between two calls, or where does chance come in?',
  );
}

/** Whether two answers are the same but for the last digits. */
function alike(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number')
    return Object.is(a, b) || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && alike(Reflect.get(a, key), Reflect.get(b, key)))
  );
}

/** How many values there are. */
function sizeOf(data: unknown): number {
  if (typeof data !== 'object' || data === null) return 1;
  return Object.values(data).reduce<number>((sum, item) => sum + sizeOf(item), 0);
}
