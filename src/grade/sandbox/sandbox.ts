/**
 * A place to call a learner's function where nothing of the host exists: a JavaScript engine of its own, compiled to
 * WebAssembly, with limits on time, memory and stack. Numbers go in and come out as copies, and nothing else does.
 */
import type {
  QuickJSContext,
  QuickJSHandle,
  QuickJSRuntime,
  QuickJSWASMModule,
} from 'quickjs-emscripten-core';
import { inside } from './inside/index.js';
import { mirror } from './mirror.js';
import { Refused } from './refused.js';
import { decode, encode, encodeError, encodeInputs, Identities } from './wire.js';
import type { HostFunction } from './wire.js';

const memory = 128 * 1024 * 1024;
const stack = 512 * 1024;
const mostCalls = 20_000;

/** What came of reading a learner's file. */
export type Loaded = { readonly ready: true } | { readonly ready: false; readonly words: string };

/** The line that a learner wrote, for a place in the translated code; nothing where there is none. */
export type LineOf = (line: number, column: number) => number | undefined;

const fileInside = 'answer.js';

/** How much work is left, in steps of some ten thousand jumps and calls each: the same on a busy machine as on an idle one. */
export interface Work {
  left: number;
}

export class Sandbox {
  /** The first thing that did not get out, or undefined. */
  refusal: Refused | undefined;
  /** Whether an input was written into. */
  wroteIntoInput = false;

  private readonly runtime: QuickJSRuntime;
  private readonly context: QuickJSContext;
  private readonly enter: QuickJSHandle;
  private f: QuickJSHandle;
  private functions: HostFunction[] = [];
  private readonly identities = new Identities();
  private lineOf: LineOf | undefined;
  private calls = 0;
  /** What the last call gave. */
  private last: unknown;
  private interrupted = false;
  private broken = false;

  /** @param work What code may do here; it is counted down. */
  constructor(quickjs: QuickJSWASMModule, work: Work) {
    this.runtime = quickjs.newRuntime({ memoryLimitBytes: memory, maxStackSizeBytes: stack });
    this.runtime.setInterruptHandler(() => (this.interrupted = --work.left < 0));
    const context = this.runtime.newContext();
    this.context = context;
    const host = context.newFunction('host', (which, buffer) => this.asked(which, buffer));
    const make = context.unwrapResult(context.evalCode(inside, 'sandbox'));
    this.enter = context.unwrapResult(context.callFunction(make, context.undefined, host));
    this.f = context.undefined;
    make.dispose();
    host.dispose();
  }

  /** Runs a module and takes the function of that name from it. */
  load(code: string, name: string, lineOf?: LineOf): Loaded {
    const { context } = this;
    this.lineOf = lineOf;
    const evaluated = this.guarded(() => context.evalCode(code, fileInside, { type: 'module' }));
    if (evaluated.error) return { ready: false, words: this.wordsOf(evaluated.error) };
    const module = this.settled(evaluated.value);
    if (typeof module === 'string') return { ready: false, words: module };
    this.f = this.guarded(() => context.getProp(module, name));
    module.dispose();
    return { ready: true };
  }

  /** What the module exports under the name: 'function', or what else. */
  get type(): string {
    return this.context.typeof(this.f);
  }

  /**
   * Calls the learner's function with copies. What it writes into its inputs is written into these, as if they were its own;
   * and what it writes into the answer it gave before, into that.
   *
   * @throws {Refused} where the answer cannot be used.
   * @throws {Error} with the learner's words, where the function throws.
   */
  readonly call = (...inputs: unknown[]): unknown => {
    this.functions = [];
    this.calls = 0;
    const message = this.guarded(() => this.exchange(encodeInputs(inputs, this.functions, this.identities)));
    this.functions = [];
    try {
      const answer = decode(message);
      if (answer.kind === 'thrown') throw thrown(answer.words, this.placeIn(answer.stack));
      if (answer.kind === 'refused') throw new Refused(answer.why);
      const after = decode(message, answer.next);
      if (after.kind !== 'value') throw new Refused('unreadable');
      const before = decode(message, after.next);
      if (before.kind !== 'value') throw new Refused('unreadable');
      if (mirror(inputs, after.value)) this.wroteIntoInput = true;
      mirror(this.last, before.value);
      return (this.last = answer.value);
    } catch (error) {
      if (error instanceof Refused) this.refusal ??= error;
      throw error;
    }
  };

