/** The thread in which runs are carried out, one after another. Who started it listens, and may end it at any time. */
import { parentPort, workerData } from 'node:worker_threads';
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import type { Experiment } from '../../experiments/index.js';
import { circumstances, perform } from '../../experiments/runs.js';
import type { Message, Task } from './task.js';

/** How often a share is said, in milliseconds. */
const often = 100;

const say = (message: Message): void => parentPort?.postMessage(message);
const now = (): number => performance.now();
const library = import(String(workerData)) as Promise<{
  readonly experiments: Readonly<Record<string, Experiment>>;
}>;

parentPort?.on('message', (task: Task) => void answer(task));

async function answer(task: Task): Promise<void> {
  const { experiments } = await library;
  try {
    carryOut(experiments[task.experiment], task);
  } catch (error) {
    say({ failure: error instanceof Error ? error.message : String(error) });
  }
}

function carryOut(experiment: Experiment, { plan, generator, ...conditions }: Task): void {
  const given = circumstances({ ...conditions, ...(generator ? { generator: xorshift128plus } : {}) });
  const steps = perform(experiment, plan, given, now);
  let said = now();
  say({ share: 0 });
  for (let next = steps.next(); ; next = steps.next()) {
    if (next.done) return say({ result: next.value });
    const { done, of } = next.value;
    if (now() - said < often) continue;
    said = now();
    say({ share: done / of });
  }
}
