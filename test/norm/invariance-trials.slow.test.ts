import {
  invarianceChanges,
  invarianceColumns,
  invarianceTable,
  invarianceTrial,
  observedInvariance,
} from '../../src/index.js';
import type { InvarianceChange, InvarianceColumn, InvarianceTrial } from '../../src/index.js';

const changes = Object.keys(invarianceChanges) as InvarianceChange[];
const columns = Object.keys(invarianceColumns) as InvarianceColumn[];
const cells = changes.flatMap((change) => columns.map((column) => [change, column] as const));
const seeds = [1, 2, 3, 4, 5, 6];

/** The largest difference of the output from what it would be unseen. */
const off = ({ after, unseen }: InvarianceTrial): number =>
  Math.max(...after.data.map((value, i) => Math.abs(value - unseen.data[i])));

describe.each(cells)('%s before %s', (change, column) => {
  test('is found as the table says, with every seed', () => {
    const found = seeds.map((seed) => observedInvariance(change, column, seed));
    expect(new Set(found)).toEqual(new Set([invarianceTable[change][column]]));
  });
});

test.each(cells.filter(([change, column]) => invarianceTable[change][column] === 'yes'))(
  '%s before %s: with α < 0 what is scaled changes its sign, and nothing else',
  (change, column) => {
    for (const seed of seeds)
      expect(off(invarianceTrial(change, column, seed, { alpha: -2 }))).toBeLessThan(1e-9);
  },
);

test.each(['weights', 'data', 'one example'] as const)(
  'B23: LayerNorm does not stay the same under %s times a negative α',
  (change) => {
    const { before, after } = invarianceTrial(change, 'LN', 1, { alpha: -3 });
    expect(Math.max(...after.data.map((value, i) => Math.abs(value - before.data[i])))).toBeGreaterThan(1);
  },
);

test('LayerNorm turns along with a Q of Q1 = 1 and of Q1 = −1, and with no other', () => {
  const ones = (trial: InvarianceTrial): number[] => {
    const { data, shape } = trial.changed.turn!;
    const [, C] = shape;
    return Array.from({ length: C }, (_, i) =>
      data.slice(i * C, i * C + C).reduce((sum, value) => sum + value, 0),
    );
  };
  const kept = seeds.map((seed) => invarianceTrial('turn', 'LN', seed, { keepsOnes: true }));
  for (const trial of kept) {
    expect(off(trial)).toBeLessThan(1e-10);
    expect(new Set(ones(trial).map((sum) => Math.abs(sum).toFixed(9)))).toEqual(new Set(['1.000000000']));
  }
  expect(new Set(kept.map((trial) => ones(trial)[0].toFixed(9)))).toEqual(
    new Set(['1.000000000', '-1.000000000']),
  );
  for (const seed of seeds) expect(off(invarianceTrial('turn', 'LN', seed))).toBeGreaterThan(1e-2);
});

test('a single position hides the common vector from GroupNorm, several do not', () => {
  expect(off(invarianceTrial('common vector', 'GN', 1, { positions: 1 }))).toBeLessThan(1e-9);
  expect(off(invarianceTrial('common vector', 'GN', 1, { positions: 2 }))).toBeGreaterThan(1e-2);
});

test('the same seed tries the same numbers, another one others', () => {
  const [one, again, other] = [1, 1, 2].map((seed) => invarianceTrial('data', 'LN', seed).before.data.join());
  expect(again).toBe(one);
  expect(other).not.toBe(one);
});
