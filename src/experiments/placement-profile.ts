/**
 * One placement of the norms at one depth, before training: its drawing, the size of its stream in theory and as
 * measured, and the gradient that each block gets.
 *
 * The network: L blocks of 64 features, four heads with W_Q = W_K = 0 (attention looks everywhere alike), as many hidden
 * features, Xavier weights, 4 sequences of 8 independent positions of mean square 1. The loss is ⟨y, dy⟩ for a random dy
 * of length 1, where y is the stream at the end (after a last norm, where norms stand before sub-layers only).
 */
import { gradient } from '../autograd/gradient.js';
import { add } from '../autograd/ops/add.js';
import { mul } from '../autograd/ops/mul.js';
import { Tensor } from '../autograd/tensor.js';
import { watch } from '../autograd/watch.js';
import { streams } from '../tensor/random.js';
import { dot, meanSquare } from '../tensor/rows.js';
import { blockGraph } from '../transformer/block-graph.js';
import type { BlockGraph } from '../transformer/block-graph.js';
import { deepNormConstants } from '../transformer/deepnorm.js';
import type { Placement, Socket } from '../transformer/placement.js';
import { Encoder } from '../transformer/stack.js';
import { streamSizes } from './stream-theory.js';
import type { Sockets } from './stream-theory.js';

/** What a placement looks like before training. */
export interface PlacementProfile {
  readonly placement: string;
  readonly depth: number;
  /** One block, read from the parts that run. */
  readonly diagram: BlockGraph;
  /** The mean square of the stream as it enters and after each block: L + 1 numbers. */
  readonly streamByLayer: { readonly theory: readonly number[]; readonly measured: readonly number[] };
  /** s: the mean square of what each sub-layer says, attention and feed-forward of every block in turn: 2 L numbers. */
  readonly saidBySubLayer: readonly number[];
  /** The norm of ∂loss/∂W₂ of each block's feed-forward sub-layer: L numbers. */
  readonly gradientByLayer: readonly number[];
  /** What a residual connection computes, and what becomes of the mean square v, as text. */
  readonly recursion: string;
}

/** The named placements as sockets. */
export const placementSockets = {
  'No norm': {},
  'Post-LN': { sum: true },
  'Pre-LN': { before: true },
  'Peri-LN': { before: true, after: true },
  DeepNorm: { sum: true, alpha: true },
  ReZero: { gate: true },
} as const satisfies Readonly<Record<string, Sockets>>;

const [width, heads, T, N] = [64, 4, 8, 4];

/**
 * Measures a placement, given by its sockets or by its name.
 *
 * @param sockets What stands in every residual connection, and `depth`, the number of blocks (12 unless said otherwise).
 * @throws {RangeError} if the depth is not a whole number from 1.
 * @example
 * placementProfile({ before: true, depth: 3 }).gradientByLayer.length; // 3
 */
export function placementProfile(
  { depth = 12, ...sockets }: Sockets & { readonly depth?: number },
  seed: number = 1,
): PlacementProfile {
  if (!(Number.isInteger(depth) && depth >= 1))
    throw new RangeError(`placementProfile: expected depth to be a whole number from 1, got ${depth}`);
  const random = streams(seed);
  const placement = placementWith(sockets);
  const factors = sockets.alpha ? deepNormConstants(depth) : { alpha: 1, beta: 1 };
  const encoder = new Encoder({
    ...{ width, hidden: width, heads, depth, placement, random: random('weights'), alpha: factors.alpha },
  });
  for (const { attention } of encoder.blocks)
    for (const { weight } of [attention.query, attention.key]) weight.data.fill(0);
  const x = new Tensor(random('input').normals([N, T, width]));
  const dy = unit(new Tensor(random('cotangent').normals([N, T, width])));
  const { stream, said, gradientByLayer } = measured(encoder, x, dy);
  const theory = streamSizes(sockets, depth, T, factors).map(({ v }) => v);
  return {
    ...{ placement: nameOf(sockets), depth, diagram: blockGraph(encoder.blocks[0], width) },
    ...{ streamByLayer: { theory, measured: stream }, saidBySubLayer: said, gradientByLayer },
    recursion: recursionOf(sockets),
  };
}

/** The mean square of the stream by block and of what its sub-layers say, and the gradient of each block's W₂. */
function measured(
  encoder: Encoder,
  x: Tensor,
  dy: Tensor,
): { stream: number[]; said: number[]; gradientByLayer: number[] } {
  const stream = [meanSquare(x.data)];
  const said: number[] = [];
  const stop = watch(encoder, ({ path, output }) => {
    if (/^blocks\.\d+$/.test(path)) stream.push(meanSquare(output.data));
    if (/^blocks\.\d+\.(attention|feedForward)$/.test(path)) said.push(meanSquare(output.data));
  });
  const y = encoder.forward(x);
  stop();
  const weights = encoder.blocks.map(({ feedForward }) => feedForward.second.weight);
  const gradientByLayer = gradient(y, weights, { dy }).map(({ data }) => Math.sqrt(dot(data, data)));
  return { stream, said, gradientByLayer };
}

/** A placement with these sockets. */
function placementWith(chosen: Sockets): Placement {
  const { before, after, sum, alpha, gate } = chosen;
  const filled: readonly [Socket, boolean | undefined][] = [
    ['before', before],
    ['branch', after],
    ['sum', sum],
  ];
  const factors = [...(alpha ? (['alpha'] as const) : []), ...(gate ? (['gate'] as const) : [])];
  return {
    ...{ title: nameOf(chosen), source: 'sockets chosen one by one' },
    ...{ factors, finalNorm: (before ?? false) && !sum, insideNorms: false },
    sockets: () => filled.flatMap(([socket, there]) => (there ? [socket] : [])),
    connect: (x, f, fittings) => {
      const u = fittings.branch(f(fittings.before(x)));
      return fittings.sum(add(alpha ? mul(x, fittings.alpha) : x, gate ? mul(u, fittings.gate) : u));
    },
  };
}

/** As the buttons of the placement explorer have it. */
const inWords = {
  before: 'norm before',
  after: 'norm on the branch',
  sum: 'norm on the sum',
  alpha: 'α on the stream',
  gate: 'gate on the branch',
} as const;

/** Its usual name, or what stands where. */
function nameOf(sockets: Sockets): string {
  const all = ['before', 'after', 'sum', 'alpha', 'gate'] as const;
  const known = Object.entries<Sockets>(placementSockets).find(([, one]) =>
    all.every((socket) => (one[socket] ?? false) === (sockets[socket] ?? false)),
  );
  const words = all.filter((socket) => sockets[socket]).map((socket) => inWords[socket]);
  return known?.[0] ?? words.join(' + ');
}

/** The connection, then what becomes of v where f answers with s times what it hears. */
function recursionOf({ before, after, sum, alpha, gate }: Sockets): string {
  const branch = `${gate ? 'a · ' : ''}${after ? 'N(' : ''}f(${before ? 'N(x)' : 'x'})${after ? ')' : ''}`;
  const joined = `${alpha ? 'α ' : ''}x + ${branch}`;
  const stream = alpha ? 'α² v' : 'v';
  const gain = gate ? '' : after ? ' + 1' : before ? ' + s' : ' + s v';
  return `x ← ${sum ? `N(${joined})` : joined};  v ← ${sum ? '1' : stream + gain}`;
}

/** x over its length. */
function unit(x: Tensor): Tensor {
  return mul(x, 1 / Math.sqrt(dot(x.data, x.data)));
}
