import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

const hook = join(__dirname, '../../kernel/typescript.cjs');
const inTime = 10_000;

/** What TypeScript says to a file (see types.ts): nothing where it did not get to an end in time, since that is said of the machine. */
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
    const timer = setTimeout(() => end([]), milliseconds);
    worker.on('message', end);
    worker.on('error', () => end(['it could not read this file to the end.']));
    worker.on('exit', () => end(['it could not read this file to the end.']));
  });
}
