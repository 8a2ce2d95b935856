import { duration, Progress } from '../../../src/cli/experiment/progress.js';
import type { Task } from '../../../src/cli/experiment/task.js';
import { artificial } from '../../experiments/artificial.js';
import { runs } from '../../../src/experiments/runs.js';

const tasks = runs(artificial, 'notebook', [1]).map((run): Task => ({
  ...run,
  experiment: 'artificial',
  preset: 'notebook',
  dtype: 'float64',
}));

function watched(isTTY: boolean): { progress: Progress; written: string[]; at: (time: number) => void } {
  const written: string[] = [];
  let now = 0;
  const terminal = { isTTY, write: (words: string): unknown => written.push(words) };
  return { progress: new Progress(tasks, terminal, () => now), written, at: (time) => (now = time) };
}

test('half a second of runs gives an estimate, by the cost of what is left, not counting the start of a thread', () => {
  const { progress, written, at } = watched(false);
  at(5000);
  progress.share(tasks[1], 0);
  at(5499);
  progress.share(tasks[1], 1 / 8);
  expect(written).toEqual([]);
  at(5500);
  // A quarter of a run of cost 4, of 12 in all: a twelfth in 500 ms.
  progress.share(tasks[1], 1 / 4);
  expect(written).toEqual(['0 of 4 runs, 8 %, about 6 s left; now left, size 4, seed 1\n']);
});

test('in a terminal the estimate stands in one line and is renewed five times a second', () => {
  const { progress, written, at } = watched(true);
  for (const [time, share] of [
    [0, 0],
    [500, 0.25],
    [650, 0.5],
    [699, 0.75],
    [700, 1],
  ]) {
    at(time);
    progress.share(tasks[1], share);
  }
  expect(written).toEqual([
    '\r\x1b[K0 of 4 runs, 8 %, about 6 s left; now left, size 4, seed 1',
    '\r\x1b[K1 of 4 runs, 33 %, about 2 s left; now left, size 4, seed 1',
  ]);
  progress.clear();
  progress.clear();
  expect(written.slice(2)).toEqual(['\r\x1b[K']);
});

test('elsewhere the lines become rarer', () => {
  const { progress, written, at } = watched(false);
  progress.share(tasks[0], 0);
  const times: number[] = [];
  for (let time = 100; time <= 200_000; time += 100) {
    at(time);
    const before = written.length;
    progress.share(tasks[0], 0.5);
    if (written.length > before) times.push(time);
  }
  expect(times.slice(0, 6)).toEqual([500, 1500, 3000, 6000, 12_000, 24_000]);
  expect(times.slice(-2).map((time, _i, all) => time - all[0])).toEqual([0, 30_000]);
  progress.clear();
  expect(written[written.length - 1]).toMatch(/seed 1\n$/);
});

test('a time is said in words', () => {
  expect([1, 1000, 59_000, 60_000, 130_001, 7_260_000].map(duration)).toEqual([
    '1 s',
    '1 s',
    '59 s',
    '1 min 0 s',
    '2 min 11 s',
    '2 h 1 min',
  ]);
});
