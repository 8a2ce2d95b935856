import * as library from '../../src/index.js';
import {
  AttentionScores,
  cosineScores,
  CosineScores,
  mul,
  softmax,
  stream,
  Tensor,
  tensor,
} from '../../src/index.js';
import { facts } from './facts/cosine-scores.js';

test.each(Object.entries(facts))('cosineScores: %s', (_, check) => check(library));

test('CosineScores learns its scale alone, in the dtype it was made with', () => {
  const scores = new CosineScores({ scale: 10, dtype: 'float32' });
  expect([[...scores.namedParameters().keys()], scores.scale.dtype, scores.eps]).toEqual([
    ['scale'],
    'float32',
    1e-12,
  ]);
});

test('it is called as the scores of attention are, and its logits do not grow with queries and keys', () => {
  const [q, k] = ['q', 'k'].map((name) => new Tensor(stream(name, 0).normals([1, 2, 3, 4])));
  const attention: { forward: AttentionScores['forward'] } = new CosineScores({ scale: 10 });
  const grown = attention.forward(mul(q, 1000), mul(k, 1000));
  const before = attention.forward(q, k);
  grown.data.forEach((value, i) => expect(value).toBeCloseTo(before.data[i], 12));
  const usual = new AttentionScores().forward(mul(q, 1000), mul(k, 1000));
  expect(Math.max(...usual.data)).toBeGreaterThan(1e5);
  expect(softmax(grown).shape).toEqual([1, 2, 3, 3]);
  expect(cosineScores({ q, k, scale: tensor([10]) }).data).toEqual(before.data);
});
