import {
  CausalLanguageModel,
  crossEntropy,
  gradient,
  LayerNorm,
  ndarray,
  noGrad,
  paddingMask,
  stream,
  toNested,
  TokenTransformer,
} from '../../src/index.js';
import { EncoderDecoder } from '../../src/transformer/encoder-decoder.js';
import { positionalEncoding } from '../../src/transformer/position.js';
import type { NDArray, PlacementName, Tensor } from '../../src/index.js';
import { largestDifference, randomized } from './models.js';

const random = stream('models', 2);
const sizes = { vocabulary: 7, length: 6, width: 8, hidden: 12, heads: 2, depth: 3 };
const tokens = (N: number, T: number, V: number = sizes.vocabulary): NDArray =>
  ndarray(
    Array.from({ length: N * T }, () => random.integer(V)),
    [N, T],
  );

test.each(['post', 'pre', 'peri', 'rezero'] as PlacementName[])(
  'decoding with caches gives the logits of the full pass, placement %s',
  (placement) => {
    const model = randomized(new CausalLanguageModel({ ...sizes, placement, random }));
    const text = tokens(2, 6);
    const whole = model.forward(text);
    const caches = model.emptyCaches();
    for (let t = 0; t < 6; t++) {
      const one = ndarray([text.data[t], text.data[6 + t]], [2, 1]);
      const logits = noGrad(() => model.forward(one, { caches }));
      for (let n = 0; n < 2; n++)
        for (let v = 0; v < 7; v++)
          expect(logits.data[n * 7 + v]).toBeCloseTo(whole.data[(n * 6 + t) * 7 + v], 11);
    }
  },
);

test('the continuation with caches is the one that the full pass would write', () => {
  const model = randomized(new CausalLanguageModel({ ...sizes, random }), 12);
  const written = [1, 2];
  while (written.length < 6) {
    const { data } = model.forward(ndarray(written, [1, written.length]));
    const last = [...data.slice(-7)];
    written.push(last.indexOf(Math.max(...last)));
  }
  expect(model.continued([1, 2], 4)).toEqual(written);
});

test('a language model does not see the future', () => {
  const model = randomized(new CausalLanguageModel({ ...sizes, random }));
  const text = tokens(1, 6);
  const other = ndarray(
    [...text.data].map((token, t) => (t === 5 ? (token + 1) % 7 : token)),
    [1, 6],
  );
  const [a, b] = [model.forward(text), model.forward(other)];
  expect([...a.data.slice(0, 35)]).toEqual([...b.data.slice(0, 35)]);
  expect([...a.data.slice(35)]).not.toEqual([...b.data.slice(35)]);
});

test('the gradient of a whole model is right, along a random direction of every parameter', () => {
  // GELU has no kink that a nudge could step over; the step is small because attention bends sharply: the error goes with h².
  const model = randomized(new TokenTransformer({ ...sizes, depth: 2, activation: 'gelu', random }));
  const [text, targets] = [tokens(2, 5), tokens(2, 5)];
  const loss = (): Tensor => crossEntropy({ logits: model.forward(text), targets });
  const parameters = [...model.namedParameters()];
  const gradients = gradient(
    loss(),
    parameters.map(([, parameter]) => parameter),
  );
  parameters.forEach(([path, { data, shape }], p) => {
    const before = data.slice();
    const direction = random.normals(shape).data;
    const at = (h: number): number => {
      for (let i = 0; i < data.length; i++) data[i] = before[i] + h * direction[i];
      return noGrad(loss).data[0];
    };
    const slope = (at(1e-6) - at(-1e-6)) / 2e-6;
    data.set(before);
    const along = gradients[p].data.reduce((sum, g, i) => sum + g * direction[i], 0);
    expect([path, Math.abs(along - slope) < 1e-7 * Math.max(1, Math.abs(slope))]).toEqual([path, true]);
  });
});

test('padding of the source changes nothing that the decoder writes', () => {
  const vocabularies = { sourceVocabulary: 7, targetVocabulary: 5 };
  const model = randomized(new EncoderDecoder({ ...sizes, ...vocabularies, placement: 'post', random }));
  const [target, mask] = [tokens(1, 4, 5), paddingMask([3], 5)];
  const padded = (filling: number): NDArray => ndarray([1, 2, 3, filling, filling], [1, 5]);
  const [a, b] = [0, 6].map((filling) => model.forward(padded(filling), target, { sourceMask: mask }));
  expect([...a.data]).toEqual([...b.data]);
  const unmasked = model.forward(padded(6), target);
  expect(largestDifference(unmasked, a)).toBeGreaterThan(1e-3);
});

test('the waves of the positions have mean square ½ and turn by the same angle from one position to the next', () => {
  const [T, C] = [9, 6];
  const rows = toNested(positionalEncoding(T, C)) as number[][];
  for (const row of rows)
    expect(row.reduce((sum, value) => sum + value * value, 0) / C).toBeCloseTo(1 / 2, 12);
  const inner = (a: number[], b: number[]): number => a.reduce((sum, value, i) => sum + value * b[i], 0);
  expect(inner(rows[1], rows[4])).toBeCloseTo(inner(rows[5], rows[8]), 12);
});

test('a sequence that is too long, and a token that is not there, are said in one sentence', () => {
  const model = new TokenTransformer({ ...sizes, random });
  expect(() => model.forward(tokens(1, 7))).toThrow('TokenTransformer: expected at most 6 positions, got 7');
  expect(() => model.forward(ndarray([7], [1, 1]))).toThrow(RangeError);
});

test('float32 agrees with float64 to its own rounding', () => {
  const text = tokens(2, 6);
  const [wide, narrow] = (['float64', 'float32'] as const).map((dtype) =>
    new TokenTransformer({
      ...sizes,
      dtype,
      norm: (C) => new LayerNorm(C, { dtype }),
      random: stream('same', 3),
    }).forward(text),
  );
  expect(narrow.dtype).toBe('float32');
  const difference = largestDifference(wide, narrow);
  expect(difference).toBeLessThan(1e-5);
  expect(difference).toBeGreaterThan(0);
});