  /** Gives the room back. After a crash there is nothing left that could be given back in order. */
  dispose(): void {
    if (this.broken) return;
    for (const handle of [this.f, this.enter]) if (handle.alive) handle.dispose();
    this.context.dispose();
    this.runtime.dispose();
  }

  /**
   * The module itself, or why it does not come. One that waits comes as a promise, and would be whatever its own `then` says:
   * it is not taken.
   */
  private settled(module: QuickJSHandle): QuickJSHandle | string {
    const state = this.context.getPromiseState(module);
    if (state.type === 'fulfilled' && state.notAPromise) return module;
    module.dispose();
    if (state.type === 'rejected') return this.wordsOf(state.error);
    if (state.type === 'fulfilled') state.value.dispose();
    return 'there is an await outside all functions, and nothing here has to be waited for';
  }

  private exchange(input: ArrayBuffer): Float64Array {
    const { context } = this;
    const buffer = context.newArrayBuffer(input);
    const result = context.callFunction(this.enter, context.undefined, this.f, buffer);
    buffer.dispose();
    if (result.error) {
      result.error.dispose();
      throw new Refused(this.interrupted ? 'never ends' : 'crash');
    }
    const numbers = this.numbersOf(result.value);
    result.value.dispose();
    return numbers;
  }

  /** A call from inside to a function that was handed in. */
  private asked(which: QuickJSHandle, buffer: QuickJSHandle): QuickJSHandle {
    if (++this.calls > mostCalls) this.refusal ??= new Refused('too many calls');
    const f = this.functions.at(this.context.getNumber(which));
    const question = decode(this.numbersOf(buffer));
    return this.context.newArrayBuffer(this.replyOf(f, question));
  }

  private replyOf(f: HostFunction | undefined, question: ReturnType<typeof decode>): ArrayBuffer {
    if (this.calls > mostCalls) return encodeError('too many calls');
    if (!f || question.kind !== 'value') return encodeError('it can only be called while your function runs');
    try {
      return encode(f(...(question.value as unknown[])));
    } catch (error) {
      return encodeError(error instanceof Error ? error.message : 'it could not be computed');
    }
  }

  private numbersOf(handle: QuickJSHandle): Float64Array {
    const view = this.context.getArrayBuffer(handle);
    const copy = view.value.slice();
    view.dispose();
    return new Float64Array(copy.buffer);
  }

  /** Whatever stops the engine itself is a refusal, never an error of ours. */
  private guarded<T>(f: () => T): T {
    if (this.broken) throw this.refusal ?? new Refused('crash');
    this.interrupted = false;
    try {
      return f();
    } catch (error) {
      this.broken = true;
      throw (this.refusal ??= error instanceof Refused ? error : new Refused('crash'));
    }
  }

  private wordsOf(error: QuickJSHandle): string {
    if (this.interrupted) throw (this.refusal ??= new Refused('never ends'));
    const { context } = this;
    if (context.typeof(error) !== 'object') return this.textOf(error);
    const [words, stack] = ['message', 'stack'].map((key) => this.textOf(context.getProp(error, key)));
    error.dispose();
    return words + this.placeIn(stack);
  }

  private textOf(value: QuickJSHandle): string {
    const isText = ['string', 'number', 'undefined'].includes(this.context.typeof(value));
    return value.consume((of) =>
      isText ? this.context.getString(of).slice(0, 300) : 'an error without words',
    );
  }

  /** ` (line 3)`, where the first place in the learner's file that a stack names is known. */
  private placeIn(stack: string): string {
    const [, line, column] = /answer\.js:(\d+)(?::(\d+))?/.exec(stack) ?? [];
    const written = line === undefined ? undefined : this.lineOf?.(Number(line), Number(column ?? 1));
    return written === undefined ? '' : ` (line ${written})`;
  }
}

/** An error of the engine's in the words that errors of this kind usually have. */
function thrown(words: string, place: string): Error {
  if (words === 'stack overflow') return new RangeError('Maximum call stack size exceeded');
  return words === 'out of memory' ? new Refused('crash') : new Error(words + place);
}
