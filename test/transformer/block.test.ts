import {
  Adam,
  causalMask,
  DecoderBlock,
  Dropout,
  Encoder,
  EncoderBlock,
  gradientCheck,
  layerNorm,
  mul,
  parameterChecks,
  placementOf,
  placements,
  stream,
  sub,
  Tensor,
} from '../../src/index.js';
import { Residual } from '../../src/transformer/residual.js';
import { deepNormConstants, deepNormPair } from '../../src/transformer/deepnorm.js';
import { blockGraph } from '../../src/transformer/block-graph.js';
import { FeedForward } from '../../src/transformer/feed-forward.js';
import type { Placement, PlacementName } from '../../src/index.js';
import { largestDifference, randomized } from './models.js';

const random = stream('block', 5);
const [N, T, C] = [2, 3, 4];
const x = new Tensor(random.normals([N, T, C]));
const names = Object.keys(placements) as PlacementName[];
const sizes = { width: C, hidden: 6, heads: 2, random };
const blockWith = (placement: PlacementName | Placement): EncoderBlock =>
  randomized(new EncoderBlock({ ...sizes, placement, alpha: 1.5 }));

test.each(names)('the gradients of a %s block are right, for every parameter and for x', (placement) => {
  const block = blockWith(placement);
  const wrong = [...parameterChecks(block, x, { seed: 2 })].filter(([, { ok }]) => !ok);
  expect(wrong).toEqual([]);
  expect(gradientCheck((input) => block.forward(input), [x], { seed: 2 }).ok).toBe(true);
});

/** How many parameters one block has beside its weights and biases, for C features of the stream. */
const extra: Record<PlacementName, number> = {
  ...{ none: 0, post: 4 * C, pre: 4 * C, peri: 8 * C, deepnorm: 4 * C, rezero: 2, sandwich: 8 * C },
  ...{ normformer: 6 * C + 2 * 6 + 2, b2t: 4 * C, layerscale: 4 * C + 2 * C },
};

test.each(names)('a %s block has the parameters of its norms and factors and no others', (placement) => {
  const count = (name: PlacementName): number =>
    [...blockWith(name).namedParameters().values()].reduce((sum, { data }) => sum + data.length, 0);
  const linear = 4 * (C * C + C) + (C * 6 + 6) + (6 * C + C);
  expect(count(placement) - linear).toBe(extra[placement]);
});

const connect = (placement: PlacementName): Residual =>
  randomized(
    new Residual({
      width: C,
      placement,
      role: 'feedForward',
      alpha: 1.5,
      norm: (features) => new (class extends EncoderNorm {})(features),
    }),
  );

class EncoderNorm extends Dropout {
  constructor(_features: number) {
    super(0, { random });
  }
  override forward(u: Tensor): Tensor {
    return layerNorm({ x: u });
  }
}

const N1 = (u: Tensor): Tensor => layerNorm({ x: u });
const f = (u: Tensor): Tensor => mul(u, u);
const formulas: Record<string, (gate: number, scale: Tensor) => Tensor> = {
  none: () => plus(x, f(x)),
  post: () => N1(plus(x, f(x))),
  pre: () => plus(x, f(N1(x))),
  peri: () => plus(x, N1(f(N1(x)))),
  deepnorm: () => N1(plus(mul(1.5, x), f(x))),
  rezero: (gate) => plus(x, mul(gate, f(x))),
  layerscale: (_gate, scale) => plus(x, mul(scale, f(N1(x)))),
  b2t: () => N1(plus(plus(x, f(x)), mul(2, x))),
  normformer: () => plus(x, f(N1(x))),
};

function plus(a: Tensor, b: Tensor): Tensor {
  return sub(a, mul(-1, b));
}

test.each(Object.keys(formulas))('%s connects as its formula says', (placement) => {
  const residual = connect(placement as PlacementName);
  const wanted = formulas[placement](residual.gate?.data[0] ?? 1, residual.scale ?? x);
  expect(largestDifference(residual.forward(x, f, mul(2, x)), wanted)).toBeLessThan(1e-13);
});

test('a placement of one’s own is used as it is', () => {
  const wrong: Placement = {
    ...placements.deepnorm,
    connect: (u, g, { sum, alpha }) => sum(plus(u, mul(alpha, g(u)))),
  };
  const [right, swapped] = [blockWith('deepnorm'), blockWith(wrong)];
  expect(largestDifference(right.forward(x), swapped.forward(x))).toBeGreaterThan(0.01);
});

