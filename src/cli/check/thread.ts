import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Finding } from '../../grade/index.js';
import type { CodeGrade } from '../../grade/sandbox/index.js';
import type { Message, Task } from './task.js';

const hook = join(__dirname, '../../kernel/typescript.cjs');
const toStart = 20_000;
/** Beyond its limit a check gets this long to notice by itself. */
const grace = 1500;

/** How grading ended: with a result, or not, after so many findings. */
export type Ending =
  CodeGrade | { readonly kind: 'killed' | 'crashed'; readonly findings: readonly Finding[] };

/**
 * Grades in a thread of its own, and ends the thread where it gives no sign of life in time: code inside an engine can be
 * stopped between two steps, but not within a step that takes seconds.
 */
export function gradeInThread(task: Task): Promise<Ending> {
  const worker = new Worker(join(__dirname, 'worker.ts'), {
    workerData: task,
    execArgv: ['-r', hook],
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { stackSizeMb: 32, maxOldGenerationSizeMb: 512 },
  });
  const findings: Finding[] = [];
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const end = (ending: Ending): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      void worker.terminate().then(() => resolve(ending));
    };
    const expect = (milliseconds: number): void => {
      clearTimeout(timer);
      timer = setTimeout(() => end({ kind: 'killed', findings }), milliseconds + grace);
    };
    expect(toStart);
    worker.on('message', (message: Message) => {
      if ('begun' in message) expect(message.begun);
      else if ('found' in message) findings.push(message.found);
      else end(message.result);
    });
    worker.on('error', () => end({ kind: 'crashed', findings }));
    worker.on('exit', () => end({ kind: 'crashed', findings }));
  });
}
