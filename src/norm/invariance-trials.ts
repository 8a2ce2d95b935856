/** The invariance table put to the test: random data and weights, a change, and the output before and after it. */
import { add } from '../autograd/ops/add.js';
import { matmul } from '../autograd/ops/matmul.js';
import { mul } from '../autograd/ops/mul.js';
import { sub } from '../autograd/ops/sub.js';
import { transpose } from '../autograd/ops/transpose.js';
import { Tensor } from '../autograd/tensor.js';
import { filled } from '../tensor/ndarray.js';
import { stream } from '../tensor/random.js';
import type { Stream } from '../tensor/random.js';
import { meanSquare } from '../tensor/rows.js';
import { invarianceColumns } from './invariance-table.js';
import type { InvarianceChange, InvarianceColumn, InvarianceVerdict } from './invariance-table.js';

/** Data [examples, positions, H] and the weights [H, units] of the linear layer before the norm. */
export interface BeforeNorm {
  readonly x: Tensor;
  readonly weights: Tensor;
  /** [units, units]: what turns z. */
  readonly turn?: Tensor;
}

/** One try: the same norm before and behind a change. Outputs are [examples, positions, units]. */
export interface InvarianceTrial {
  readonly given: BeforeNorm;
  readonly changed: BeforeNorm;
  readonly before: Tensor;
  readonly after: Tensor;
  /** What the output would be if the change stayed unseen: that before it, with the sign of its factor, or turned. */
  readonly unseen: Tensor;
}

/** What a trial is made of; random where left out. */
export interface TrialOptions {
  readonly alpha?: number;
  readonly examples?: number;
  readonly positions?: number;
  readonly inputs?: number;
  /** An even number. */
  readonly units?: number;
  /** Whether a turn keeps the direction 1. */
  readonly keepsOnes?: boolean;
}

/**
 * Carries out a change before a norm at ε = 0, with γ = 1 and β = 0.
 *
 * @example
 * const { before, after } = invarianceTrial('weights', 'LN', 1, { alpha: 2 });
 * Math.abs(before.data[0] - after.data[0]) < 1e-12; // true
 */
export function invarianceTrial(
  change: InvarianceChange,
  column: InvarianceColumn,
  seed: number,
  options: TrialOptions = {},
): InvarianceTrial {
  const random = stream(`invariance ${change} ${column}`, seed);
  const { examples = 2 + random.integer(3), positions = 2 + random.integer(3) } = options;
  const { inputs = 2 + random.integer(3), units = 2 * (2 + random.integer(3)) } = options;
  const x = new Tensor(random.normals([examples, positions, inputs], { mean: 0.5 }));
  const weights = new Tensor(random.normals([inputs, units]));
  const alpha = options.alpha ?? 0.3 + 3 * random.uniform();
  const given = { x, weights };
  const { signs = one, ...changed } = changes[change](given, random, { ...options, alpha });
  const before = output(column, given);
  return {
    given,
    changed,
    before,
    after: output(column, changed),
    unseen: changed.turn ? matmul(before, changed.turn) : mul(before, signs),
  };
}

/** What the norm gives: of z = x W, or of x times the normalized weights. */
function output(column: InvarianceColumn, { x, weights, turn }: BeforeNorm): Tensor {
  const { norm, reads } = invarianceColumns[column];
  const apply = (t: Tensor): Tensor => {
    const parameters = Object.entries(norm.parameters).map(
      ([name, { shape, around }]) => [name, new Tensor(filled(shape(t.shape), around))] as const,
    );
    return norm.apply({ ...Object.fromEntries(parameters), x: t }, { eps: 0 });
  };
  if (reads === 'weights') return matmul(x, transpose(apply(transpose(weights))));
  const z = turn ? matmul(matmul(x, weights), turn) : matmul(x, weights);
  return reads === 'rows' ? apply(z) : transpose(apply(transpose(z)));
}

type Changed = BeforeNorm & { readonly signs?: Tensor };
type Carried = TrialOptions & { readonly alpha: number };
const one = new Tensor(filled([], 1));

const changes: Readonly<
  Record<InvarianceChange, (given: BeforeNorm, random: Stream, options: Carried) => Changed>
