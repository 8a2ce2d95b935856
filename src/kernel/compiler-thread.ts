/**
 * The compiler as the cells' thread sees it: in a thread of its own. What TypeScript knows (200 MB) is then no part of
 * the memory that cells fill and that V8 searches again and again while they compute, a cell whose types take for ever
 * can be stopped, and a compiler that breaks down is replaced.
 */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CellCompiler, Compilation, Completeness, Completion, Inspection } from './compiler.js';
import { Ended, interrupted, red } from './errors.js';
import type { Beginning, TslabCompiler } from './tslab-compiler.js';

/** To the thread, which answers in order with what the method gives. */
export interface Question<M extends keyof TslabCompiler = keyof TslabCompiler> {
  method: M;
  given: Parameters<TslabCompiler[M]>;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(reason: Error): void;
}

export class CompilerThread implements CellCompiler {
  readonly #begin: (beginning: Beginning) => Worker;
  readonly #waiting: Waiting[] = [];
  /** That of the notebook: cells may leave it. */
  readonly #folder = process.cwd();
  #thread: Worker | undefined;
  /** What the cells so far have declared: kept here, where it outlives a thread. */
  #declarations = '';

  constructor(begin: (beginning: Beginning) => Worker) {
    this.#begin = begin;
    this.#thread = this.#start();
  }

  async compile(code: string): Promise<Compilation> {
    const compiled = await this.#ask('compile', this.#declarations, code);
    if ('cell' in compiled) this.#declarations = compiled.declarations;
    return compiled;
  }

  complete(code: string, offset: number): Promise<Completion> {
    return this.#ask('complete', this.#declarations, code, offset);
  }

  inspect(code: string, offset: number): Promise<Inspection | undefined> {
    return this.#ask('inspect', this.#declarations, code, offset);
  }

  completeness(code: string): Promise<Completeness> {
    return this.#ask('completeness', code);
  }

  /** Ends the question that waits for its answer; false where there is none. A thread that computes does not hear: it is replaced. */
  interrupt(): boolean {
    const thread = this.#thread;
    if (!thread || this.#waiting.length === 0) return false;
    this.#lose(thread, new Ended(interrupted));
    void thread.terminate();
    return true;
  }

  #ask<M extends keyof TslabCompiler>(
    method: M,
    ...given: Parameters<TslabCompiler[M]>
  ): Promise<ReturnType<TslabCompiler[M]>> {
    const question: Question<M> = { method, given };
    const thread = (this.#thread ??= this.#start());
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve: resolve, reject });
      thread.postMessage(question);
    });
  }

  #start(): Worker {
    const thread = this.#begin({ folder: this.#folder, declarations: this.#declarations });
    thread.on(
      'message',
      (answer: unknown) => thread === this.#thread && this.#waiting.shift()?.resolve(answer),
    );
    thread.on('error', (error) => this.#lose(thread, broken(String(error))));
    thread.on('exit', (code) => this.#lose(thread, broken(`exit code ${code}`)));
    return thread;
  }

  /** Who waits is told why; only then a new thread begins at once, so that one that cannot begin does not do so for ever. */
  #lose(thread: Worker, reason: Ended): void {
    if (thread !== this.#thread) return;
    const waiting = this.#waiting.splice(0);
    this.#thread = waiting.length > 0 ? this.#start() : undefined;
    for (const { reject } of waiting) reject(reason);
  }
}

function broken(reason: string): Ended {
  const evalue = `The compiler of cells broke down (${reason}); another has begun, which knows the cells before this one. Run it again, and if that does not help, make it shorter or its types simpler.`;
  return new Ended({ ename: 'CompilerError', evalue, traceback: [`${red('CompilerError')}: ${evalue}`] });
}

/** A thread with TypeScript. */
export function beginCompilerThread(beginning: Beginning): Worker {
  return new Worker(path.join(__dirname, 'launch.cjs'), {
    workerData: { module: './types.ts', ...beginning },
    execArgv: [],
    // Within a limit V8 clears up earlier, and types that grow without end break this thread alone.
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
}
