import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Task } from './task.js';
import { watch } from './watch.js';
import type { Ending } from './watch.js';

const hook = join(__dirname, '../../kernel/typescript.cjs');

/** Grades files in a thread, one after another; where it had to be ended, the next file gets a new one. */
export class Grader {
  readonly #library: string;
  #worker: Worker | undefined;
  #closed = false;

  /** @param library The module from which the thread gets the exercises. */
  constructor(library: string) {
    this.#library = library;
  }

  async grade(task: Task): Promise<Ending> {
    const used = this.#worker !== undefined;
    const ending = await this.#inThread(task);
    // A thread that has graded others before may have broken down by what they left behind.
    return used && ending.kind === 'crashed' && !this.#closed ? this.#inThread(task) : ending;
  }

  /** Ends the thread, also in the middle of a file. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#worker?.terminate();
  }

  async #inThread(task: Task): Promise<Ending> {
    const worker = (this.#worker ??= this.#start());
    const ending = await watch(worker, task);
    if ('running' in ending) await worker.terminate();
    return ending;
  }

  #start(): Worker {
    const worker = new Worker(join(__dirname, 'worker.ts'), {
      workerData: this.#library,
      execArgv: ['-r', hook],
      env: {},
      stdout: true,
      stderr: true,
      resourceLimits: { stackSizeMb: 32, maxOldGenerationSizeMb: 512 },
    });
    const forget = (): void => {
      if (this.#worker === worker) this.#worker = undefined;
    };
    // What breaks a thread also ends it; a thread that is ending takes no file any more.
    return worker.on('error', forget).on('exit', forget);
  }
}
