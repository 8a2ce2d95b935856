/**
 * Fixup: a start for deep residual networks without norms. Each step of training then changes what the network says by
 * about as much, however deep it is.
 *
 * For L residual branches x + f(x) with m layers of weights in each f:
 *
 *     (1)  the last layer of each branch, and the readout, start at 0       so that the network starts as a short one
 *     (2)  W ← L^(−1/(2m−2)) · W                                            for the other layers of the branches
 *
 * The paper has a third rule, which is no matter of initial numbers: a learned factor at the end of each branch, which is
 * `SkipInit` with a start of 1, and a learned number that is added before each layer and each bend.
 *
 * Source: Zhang, Dauphin and Ma (2019), "Fixup initialization: residual learning without normalization",
 * arXiv:1901.09321, section 3.
 */
import type { Tensor } from '../autograd/tensor.js';
import { pow } from '../tensor/elementary.js';

/** A layer with weights, such as Linear or Conv2d. */
export interface Weighted {
  readonly weight: Tensor;
  readonly bias?: Tensor | undefined;
}

/** What Fixup changes. */
export interface FixupParts {
  /** For each residual branch its layers with weights, from first to last. */
  readonly branches: readonly (readonly Weighted[])[];
  /** The layer that gives the logits. */
  readonly readout?: Weighted;
}

/**
 * The factor of equation (2).
 *
 * @param L How many residual branches there are.
 * @param m How many layers a branch has.
 * @throws {RangeError} if L is less than 1, or m less than 2: the only layer of a branch is its last, which starts at 0.
 * @example
 * fixupScale(16, 2); // 0.25
 * fixupScale(16, 3); // 0.5
 */
export function fixupScale(L: number, m: number): number {
  if (!(L >= 1)) throw new RangeError(`fixupScale: expected L to be 1 or more, got ${L}`);
  if (!(m >= 2)) throw new RangeError(`fixupScale: expected m to be 2 or more, got ${m}`);
  return pow(L, -1 / (2 * m - 2));
}

/**
 * Scales the weights of residual branches as Fixup asks, in place, whatever they were drawn from; Kaiming's are usual.
 *
 * @throws {RangeError} if a branch has no layer; nothing is changed then.
 * @example
 * const random = stream('weights', 1);
 * const branches = Array.from({ length: 4 }, () => [new Linear(3, 8, { random }), new Linear(8, 3, { random })]);
 * const before = branches[0][0].weight.data[0];
 * fixup({ branches });
 * branches[0][0].weight.data[0] / before; // 0.5
 * branches[0][1].weight.data.every((w) => w === 0); // true
 */
export function fixup({ branches, readout }: FixupParts): void {
  const empty = branches.findIndex((layers) => layers.length === 0);
  if (empty >= 0) throw new RangeError(`fixup: expected a layer in each branch, branch ${empty} has none`);
  for (const layers of branches) {
    const inner = layers.slice(0, -1);
    for (const { weight } of inner) scale(weight, fixupScale(branches.length, layers.length)); // (2)
    startAtZero(layers[inner.length]); //                                                         (1)
  }
  if (readout) startAtZero(readout); //                                                           (1)
}

function scale({ data }: Tensor, factor: number): void {
  for (let i = 0; i < data.length; i++) data[i] *= factor;
}

function startAtZero({ weight, bias }: Weighted): void {
  weight.data.fill(0);
  bias?.data.fill(0);
}
