import fc from 'fast-check';
import { ShapeMistake } from '../../src/derive/errors.js';
import { derive } from './derive.js';
import { vectorFacts } from './facts/vectors.js';
import { letters, pointIn } from './lines.js';
import { bareLines } from './random-bare-lines.js';

const { alphabetOf, evaluate, finite, parse, withIndices } = derive;
const alphabet = alphabetOf(letters);

test.each(Object.entries(vectorFacts))('%s', (_, check) => check(derive));

test('a line without indices has the values of the line with indices written by hand', () => {
  const point = pointIn(derive, finite, { N: 2, C: 3 });
  const seen = new Set<string>();
  fc.assert(
    fc.property(bareLines, ({ bare, written }) => {
      seen.add(bare);
      const read = withIndices(parse(bare), alphabet, ['j', 'm']);
      for (const at of [
        { j: 0, m: 1 },
        { j: 2, m: 0 },
      ])
        expect([bare, evaluate(read, point, at).p]).toEqual([bare, evaluate(parse(written), point, at).p]);
    }),
    { numRuns: 500, seed: 4 },
  );
  // Enough of them with sums inside sums, or the property shows nothing.
  expect([...seen].filter((bare) => /(sum|mean)\(.*(sum|mean)\(/.test(bare)).length).toBeGreaterThan(100);
});

test.each([
  ['A * x', ['j'], '"A" has the axes C, C: write its indices, as in A[i, j].'],
  ['x', ['i', 'j'], '"x": which index? Write x[i] or x[j].'],
  ['xhat * x', ['i', 'j'], '"xhat": which index? Write xhat[i] or xhat[j].'],
  [
    't * x',
    ['j'],
    '"t" has an axis N, which the line before does not have. Sum or average over it: sum(…, axis=0), or sum(n, …).',
  ],
  [
    'X',
    ['n'],
    '"X" has an axis C, which the line before does not have. Sum or average over it: sum(…, axis=1), or sum(i, …).',
  ],
  [
    'sum(X, axis=1)',
    ['j'],
    '"X" has an axis N, which the line before does not have. Sum or average over it: sum(…, axis=0), or sum(n, …).',
  ],
  [
    'sum(a)',
    [],
    '"sum(a)": there is no vector in it, so there is nothing to run over. Name the index, as in sum(k, …), or leave sum out.',
  ],
  ['A * x', ['i', 'j'], '"x": which index? Write x[i] or x[j].'],
  ['mean(x[j])', ['j'], /^"mean\(x\[j\]\)": there is no vector in it/],
  ['mean(mean(x))', [], /^"mean\(mean\(x\)\)": there is no vector in it/],
  ['sum(x, axis=1)', [], '"sum(x, axis=1)": there is no axis 1; what is inside has one axis (C).'],
  ['sum(X, axis=2)', [], '"sum(X, axis=2)": there is no axis 2; what is inside has 2 axes (N, C).'],
  ['sum(X, axis=-3)', [], '"sum(X, axis=-3)": there is no axis -3; what is inside has 2 axes (N, C).'],
  [
    'sum(mean(X, axis=0), axis=1)',
    [],
    '"sum(mean(X, axis=0), axis=1)": there is no axis 1; what is inside has one axis (C).',
  ],
  [
    `${'mean(x * '.repeat(10)}mean(x)${')'.repeat(10)}`,
    ['j'],
    'There are too many sums over C inside each other. Write the line flatter.',
  ],
])('%s beside the free letters %j is told: %s', (text, free, sentence) => {
  const reading = (): unknown => withIndices(parse(text), alphabet, free);
  expect(reading).toThrow(ShapeMistake);
  expect(reading).toThrow(sentence);
});
