import { Progress } from '../../../src/cli/derivations/progress.js';
import { SmallWorld } from './world.js';

test('on a terminal, progress is shown when nothing was said for two seconds, and taken away again', () => {
  const world = new SmallWorld();
  const progress = new Progress(world, 3);
  world.time = 1999;
  progress.step('a');
  expect(world.shown).toEqual([]);
  world.time = 2000;
  progress.step('b');
  expect(world.shown).toEqual(['\r\x1b[K2 of 3  b']);
  progress.clear();
  expect(world.shown[1]).toBe('\r\x1b[K');
});

test('what is said counts as a sign of life', () => {
  const world = new SmallWorld();
  const progress = new Progress(world, 3);
  world.time = 1500;
  progress.clear();
  world.time = 3000;
  progress.step('a');
  expect(world.shown).toEqual([]);
});

test('a log is spared', () => {
  const world = new SmallWorld();
  const log: string[] = [];
  const progress = new Progress({ ...world, terminal: { write: (text) => log.push(text) } }, 3);
  world.time = 9000;
  progress.step('a');
  progress.clear();
  expect(log).toEqual([]);
});
