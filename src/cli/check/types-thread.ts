import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { processorTime } from './processor-time.js';

const hook = join(__dirname, '../../kernel/typescript.cjs');
/** Of the processor's time, which the thread that grades has its part of. */
const inTime = 20_000;

/** What TypeScript says to a file (see types.ts): nothing where it did not get to an end in time. */
export function typeErrorsInThread(
  text: string,
  mayImport?: string,
  milliseconds = inTime,
): Promise<string[]> {
  const worker = new Worker(join(__dirname, 'types-worker.ts'), {
    workerData: [text, mayImport],
    execArgv: ['-r', hook],
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { stackSizeMb: 8, maxOldGenerationSizeMb: 768 },
  });
  return new Promise((resolve) => {
    const end = (errors: string[]): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      void worker.terminate().then(() => resolve(errors));
    };
    const began = processorTime();
    const wait = (left: number): NodeJS.Timeout =>
      setTimeout(() => {
        const still = milliseconds - (processorTime() - began);
        if (still <= 0) end([]);
        else timer = wait(still);
      }, left);
    let timer = wait(milliseconds);
    worker.on('message', end);
    worker.on('error', () => end(['it could not read this file to the end.']));
    worker.on('exit', () => end(['it could not read this file to the end.']));
  });
}
