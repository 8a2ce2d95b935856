import { ndarray } from '../../src/tensor/ndarray.js';
import {
  requireChannels,
  requireEps,
  requireGroups,
  requireNormalizedShape,
  requireNumber,
  requireShape,
  requireTrailing,
} from '../../src/norm/requirements.js';

const x = ndarray(new Array<number>(24).fill(0), [2, 3, 4]);

test('what is right passes silently', () => {
  requireShape('op', 'x', x, [2, 3, 4]);
  requireEps('op', 0);
  requireEps('op', 1e-5);
  requireNormalizedShape('op', [1]);
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
  [() => requireChannels('op', x, 4), 'op: expected x of shape [N, 4, ...], got [2, 3, 4]'],
  [() => requireGroups('op', 4, 6), 'op: expected groups to divide the 6 channels, got 4'],
  [() => requireGroups('op', 0, 6), 'op: expected groups to divide the 6 channels, got 0'],
  [() => requireGroups('op', -1, 6), 'op: expected groups to divide the 6 channels, got -1'],
  [() => requireGroups('op', 1.5, 6), 'op: expected groups to divide the 6 channels, got 1.5'],
])('what is wrong is told in one sentence %#', (requirement, message) => {
  expect(requirement).toThrow(new RangeError(message));
});
