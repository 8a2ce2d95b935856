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

test('what is heard there counts as a sign of life, and stands in place of the progress', () => {
  const world = new SmallWorld();
  const progress = new Progress(world, 3);
  world.time = 1500;
  progress.say('a line');
  world.time = 3000;
  progress.step('a');
  expect(world.shown).toEqual([]);
  world.time = 3500;
  progress.step('b');
  progress.say('another line');
  expect([world.shown.length, world.lines]).toEqual([2, ['a line', 'another line']]);
});

test('what goes into a file is no sign of life', () => {
  const world = new SmallWorld();
  world.heard = false;
  const progress = new Progress(world, 3);
  world.time = 1500;
  progress.say('a line');
  world.time = 2000;
  progress.step('a');
  expect(world.shown).toEqual(['\r\x1b[K1 of 3  a']);
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
