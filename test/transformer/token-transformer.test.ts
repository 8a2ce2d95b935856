import {
  CausalLanguageModel,
  crossEntropy,
  gradient,
  LayerNorm,
  mean,
  ndarray,
  noGrad,
  paddingMask,
  RMSNorm,
  stream,
  sub,
  Tensor,
  toNested,
  TokenTransformer,
} from '../../src/index.js';
import { EncoderDecoder } from '../../src/transformer/encoder-decoder.js';
import { positionalEncoding } from '../../src/transformer/position.js';
import type { NDArray, PlacementName } from '../../src/index.js';
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

/** W − the mean of each of its rows over the features that it writes to the stream. */
function centred(weight: Tensor): Tensor {
  return sub(weight, mean(weight, { axis: -1, keepdims: true }));
}

test('a Pre-LN model whose writers are centred is a Pre-RMSNorm model', () => {
  const model = randomized(new TokenTransformer({ ...sizes, random, norm: (C) => new LayerNorm(C) }));
  const converted = new TokenTransformer({ ...sizes, random, norm: (C) => new RMSNorm(C) });
  // LN(x) = RMSNorm(x − mean x), so every writer to the stream writes without a mean. β moves into the layer that reads.
  const state = model.stateDict();
  const writers = /^(embedding\.weight|position|.*\.(attention\.output|feedForward\.second)\.(weight|bias))$/;
  for (const [path, value] of state) if (writers.test(path)) value.data.set(centred(new Tensor(value)).data);
  const readers: [RegExp, (l: string) => string[]][] = [
    [
      /(.*)\.aroundAttention\.before\.beta/,
      (l) => ['query', 'key', 'value'].map((name) => `${l}.attention.${name}`),
    ],
    [/(.*)\.aroundFeedForward\.before\.beta/, (l) => [`${l}.feedForward.first`]],
    [/encoder\.finalNorm\.beta()/, () => ['readout']],
  ];
  for (const [path, beta] of [...state])
    for (const [pattern, reading] of readers) {
      const found = pattern.exec(path);
      if (!found) continue;
      for (const layer of reading(found[1])) {
        const [W, b] = [state.get(`${layer}.weight`), state.get(`${layer}.bias`)] as [NDArray, NDArray];
        const width = W.shape[1];
        for (let j = 0; j < width; j++)
          for (let i = 0; i < beta.data.length; i++) b.data[j] += beta.data[i] * W.data[i * width + j];
      }
      state.delete(path);
    }
  converted.loadStateDict(state);
  const text = tokens(3, 6);
  expect(largestDifference(model.forward(text), converted.forward(text))).toBeLessThan(1e-12);
});

test('the gradient of a whole model is right, along a random direction of every parameter', () => {
  const model = randomized(new TokenTransformer({ ...sizes, depth: 2, placement: 'pre', random }));
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
    const slope = (at(1e-5) - at(-1e-5)) / 2e-5;
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
