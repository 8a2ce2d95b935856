/**
 * Where a Transformer puts its norms: the whole difference between the placements, one line each.
 *
 * A residual connection takes the stream x and a sub-layer f (attention or feed-forward). It has three sockets for a
 * norm N: `before` f, on the `branch` after f, and on the `sum`; and three kinds of factors: α on the stream, a learned
 * gate a on the branch, a learned scale λ for each feature of the branch.
 */
import { add } from '../autograd/ops/add.js';
import { mul } from '../autograd/ops/mul.js';
import type { Tensor } from '../autograd/tensor.js';

/** The places of a residual connection that can hold a norm. */
export type Socket = 'before' | 'branch' | 'sum';
/** What is connected. */
export type Role = 'attention' | 'crossAttention' | 'feedForward';
/** A sub-layer or a norm as a function. */
export type Through = (x: Tensor) => Tensor;

/** What a connection may use besides x and f. A norm is there if its socket is filled. */
export interface Fittings {
  readonly before: Through;
  readonly branch: Through;
  readonly sum: Through;
  /** α, a fixed number that grows with the depth. */
  readonly alpha: number;
  /** a, one learned number, 0 at the start. */
  readonly gate: Tensor | number;
  /** λ, a learned number for each feature, small at the start. */
  readonly scale: Tensor | number;
  /** The stream as it entered the block. */
  readonly entry: Tensor;
}

/** One way to connect a sub-layer with the stream. */
export interface Placement {
  readonly title: string;
  readonly source: string;
  /** The sockets that hold a norm, for each kind of sub-layer. */
  readonly sockets: (role: Role) => readonly Socket[];
  /** The factors it has; with α goes DeepNorm's start, smaller by β. */
  readonly factors: readonly ('alpha' | 'gate' | 'scale')[];
  /** Whether the last block is followed by a norm. */
  readonly finalNorm: boolean;
  /** Whether attention has a factor for each head, and feed-forward a norm inside. */
  readonly insideNorms: boolean;
  readonly connect: (x: Tensor, f: Through, fittings: Fittings, role: Role) => Tensor;
}

const plain = { factors: [], finalNorm: false, insideNorms: false } as const;

/**
 * The placements by name.
 *
 * @example
 * placements.pre.sockets('attention'); // ['before']
 */
export const placements = {
  none: {
    ...plain,
    title: 'No norm',
    source: 'the residual connection alone: He et al. (2015), arXiv:1512.03385',
    sockets: () => [],
    connect: (x, f) => add(x, f(x)),
  },
  post: {
    ...plain,
    title: 'Post-LN',
    source: 'Vaswani et al. (2017), arXiv:1706.03762, section 3.1',
    sockets: () => ['sum'],
    connect: (x, f, { sum }) => sum(add(x, f(x))),
  },
  pre: {
    ...plain,
    title: 'Pre-LN',
    source: 'Xiong et al. (2020), arXiv:2002.04745, section 3.3',
    sockets: () => ['before'],
    finalNorm: true,
    connect: (x, f, { before }) => add(x, f(before(x))),
  },
  peri: {
    ...plain,
    title: 'Peri-LN',
    source: 'Kim et al. (2025), arXiv:2502.02732',
    sockets: () => ['before', 'branch'],
    finalNorm: true,
    connect: (x, f, { before, branch }) => add(x, branch(f(before(x)))),
  },
  deepnorm: {
    ...plain,
    title: 'DeepNorm',
    source: 'Wang et al. (2022), arXiv:2203.00555',
    sockets: () => ['sum'],
    factors: ['alpha'],
    connect: (x, f, { sum, alpha }) => sum(add(mul(x, alpha), f(x))),
  },
  rezero: {
    ...plain,
    title: 'ReZero',
    source: 'Bachlechner et al. (2020), arXiv:2003.04887',
    sockets: () => [],
    factors: ['gate'],
    connect: (x, f, { gate }) => add(x, mul(f(x), gate)),
  },
  /** Each block is the same as Peri-LN's; Peri-LN as published also normalizes the embedding, which ours leaves out. */
  sandwich: {
    ...plain,
    title: 'Sandwich-LN',
    source: 'Ding et al. (2021), CogView, arXiv:2105.13290',
    sockets: () => ['before', 'branch'],
    finalNorm: true,
    connect: (x, f, { before, branch }) => add(x, branch(f(before(x)))),
  },
  normformer: {
    ...plain,
    title: 'NormFormer',
    source: 'Shleifer, Weston and Ott (2021), arXiv:2110.09456',
    sockets: (role) => (role === 'feedForward' ? ['before'] : ['before', 'branch']),
    finalNorm: true,
    insideNorms: true,
    connect: (x, f, { before, branch }) => add(x, branch(f(before(x)))),
  },
  b2t: {
    ...plain,
    title: 'B2T',
    source: 'Takase et al. (2022), arXiv:2206.00330',
    sockets: () => ['sum'],
    connect: (x, f, { sum, entry }, role) =>
      sum(role === 'feedForward' ? add(add(x, f(x)), entry) : add(x, f(x))),
  },
  layerscale: {
    ...plain,
    title: 'LayerScale',
    source: 'Touvron et al. (2021), arXiv:2103.17239',
    sockets: () => ['before'],
    factors: ['scale'],
    finalNorm: true,
    connect: (x, f, { before, scale }) => add(x, mul(f(before(x)), scale)),
  },
} as const satisfies Readonly<Record<string, Placement>>;

/** The name of a placement. */
export type PlacementName = keyof typeof placements;

/**
 * The placement of this name; one of your own is handed through.
 *
 * @throws {RangeError} if there is no placement of this name.
 * @example
 * placementOf('pre').finalNorm; // true
 */
export function placementOf(placement: PlacementName | Placement): Placement {
  if (typeof placement !== 'string') return placement;
  if (!Object.hasOwn(placements, placement))
    throw new RangeError(
      `placement: expected one of ${Object.keys(placements).join(', ')}, got ${placement}`,
    );
  return placements[placement];
}
