import { add, mul, sub } from '../../../autograd/index.js';
import type { Tensor } from '../../../autograd/index.js';
import { layerNorm } from '../../../norm/layer-norm.js';
import type { Specimen } from '../../judging.js';
import { innocent } from '../experiments.js';
import type { Through } from '../residual-layers.js';

/** A block of DeepNorm: the stream, a sub-layer, and α. */
export type Layer = (x: Tensor, f: Through, alpha: number) => Tensor;

const norm: Through = (x) => layerNorm({ x });

/** B8: the factor on the sub-layer. */
export const alphaOnTheBranch: Layer = (x, f, alpha) => norm(add(x, mul(alpha, f(x))));

/** As its formula has it: LN(αx + f(x)). */
export const alphaOnTheStream: Layer = (x, f, alpha) => norm(add(mul(alpha, x), f(x)));

/** The right ones. */
export const right: readonly Specimen<Layer>[] = innocent<Layer>(
  {
    'a block as its formula has it': alphaOnTheStream,
    'a block that adds the other way round': (x, f, alpha) => norm(sub(f(x), mul(-alpha, x))),
    'a block with an ε of its own': (x, f, alpha) =>
      layerNorm({ x: add(f(x), mul(x, alpha)) }, { eps: 1e-6 }),
  },
  'This block is right: LN(αx + f(x)). Its ε may be another than yours: allow a thousandth, and take an x whose features differ.',
);

/** As it was found. */
export const found: readonly Specimen<Layer>[] = [
  {
    name: 'a block that makes the branch louder',
    layer: alphaOnTheBranch,
    says: 'This block computes LN(x + α f(x)): its α stands on the wrong side of the plus. With α = 1 nobody notices, nor if f(x) and x are the same.',
  },
];

/** Other places for α. */
export const disguised: readonly Specimen<Layer>[] = [
  {
    name: 'a block without α',
    layer: (x, f) => norm(add(x, f(x))),
    says: 'This block never uses α. Take an α other than 1.',
  },
  {
    name: 'a block with α on both',
    layer: (x, f, alpha) => norm(mul(alpha, add(x, f(x)))),
    says: 'This block multiplies both roads by α, and the norm takes it away again. Take an α other than 1, and compare with the formula.',
  },
  {
    name: 'a block with α behind the norm',
    layer: (x, f, alpha) => mul(alpha, norm(add(x, f(x)))),
    says: 'This block multiplies what comes out of the norm. Look at the numbers themselves, not at their direction alone.',
  },
  {
    name: 'a block that normalizes before',
    layer: (x, f, alpha) => norm(add(mul(alpha, x), f(norm(x)))),
    says: 'This block hands a normalized x to its sub-layer. A sub-layer that says the same whatever it hears does not show that.',
  },
  {
    name: 'a block with the root of α',
    layer: (x, f, alpha) => norm(add(mul(Math.sqrt(alpha), x), f(x))),
    says: 'This block multiplies x by √α. Direction is not enough: compare the numbers with the formula.',
  },
];

/** Tell experiments apart; nobody is graded by them. */
export const telling: readonly Specimen<Layer>[] = [
  { name: 'the stream', layer: (x) => x, says: '' },
  { name: 'squares, normalized', layer: (x) => norm(mul(x, x)), says: '' },
  { name: 'the branch, normalized', layer: (x, f) => norm(f(x)), says: '' },
  {
    name: 'a branch that is a little louder',
    layer: (x, f, alpha) => norm(add(mul(alpha, x), mul(1.2, f(x)))),
    says: '',
  },
];
