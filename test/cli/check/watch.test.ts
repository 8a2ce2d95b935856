import { EventEmitter } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { watch } from '../../../src/cli/check/watch.js';
import type { Ending } from '../../../src/cli/check/watch.js';
import type { Message, Task } from '../../../src/cli/check/task.js';

const task: Task = { exercise: 'layer-norm', file: 'a.ts', text: '', seed: 0 };
const found = { check: 'one', passed: true, misconception: '', message: '' };

/** What becomes of a thread that says this, and then is silent for so long, or ends. */
async function ending(
  messages: readonly Message[],
  then: number | 'exit',
  /** Which part of the time the processor works for this process. */
  share = 1,
): Promise<Ending | 'waits'> {
  const worker = Object.assign(new EventEmitter(), { postMessage: () => undefined });
  const watched = watch(worker as unknown as Worker, task, () => Date.now() * share);
  for (const message of messages) worker.emit('message', message);
  if (then === 'exit') worker.emit('exit');
  else jest.advanceTimersByTime(then);
  return Promise.race([watched, Promise.resolve('waits' as const).then((waits) => waits)]);
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('a result is what it is', async () => {
  const result = { kind: 'stopped', message: 'early' } as const;
  expect(await ending([{ translating: 10 }, { begun: 10 }, { result }], 0)).toBe(result);
});

test('what is begun has its time and a little more, and is cut short after that', async () => {
  const begun = [{ translating: 10 }, { begun: 1000 }, { found }, { begun: 2000 }];
  expect(await ending(begun, 3400)).toBe('waits');
  expect(await ending(begun, 3600)).toEqual({ kind: 'killed', running: true, findings: [found] });
});

test('a translation without end is no running answer', async () => {
  expect(await ending([{ translating: 1000 }], 3000)).toEqual({
    kind: 'killed',
    running: false,
    findings: [],
  });
});

test('a thread that ends says so', async () => {
  expect(await ending([{ begun: 1000 }, { found }], 'exit')).toEqual({
    kind: 'crashed',
    running: true,
    findings: [found],
  });
});

test('where others keep the processor busy, it gets its part of it, but is not waited for without end', async () => {
  const begun = [{ translating: 10 }, { begun: 2000 }];
  expect(await ending(begun, 6500, 0.5)).toBe('waits');
  expect(await ending(begun, 8000, 0.5)).toMatchObject({ kind: 'killed', running: true });
  expect(await ending(begun, 40_000, 0)).toMatchObject({
    kind: 'cannot',
    reason: expect.stringMatching(/too busy/) as string,
  });
});
