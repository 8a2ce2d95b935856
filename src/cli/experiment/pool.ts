import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Result } from '../../experiments/index.js';
import type { Message, Task } from './task.js';

const hook = join(__dirname, '../../kernel/typescript.cjs');

/** Who wants to know what becomes of the runs. */
export interface Ears {
  /** So much of this run is done. */
  share(task: Task, share: number): void;
  result(task: Task, result: Result): void;
  failure(task: Task, reason: string): void;
}

/** Threads that carry out runs, each run in one of them: what it gives does not depend on how many there are. */
export class Pool {
  readonly #module: string;
  readonly #workers: (Worker | undefined)[];
  #closed = false;

  /**
   * @param module The file from which the threads get `experiments`.
   * @param jobs How many threads.
   */
  constructor(module: string, jobs: number) {
    this.#module = module;
    this.#workers = Array.from({ length: jobs }, () => undefined);
  }

  /** Carries out all tasks, those first that take longest, and returns when that is done or the pool is closed. */
  async run(tasks: readonly Task[], ears: Ears): Promise<void> {
    const queue = [...tasks].sort((a, b) => b.plan.cost - a.plan.cost);
    await Promise.all(
      this.#workers.map(async (_none, i) => {
        for (let task = queue.shift(); task && !this.#closed; task = queue.shift()) {
          const message = await this.#inThread(i, task, ears);
          if (this.#closed) return;
          if ('result' in message) ears.result(task, message.result);
          else ears.failure(task, message.failure);
        }
      }),
    );
  }

  /** Ends the threads, also in the middle of a run. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#workers.map(async (worker) => worker?.terminate()));
  }

  #inThread(i: number, task: Task, ears: Ears): Promise<Exclude<Message, { share: number }>> {
    const worker = (this.#workers[i] ??= this.#start());
    return new Promise((resolve) => {
      const end = (message: Exclude<Message, { share: number }>): void => {
        worker.off('message', hear).off('error', broken).off('exit', gone);
        resolve(message);
      };
      const hear = (message: Message): void =>
        'share' in message ? ears.share(task, message.share) : end(message);
      // A thread that broke down takes no run any more: the next one gets a new thread.
      const gone = (): void => {
        this.#workers[i] = undefined;
        end({ failure: 'its thread ended in the middle' });
      };
      const broken = ({ message }: Error): void => {
        this.#workers[i] = undefined;
        end({ failure: message });
      };
      worker.on('message', hear).on('error', broken).on('exit', gone);
      worker.postMessage(task);
    });
  }

  #start(): Worker {
    return new Worker(join(__dirname, 'worker.ts'), {
      workerData: this.#module,
      execArgv: ['-r', hook],
      env: {},
    });
  }
}