test('dropout acts on the branch, in training only', () => {
  const block = new EncoderBlock({ ...sizes, placement: 'none', dropout: 0.5 });
  const training = block.forward(x);
  block.evaluate();
  expect(largestDifference(training, block.forward(x))).toBeGreaterThan(0.01);
  expect(largestDifference(block.forward(x), block.forward(x))).toBe(0);
});

test('a decoder block sees neither the future nor hidden parts of the memory', () => {
  const block = randomized(new DecoderBlock({ ...sizes, placement: 'post' }));
  const memory = new Tensor(random.normals([N, 5, C]));
  const call = { mask: causalMask(T), memoryMask: causalMask(1, 5) };
  const before = block.forward(x, memory, call);
  const later = new Tensor({ ...x, data: x.data.slice() });
  for (let n = 0; n < N; n++) later.data[n * T * C + 2 * C] += 1;
  const after = block.forward(later, memory, call);
  for (let n = 0; n < N; n++)
    for (let i = 0; i < 2 * C; i++) expect(after.data[n * T * C + i]).toBe(before.data[n * T * C + i]);
  expect([...block.namedParameters().keys()].filter((path) => path.endsWith('gamma'))).toHaveLength(3);
});

test('DeepNorm starts V, O and feed-forward smaller by β, and nothing else', () => {
  const stack = (placement: PlacementName): Encoder =>
    new Encoder({ width: C, hidden: 6, heads: 2, depth: 3, placement, random: stream('same', 1) });
  const [plain, deep] = [stack('post').namedParameters(), stack('deepnorm').namedParameters()];
  const { alpha, beta } = deepNormConstants(3);
  expect(alpha ** 4).toBeCloseTo(6, 12);
  for (const [path, { data }] of deep) {
    const factor = /(value|output|first|second)\.weight/.test(path) ? beta : 1;
    expect(data[0]).toBeCloseTo(factor * (plain.get(path)?.data[0] ?? NaN), 12);
  }
});

test.each(names)('what is drawn of a %s block is what runs', (placement) => {
  const { nodes, edges } = blockGraph(blockWith(placement), C);
  const kinds = (kind: string): number => nodes.filter((node) => node.kind === kind).length;
  const sockets = (['attention', 'feedForward'] as const).flatMap((role) =>
    placementOf(placement).sockets(role),
  );
  expect(kinds('norm')).toBe(sockets.length);
  expect(kinds('add')).toBe(placement === 'b2t' ? 3 : 2);
  expect(kinds('scale')).toBe(placementOf(placement).factors.length * 2);
  for (const node of nodes.slice(1)) expect(edges.some(([, to]) => to === node.id)).toBe(true);
});

test('a decoder block is drawn with its memory', () => {
  const graph = blockGraph(new DecoderBlock({ ...sizes, placement: 'pre' }), C);
  expect(graph.edges).toContainEqual(['memory', 'crossAttention']);
});

test('an unknown placement is answered with the list', () => {
  expect(() => placementOf('above' as PlacementName)).toThrow('placement: expected one of none, post, pre');
});

test('a gate that starts at 0 learns: its gradient is not 0', () => {
  const block = new EncoderBlock({ ...sizes, placement: 'rezero' });
  expect(largestDifference(block.forward(x), x)).toBe(0);
  block.forward(x).backward(new Tensor(random.normals(x.shape)));
  new Adam(block.namedParameters(), { learningRate: 0.1 }).step();
  expect(largestDifference(block.forward(x), x)).toBeGreaterThan(0.01);
});

test('the constants of an encoder with a decoder are those of the paper’s table', () => {
  const { encoder, decoder } = deepNormPair(6, 6);
  expect(encoder.alpha).toBeCloseTo(0.81 * (6 ** 4 * 6) ** (1 / 16), 12);
  expect(encoder.beta).toBeCloseTo(0.87 * (6 ** 4 * 6) ** (-1 / 16), 12);
  expect(decoder.alpha).toBeCloseTo(18 ** (1 / 4), 12);
  expect(decoder.beta).toBeCloseTo(72 ** (-1 / 4), 12);
});

test.each(['relu', 'gelu', 'gelu-tanh'] as const)(
  'feed-forward with %s works on each position by itself',
  (activation) => {
    const layer = randomized(new FeedForward({ width: C, hidden: 6, random, activation }));
    const whole = layer.forward(x).data;
    const one = layer.forward(
      new Tensor({ data: x.data.slice(C, 2 * C), shape: [1, C], dtype: 'float64' }),
    ).data;
    one.forEach((value, i) => expect(value).toBeCloseTo(whole[C + i], 13));
    expect([...parameterChecks(layer, x)].filter(([, { ok }]) => !ok)).toEqual([]);
  },
);
