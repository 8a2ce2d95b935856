import { mul } from '../../src/autograd/ops/mul.js';
import { tensor } from '../../src/autograd/tensor.js';
import { alphaOnTheBranch, brokenPlacements, placementFor } from '../../src/experiments/placement-arms.js';
import { toNested } from '../../src/tensor/ndarray.js';
import { stream } from '../../src/tensor/random.js';
import { Encoder } from '../../src/transformer/stack.js';
import { placements } from '../../src/transformer/placement.js';
import type { PlacementName } from '../../src/transformer/placement.js';

const names = Object.keys(placements) as PlacementName[];
const sabotages = [
  'quiet-branches',
  'norm-off-the-stream',
  'norm-on-the-stream',
  'alpha-is-one',
  'gates-open',
] as const;

test('a placement stays what it is unless a sabotage means it', () => {
  for (const name of names) {
    expect(placementFor(name, {})).toBe(placements[name]);
    expect(placementFor(name, { sabotage: 'of another experiment' })).toBe(placements[name]);
  }
  const hit = sabotages.map((sabotage) =>
    names.filter((name) => placementFor(name, { sabotage }) !== placements[name]).join(),
  );
  expect(hit).toEqual(['none', 'post', 'pre,peri', 'deepnorm', 'rezero']);
  expect(Object.keys(brokenPlacements(...sabotages))).toEqual(sabotages);
});

test('α on the branch is x + α f(x) where x α + f(x) is meant, and starts as small as DeepNorm does', () => {
  const same = (x: ReturnType<typeof tensor>): ReturnType<typeof tensor> => x;
  const x = tensor([1, 2]);
  const fittings = { before: same, branch: same, sum: same, alpha: 3, gate: 1, scale: 1, entry: x };
  const connected = (placement: typeof alphaOnTheBranch): unknown =>
    toNested(placement.connect(x, (u) => mul(u, 10), fittings, 'attention'));
  expect(connected(alphaOnTheBranch)).toEqual([31, 62]);
  expect(connected(placements.deepnorm)).toEqual([13, 26]);
  const weights = (placement: typeof alphaOnTheBranch): unknown =>
    new Encoder({
      ...{ width: 4, hidden: 4, heads: 1, depth: 3, placement, random: stream('weights', 2) },
    }).stateDict();
  expect(weights(alphaOnTheBranch)).toEqual(weights(placements.deepnorm));
  expect(weights(alphaOnTheBranch)).not.toEqual(weights(placements.post));
});
