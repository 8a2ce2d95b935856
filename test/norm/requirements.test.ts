import * as library from '../../src/index.js';
import { ndarray } from '../../src/tensor/ndarray.js';
import {
  requireChannels,
  requireEps,
  requireGroups,
  requireNormalizedShape,
  requireNumber,
  requireRows,
  requireShape,
  requireTrailing,
} from '../../src/norm/requirements.js';

const x = ndarray(new Array<number>(24).fill(0), [2, 3, 4]);

test('what is right passes silently', () => {
  requireShape('op', 'x', x, [2, 3, 4]);
  requireEps('op', 0);
  requireEps('op', 1e-5);
  requireNormalizedShape('op', [1]);
  expect(requireRows('op', x)).toEqual([4]);
  requireTrailing('op', x, [4]);
  requireTrailing('op', x, [3, 4]);
  requireTrailing('op', x, [2, 3, 4]);
  requireNumber('op', 'k', -3);
  requireGroups('op', 1, 6);
  requireGroups('op', 6, 6);
  expect([requireChannels('op', x), requireChannels('op', x, 3)]).toEqual([3, 3]);
  expect(requireChannels('op', ndarray([], [0, 2, 1]))).toBe(2);
});

test.each([
  [() => requireShape('op', 'gamma', x, [4]), 'op: expected gamma of shape [4], got [2, 3, 4]'],
  [() => requireEps('op', -1), 'op: expected eps to be 0 or a small positive number, got -1'],
  [() => requireEps('op', NaN), 'op: expected eps to be 0 or a small positive number, got NaN'],
  // Text would be put behind numbers in place of being added to them.
  [() => requireEps('op', '1e-5' as never), 'op: expected eps to be 0 or a small positive number, got 1e-5'],
  [
    () => requireRows('op', ndarray([1], [])),
    'op: expected at least one number to normalize over, got normalizedShape []',
  ],
  [() => requireEps('op', Infinity), 'op: expected eps to be 0 or a small positive number, got Infinity'],
  [
    () => requireNormalizedShape('op', []),
    'op: expected at least one number to normalize over, got normalizedShape []',
  ],
  [
    () => requireNormalizedShape('op', [3, 0]),
    'op: expected at least one number to normalize over, got normalizedShape [3, 0]',
  ],
  [
    () => requireNormalizedShape('op', [-2, -2]),
    'op: expected a shape of whole numbers that are not negative, got [-2, -2]',
  ],
  [() => requireTrailing('op', x, [3]), 'op: expected x of shape [..., 3], got [2, 3, 4]'],
  [() => requireTrailing('op', x, [9, 2, 3, 4]), 'op: expected x of shape [..., 9, 2, 3, 4], got [2, 3, 4]'],
  [() => requireNumber('op', 'k', NaN), 'op: expected k to be a number, got NaN'],
  [() => requireNumber('op', 'k', -Infinity), 'op: expected k to be a number, got -Infinity'],
  [() => requireChannels('op', ndarray([1], [1])), 'op: expected x of shape [N, C, ...], got [1]'],
  [() => requireChannels('op', ndarray([], [2, 0])), 'op: expected x of shape [N, C, ...], got [2, 0]'],
  [() => requireChannels('op', ndarray([], [2, 3, 0])), 'op: expected x of shape [N, 3, ...], got [2, 3, 0]'],
  [
    () => requireChannels('op', x, 4),
    'op: expected x of shape [N, 4, ...], got [2, 3, 4]. The channels seem to stand last: transpose moves them behind the samples',
  ],
  [() => requireChannels('op', x, 5), 'op: expected x of shape [N, 5, ...], got [2, 3, 4]'],
  [() => requireGroups('op', 4, 6), 'op: expected groups to divide the 6 channels, got 4'],
  [() => requireGroups('op', 0, 6), 'op: expected groups to divide the 6 channels, got 0'],
  [() => requireGroups('op', -1, 6), 'op: expected groups to divide the 6 channels, got -1'],
  [() => requireGroups('op', 1.5, 6), 'op: expected groups to divide the 6 channels, got 1.5'],
])('what is wrong is told in one sentence %#', (requirement, message) => {
  expect(requirement).toThrow(new RangeError(message));
});

type Call = (inputs: object) => unknown;
const { film, groupNorm, localResponseNorm, softCap, normalize, ...others } = library;
const calls: Readonly<Record<string, Call>> = {
  ...Object.fromEntries(
    (
      [
        ...['layerNorm', 'rmsNorm', 'crmsNorm', 'scaleNorm', 'l2Normalize', 'partialRmsNorm', 'detachNorm'],
        ...['adaNorm', 'meanOnlyNorm', 'varianceOnlyNorm', 'pNorm', 'dyt', 'derf', 'divisiveNorm'],
        ...['layerScale', 'adaLayerNorm', 'maskedLayerNorm', 'batchNorm', 'instanceNorm', 'pixelNorm'],
        ...['filterResponseNorm', 'positionalNorm', 'l1BatchNorm', 'linfBatchNorm', 'switchableNorm'],
        ...['batchChannelNorm', 'adaIN', 'maskedBatchNorm'],
      ] as (keyof typeof others)[]
    ).map((name) => [name, others[name] as unknown as Call]),
  ),
  film: film as unknown as Call,
  localResponseNorm: localResponseNorm as Call,
  softCap: (inputs) => softCap(inputs as never, { cap: 3 }),
  groupNorm: (inputs) => groupNorm(inputs as never, { groups: 1 }),
};

test.each(Object.entries(calls))('%s says that a list, or nothing, is no tensor', (name, call) => {
  expect(() => call({ x: [[1, 2]] })).toThrow(`${name}: expected x to be a tensor, got a list`);
  if (name !== 'softCap') expect(() => call({})).toThrow(`${name}: expected x to be a tensor, got nothing`);
});

test('a parameter that is no tensor is named, and so is a shape or an axis that is no list', () => {
  const t = library.tensor([[1, 2]]);
  const one = 1 as never;
  expect(() => library.layerNorm({ x: t, gamma: one })).toThrow(
    'layerNorm: expected gamma to be a tensor, got 1',
  );
  expect(() => library.dyt({ x: t } as never)).toThrow(
    'dyt: expected alpha to be a tensor, got nothing. It is given by name, dyt({ alpha })',
  );
  expect(() => library.weightNorm({ v: t } as never)).toThrow(
    'weightNorm: expected g to be a tensor, got nothing',
  );
  expect(() => library.cosineScores({ q: t, k: t } as never)).toThrow(
    'cosineScores: expected scale to be a tensor, got nothing',
  );
  expect(() => library.hypersphericalStep({ branch: t } as never)).toThrow(
    'hypersphericalStep: expected h to be a tensor, got nothing',
  );
  expect(() => library.layerNorm({ x: t }, { normalizedShape: 2 as never })).toThrow(
    'layerNorm: expected a shape as a list of lengths, got 2. Write [3], not 3',
  );
  expect(() => new library.LayerNorm(undefined as never)).toThrow(
    'LayerNorm: expected a shape as a list of lengths, got undefined',
  );
  expect(() => normalize(t, { axes: one, center: true, scale: 'rms' })).toThrow(
    'normalize: expected axes to be a list, got 1. One axis is [1], not 1',
  );
  expect(() => normalize([[1]] as never, { axes: [1], center: true, scale: 'rms' })).toThrow(
    'normalize: expected x to be a tensor, got a list',
  );
});
