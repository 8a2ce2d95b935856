import { add, gradient, matmul, Tensor } from '../../../autograd/index.js';
import { stream } from '../../../tensor/random.js';
import type { Specimen } from '../../judging.js';
import { innocent } from '../experiments.js';
import { norm } from '../residual-layers.js';
import type { Through } from '../residual-layers.js';

/** A family of networks: the gradient of the last layer’s weights at the start, at some depth and for one seed. */
export type Layer = (depth: number, seed: number) => number;

const width = 6;

/** How a block puts norm and sub-layer together, and what stands behind the last block. */
interface Family {
  block(x: Tensor, f: Through): Tensor;
  readonly end: Through;
}

/** Measures a family: blocks of one matrix each, words of six features, a random cotangent at the top. */
function measured({ block, end }: Family): Layer {
  return (depth, seed) => {
    const random = stream('grows with depth', seed);
    const drawn = (rows: number, size: number): Tensor =>
      new Tensor(random.normals([rows, width], { deviation: size }));
    const weights = Array.from({ length: depth }, () => drawn(width, 1 / Math.sqrt(width)));
    const [x, dy] = [drawn(8, 1), drawn(8, 1)];
    const y = end(weights.reduce((t, weight) => block(t, (u) => matmul(u, weight)), x));
    const [{ data }] = gradient(y, weights.slice(-1), { dy });
    return Math.sqrt(data.reduce((total, value) => total + value * value, 0));
  };
}

/** Post-LN, of which the claim was made. */
export const postNorm: Layer = measured({ block: (x, f) => norm(add(x, f(x))), end: (x) => x });

/** The claim, as a family of which it is true: no norm anywhere. */
const withoutNorm: Layer = measured({ block: (x, f) => add(x, f(x)), end: (x) => x });

const noise = (depth: number, seed: number): number =>
  1 + 0.2 * stream(`scatter at depth ${depth}`, seed).normal();

/** The claim is true of these. */
export const right: readonly Specimen<Layer>[] = innocent<Layer>(
  {
    'residual blocks without a norm': withoutNorm,
    'a gradient that grows like the depth': (depth, seed) => (depth / 4) * noise(depth, seed),
    'a gradient that grows like the root of the depth': (depth, seed) =>
      Math.sqrt(depth) * noise(depth, seed),
  },
  'Of this family the claim is true: mean over seeds, its gradient at depth 32 is far more than at depth 2. Do you look at depths that lie far apart, and at the mean of many seeds?',
);

/** The family of the claim. */
export const found: readonly Specimen<Layer>[] = [
  {
    name: 'Post-LN',
    layer: postNorm,
    says: 'This is Post-LN, measured: from depth 2 to depth 32 its last gradient hardly changes, beside what one seed changes. Take many seeds, and ask for a growth that is larger than that.',
  },
];

/** Grows for every fourth seed alone, which is too little to be seen in a mean. */
const growsForFew = (lucky: number): Specimen<Layer> => ({
  name: `a family that grows for seed ${lucky}, and for every fourth from there`,
  layer: (depth, seed) => (seed % 4 === lucky ? (depth / 2) ** 0.35 : 6 * noise(depth, seed)),
  says: 'This family grows for few seeds, and for most of them it does not. What grows for one seed may be chance, or that seed: take the mean of several, the same at each depth.',
});

/** The claim is false of these, each for its own reason. */
export const disguised: readonly Specimen<Layer>[] = [
  {
    name: 'Pre-LN',
    layer: measured({ block: (x, f) => add(x, f(norm(x))), end: norm }),
    says: 'This is Pre-LN with its final norm: the gradient of its last layer falls with depth.',
  },
  ...[0, 1, 2].map((lucky) => growsForFew(lucky)),
  {
    name: 'a family that grows up to depth 6',
    layer: (depth, seed) => Math.min(depth, 6) ** 0.1 * noise(depth, seed),
    says: 'This family grows a little up to depth 6, and no more. Compare depths that lie far apart.',
  },
  {
    name: 'a family that rises and falls again',
    layer: (depth, seed) => (depth > 4 && depth < 24 ? 4 : 1) * noise(depth, seed),
    says: 'This family rises in the middle and comes back to where it was. Look at more than two depths.',
  },
  {
    name: 'a family that grows up to depth 8',
    layer: (depth, seed) => (Math.min(depth, 8) / 2) * noise(depth, seed),
    says: 'This family grows fourfold up to depth 8, and from there on no more. The claim goes all the way to depth 32: ask for growth between depths in the middle and at the end as well.',
  },
  {
    name: 'a family that depends on the seed alone',
    layer: (depth, seed) => 1 + (seed % 7) + 0.1 * noise(depth, seed),
    says: 'In this family the seed decides, and depth does nothing. Compare depths with the same seeds.',
  },
];

/** Tell experiments apart; nobody is graded by them. */
export const telling: readonly Specimen<Layer>[] = [
  { name: 'exactly constant', layer: () => 1, says: '' },
  { name: 'growing without scatter', layer: (depth) => depth, says: '' },
  { name: 'only odd depths', layer: (depth) => (depth % 2 === 1 ? 9 : 1), says: '' },
  { name: 'seeds with numbers in the name', layer: (depth, seed) => depth ** (seed < 2 ? 2 : 0), says: '' },
];
