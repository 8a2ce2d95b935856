import { requireKnownNames, unknownName } from '../../src/derive/names.js';
import { parse } from '../../src/derive/parse.js';
import { alphabetOf } from '../../src/derive/read-letters.js';
import { letters } from './lines';

const alphabet = alphabetOf(letters);

test('variables, definitions, lengths, π and index letters are known', () => {
  const names = [
    ...alphabet.variables.keys(),
    ...Object.keys(alphabet.sizes),
    ...alphabet.indices.keys(),
    'pi',
  ];
  for (const name of names) expect(() => requireKnownNames(parse(`2 * ${name}`), alphabet)).not.toThrow();
});

test('a name that stands for nothing is said, with all there are', () => {
  expect(() => requireKnownNames(parse('sqrt(1 + zz)'), alphabet)).toThrow(
    unknownName('zz', alphabet).message,
  );
  expect(unknownName('zz', alphabet).message).toMatch(/^"zz": there is no zz here\. There are .*\bC\b/);
});

test('an index written below, and a hat written out, are told how they are written here', () => {
  const spoken = alphabetOf({
    sizes: { C: [2] },
    indices: { i: 'C', j: 'C' },
    variables: { g: 'C', xhat: 'C', A: 'C,C' },
  });
  expect(unknownName('g_j', spoken).message).toContain('An entry of g is written g[j].');
  expect(unknownName('A_ij', spoken).message).toContain('A[i, j]');
  expect(unknownName('x_hat', spoken).message).toContain('It is called xhat.');
  expect(unknownName('g_total', spoken).message).not.toContain('written');
});

test('who writes the identity by another of its names is told eye', () => {
  const eye = 'What is 1 where i is j, and 0 elsewhere, is written eye(i, j).';
  for (const name of ['I', 'δ', 'delta', 'δ_ij', 'identity'])
    expect(unknownName(name, alphabet).message).toContain(eye);
  expect(() => parse('delta(i, j)')).toThrow(eye);
  for (const name of ['Ix', 'deltas', 'zz']) expect(unknownName(name, alphabet).message).not.toContain('eye');
});
