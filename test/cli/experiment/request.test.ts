import { understood } from '../../../src/cli/experiment/request.js';
import { experiments } from './library.js';

const one = (words: string): ReturnType<typeof understood> =>
  understood('experiment', words.split(' '), experiments);

test('a name alone is the notebook preset in float64, with the seeds and threads that are usual', () => {
  expect(one('artificial')).toEqual({
    chosen: [experiments.artificial],
    ...{ preset: 'notebook', dtype: 'float64', seeds: [], jobs: undefined, only: [], json: '' },
  });
});

test('every option is understood, and both seeds are included', () => {
  const words =
    '--preset full --seeds 98-101 artificial --dtype float32 --json out.json --jobs 3 --only right,left';
  expect(one(words)).toEqual({
    chosen: [experiments.artificial],
    ...{ preset: 'full', dtype: 'float32', seeds: [98, 99, 100, 101], jobs: 3 },
    ...{ only: ['right', 'left'], json: 'out.json' },
  });
  expect(one('artificial --seeds 7')).toMatchObject({ seeds: [7] });
  expect(one('artificial --seeds 7-7')).toMatchObject({ seeds: [7] });
});

test('npm run experiments takes all of them', () => {
  expect(understood('experiments', ['--preset', 'full', '--seeds', '1-2'], experiments)).toMatchObject({
    chosen: Object.values(experiments),
    ...{ preset: 'full', seeds: [1, 2] },
  });
  expect(understood('experiments', ['artificial'], experiments)).toBe(
    'experiments: it runs all and takes no name; for one there is npm run experiment -- artificial.',
  );
  expect(understood('experiments', ['--json', 'a'], experiments)).toContain('there is no --json.');
});

test.each([
  [
    'artifical',
    'there is no artifical; near it is artificial. There are artificial, gullible, failing, leaving, endless.',
  ],
  ['toString', 'There are artificial, gullible, failing, leaving, endless.'],
  ['artificial failing', 'one at a time, got artificial failing.'],
  ['artificial --preset tiny', 'there is no preset tiny. There are notebook, full.'],
  ['artificial --dtype int8', 'there is no dtype int8. There are float64, float32.'],
  ['artificial --only middle', 'artificial has no arm middle. It has left, right.'],
  ['artificial --seeds 5-3', '--seeds takes whole numbers, the first and the last: 100-107, got 5-3.'],
  ['artificial --seeds 1.5', 'got 1.5.'],
  ['artificial --seeds 1-99999', 'got 1-99999.'],
  ['artificial --seeds', '--seeds needs a value.'],
  ['artificial --jobs 0', '--jobs takes a whole number from 1 to 64, got 0.'],
  ['artificial --jobs 65', 'got 65.'],
  ['artificial --jobs two', 'got two.'],
  ['artificial --speed 3', 'there is no --speed.'],
])('%s is answered with what there is', (words, answer) => {
  expect(one(words)).toContain(answer);
});

test('no name is answered with the list', () => {
  expect(understood('experiment', [], experiments)).toMatch(/NAME is one of artificial, .*endless\.$/);
});
