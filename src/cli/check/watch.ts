import type { Worker } from 'node:worker_threads';
import type { Finding } from '../../grade/index.js';
import { processorTime } from './processor-time.js';
import type { Message, Result, Task } from './task.js';

const toStart = 20_000;
const busy = 'This machine was too busy to run the file. Try it again when less is going on.';
/** Beyond its limit a thread gets this long to notice by itself. */
const grace = 1500;
/** Where others keep the processor busy, it gets as much longer. */
const patience = 30_000;

/** How grading ended: with a result, or cut short. */
export type Ending = Result | CutShort;

/** The thread was ended or broke down; the learner's code was running, or not yet, after so many findings. */
export interface CutShort {
  readonly kind: 'killed' | 'crashed';
  readonly running: boolean;
  readonly findings: readonly Finding[];
}

/**
 * Hands a file to a thread and waits until it ends, or gives no sign of life in time: code inside an engine can be stopped
 * between two steps, but not within a step that takes seconds. Whoever called ends the thread then.
 *
 * @param spent The processor's time, which is what counts: on a busy machine a right answer takes long without doing much.
 */
export function watch(worker: Worker, task: Task, spent = processorTime): Promise<Ending> {
  const findings: Finding[] = [];
  let running = false;
  return new Promise((resolve) => {
    const end = (ending: Ending): void => {
      clearTimeout(timer);
      worker.off('message', hear).off('exit', crash);
      resolve(ending);
    };
    const crash = (): void => end({ kind: 'crashed', running, findings });
    const expectWithin = (allowed: number): NodeJS.Timeout => {
      const [limit, began] = [allowed + grace, spent()];
      const wait = (milliseconds: number, patient: number): NodeJS.Timeout =>
        setTimeout(() => {
          const left = limit - (spent() - began);
          // What translates a file works outside this process: there the clock decides.
          if (left <= 0 || !running) end({ kind: 'killed', running, findings });
          else if (patient <= 0) end({ kind: 'cannot', reason: busy });
          else timer = wait(500, patient - 500);
        }, milliseconds);
      return wait(limit, patience);
    };
    const hear = (message: Message): void => {
      if ('result' in message) return end(message.result);
      if ('found' in message) return void findings.push(message.found);
      running = 'begun' in message;
      clearTimeout(timer);
      timer = expectWithin('begun' in message ? message.begun : message.translating);
    };
    let timer = expectWithin(toStart);
    worker.on('message', hear).on('exit', crash);
    worker.postMessage(task);
  });
}