> = {
  weights: ({ x, weights }, _, { alpha }) => ({
    x,
    weights: mul(weights, alpha),
    signs: sign(number(alpha)),
  }),
  'common vector': ({ x, weights }, random) => ({
    x,
    weights: add(weights, new Tensor(random.normals([weights.shape[0], 1]))),
  }),
  'one unit': ({ x, weights }, _, { alpha }) => {
    const factor = firstIs(alpha, [weights.shape[1]]);
    return { x, weights: mul(weights, factor), signs: sign(factor) };
  },
  data: ({ x, weights }, _, { alpha }) => ({ x: mul(x, alpha), weights, signs: sign(number(alpha)) }),
  'data shifted': ({ x, weights }, random) => ({
    x: add(x, new Tensor(random.normals([x.shape[2]]))),
    weights,
  }),
  'one example': ({ x, weights }, _, { alpha }) => {
    const factor = firstIs(alpha, [x.shape[0], 1, 1]);
    return { x: mul(x, factor), weights, signs: sign(factor) };
  },
  'other sign': ({ x, weights }) => ({ x, weights: mul(weights, -1) }),
  turn: (given, random, { keepsOnes = false }) => ({ ...given, turn: turnOf(given, random, keepsOnes) }),
};

const number = (value: number): Tensor => new Tensor(filled([], value));

function firstIs(alpha: number, shape: readonly number[]): Tensor {
  const factor = filled(shape, 1);
  factor.data[0] = alpha;
  return new Tensor(factor);
}

function sign({ data, shape, dtype }: Tensor): Tensor {
  return new Tensor({ data: data.map(Math.sign), shape, dtype });
}

/** Two mirrors, one behind the other; a mirror whose direction has the mean 0 leaves 1 where it is. */
function turnOf({ weights }: BeforeNorm, random: Stream, keepsOnes: boolean): Tensor {
  const units = weights.shape[1];
  const mirrors = [0, 1].map(() => {
    const v = random.normals([units]).data;
    const mean = keepsOnes ? v.reduce((sum, value) => sum + value / units, 0) : 0;
    return mirror(v.map((value) => value - mean));
  });
  const turn = matmul(mirrors[0], mirrors[1]);
  return keepsOnes && random.integer(2) === 1 ? mul(turn, -1) : turn;
}

/** I − 2vvᵀ/‖v‖². */
function mirror(v: ArrayLike<number>): Tensor {
  const C = v.length;
  const square = C * meanSquare(v as Float64Array);
  const Q = filled([C, C], 0);
  Q.data.forEach((_, place) => {
    const [i, j] = [Math.floor(place / C), place % C];
    Q.data[place] = (i === j ? 1 : 0) - (2 * v[i] * v[j]) / square;
  });
  return new Tensor(Q);
}

/** How far two outputs lie apart, beside their size. */
function apart(a: Tensor, b: Tensor): number {
  return Math.sqrt(meanSquare(sub(a, b).data) / meanSquare(b.data));
}

const trials = 6;
/** Rounding; what a norm sees moves its output by a thousandth and more in one trial of six. */
const rounding = 1e-10;

/**
 * What is found of a cell by six trials with random shapes, numbers and factors.
 *
 * @example
 * observedInvariance('data shifted', 'BN', 1); // 'yes'
 * observedInvariance('data shifted', 'LN', 1); // 'no'
 */
export function observedInvariance(
  change: InvarianceChange,
  column: InvarianceColumn,
  seed: number,
): InvarianceVerdict {
  if (change === 'turn' && invarianceColumns[column].reads === 'weights') return '-';
  const holds = (options: TrialOptions, wanted: (trial: InvarianceTrial) => Tensor): boolean =>
    Array.from({ length: trials }, (_, n) =>
      invarianceTrial(change, column, trials * seed + n, options),
    ).every((trial) => apart(trial.after, wanted(trial)) < rounding);
  if (holds({}, ({ unseen }) => unseen)) return 'yes';
  if (change === 'turn') return holds({ keepsOnes: true }, ({ unseen }) => unseen) ? 'Q1=±1' : 'no';
  return holds({}, ({ before }) => mul(before, -1)) ? 'sign' : 'no';
}
