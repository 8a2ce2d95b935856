import { addPatches, patchesOf, takePatches } from '../../src/nn/patches.js';
import type { PatchOptions } from '../../src/nn/patches.js';

const image = Float64Array.of(1, 2, 3, 4, 5, 6);
const x = [7, 1, 2, 3];

/** The numbers of each patch of the image, one patch after another. */
function seen(weight: readonly number[], options: PatchOptions = {}): number[][] {
  const { places, count, size } = patchesOf('test', x, weight, options);
  const P = new Float64Array(places.length);
  takePatches(image, places, P);
  return Array.from({ length: count }, (_, i) =>
    Array.from({ length: size }, (_unused, k) => P[k * count + i]),
  );
}

test('the patches of an image, from left to right and from top to bottom', () => {
  expect(seen([1, 1, 2, 2])).toEqual([
    [1, 2, 4, 5],
    [2, 3, 5, 6],
  ]);
  expect(seen([1, 1, 1, 2], { stride: [1, 2] })).toEqual([
    [1, 2],
    [4, 5],
  ]);
});

test('outside of the image there are zeros', () => {
  expect(seen([1, 1, 2, 1], { padding: [1, 0], stride: [3, 1] })).toEqual([
    [0, 1],
    [0, 2],
    [0, 3],
  ]);
  expect(seen([1, 1, 1, 1], { padding: [0, 1] })).toEqual([[0], [1], [2], [3], [0], [0], [4], [5], [6], [0]]);
});

test('outside of a later channel there are zeros too, and not the channel before it', () => {
  const { places } = patchesOf('test', [1, 2, 1, 3], [1, 2, 1, 1], { padding: 1 });
  const rim = [-1, -1, -1, -1, -1];
  expect([...places]).toEqual([...rim, -1, 0, 1, 2, -1, ...rim, ...rim, -1, 3, 4, 5, -1, ...rim]);
});

test('adding them back is the transpose of taking them: ⟨P x, y⟩ = ⟨x, Pᵀ y⟩', () => {
  const { places } = patchesOf('test', x, [1, 1, 2, 2], { padding: 1 });
  const y = Float64Array.from(places, (_, k) => (k % 5) - 1.5);
  const [taken, back] = [new Float64Array(places.length), new Float64Array(6)];
  takePatches(image, places, taken);
  addPatches(y, places, back);
  const dot = (a: Float64Array, b: Float64Array): number =>
    a.reduce((sum, value, i) => sum + value * b[i], 0);
  expect(dot(taken, y)).toBe(dot(image, back));
  expect(dot(taken, y)).not.toBe(0);
});

test('how many there are, and how they lie', () => {
  const channels = patchesOf('test', [2, 3, 8, 6], [4, 3, 5, 2], { stride: [2, 3], padding: [1, 0] });
  expect(channels).toMatchObject({ grid: [3, 2], count: 6, size: 30 });
  expect(channels.places).toHaveLength(180);
  expect(Math.max(...channels.places)).toBe(3 * 8 * 6 - 2);
});

test.each<[readonly number[], readonly number[], PatchOptions, string]>([
  [[1, 2, 3], [4, 2, 3, 3], {}, 'x of shape [N, 2, H, W] for weight of shape [4, 2, 3, 3], got [1, 2, 3]'],
  [
    [1, 3, 3, 3],
    [4, 2, 3, 3],
    {},
    'x of shape [N, 2, H, W] for weight of shape [4, 2, 3, 3], got [1, 3, 3, 3]',
  ],
  [[1, 2, 3, 3], [4, 2, 3], {}, 'weight of shape [O, C, h, w], got [4, 2, 3]'],
  [[1, 2, 3, 3], [4, 2, 0, 3], {}, 'weight of shape [O, C, h, w], got [4, 2, 0, 3]'],
  [
    [1, 2, 3, 3],
    [4, 2, 5, 4],
    { padding: [0, 1] },
    'x of shape [N, 2, 5 or more, 2 or more] for weight of shape [4, 2, 5, 4], got [1, 2, 3, 3]. ' +
      'Give it padding, or a smaller kernel',
  ],
  [
    [1, 2, 3, 3],
    [4, 2, 3, 5],
    {},
    'x of shape [N, 2, 3 or more, 5 or more] for weight of shape [4, 2, 3, 5], got [1, 2, 3, 3]. ' +
      'Give it padding, or a smaller kernel',
  ],
  [
    [1, 2, 3, 3],
    [4, 2, 3, 3],
    { stride: [1, 2, 3] as never },
    'stride to be one or two whole numbers from 1, got [1, 2, 3]',
  ],
  [[1, 2, 3, 3], [4, 2, 3, 3], { stride: 0 }, 'stride to be one or two whole numbers from 1, got 0'],
  [
    [1, 2, 3, 3],
    [4, 2, 3, 3],
    { stride: [1, 0.5] },
    'stride to be one or two whole numbers from 1, got [1, 0.5]',
  ],
  [
    [1, 2, 3, 3],
    [4, 2, 3, 3],
    { padding: [1, -1] },
    'padding to be one or two whole numbers from 0, got [1, -1]',
  ],
  [[1, 2, 3, 3], [4, 2, 3, 3], { padding: NaN }, 'padding to be one or two whole numbers from 0, got NaN'],
])('x %j and weight %j with %j are refused in one sentence', (images, weight, options, sentence) => {
  expect(() => patchesOf('test', images, weight, options)).toThrow(
    new RangeError(`test: expected ${sentence}`),
  );
});
