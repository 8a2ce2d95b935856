import { startProgress } from '../../../src/cli/export/progress.js';

test('outside a terminal one line says what is done and how long it took before', () => {
  const said: string[] = [];
  startProgress('Running a', 7.2, { write: (words) => said.push(words) }).stop();
  expect(said).toEqual(['Running a (about 8 s last time) …\n']);
});

test('in a terminal the seconds are counted until it is stopped', () => {
  jest.useFakeTimers();
  const said: string[] = [];
  const progress = startProgress('Running a', undefined, { isTTY: true, write: (words) => said.push(words) });
  jest.advanceTimersByTime(2000);
  progress.stop();
  jest.advanceTimersByTime(2000);
  jest.useRealTimers();
  expect(said.map((words) => words.replace(/ \(.*\) /, ''))).toEqual([
    '\rRunning a: 0 s',
    '\rRunning a: 1 s',
    '\rRunning a: 2 s',
    '\n',
  ]);
});
