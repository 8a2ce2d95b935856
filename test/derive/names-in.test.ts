import { derivations } from '../../src/derive/index.js';
import type { DerivationName } from '../../src/derive/index.js';
import { namesIn } from '../../src/derive/names-in.js';
import { print } from '../../src/derive/print.js';

const said = (name: DerivationName, upTo?: number): string[] =>
  namesIn(derivations[name], upTo).map(
    ({ name, madeOf, domain }) => print(name) + (madeOf ? ` = ${print(madeOf)}` : ` ${domain}`),
  );

test('names are those of the lines and of what those are made of: what is given first, then what is made, in order', () => {
  expect(said('rms-norm-sphere')).toEqual([
    'x[i] real',
    'meanSquare = mean(k, x[k]^2)',
    'rstd = 1 / sqrt(meanSquare)',
    'xhat[i] = x[i] * rstd',
  ]);
});

test('of the first lines only, names of later lines are not among them', () => {
  expect(said('layer-norm-dx', 1).join('; ')).not.toContain('g[i]');
  expect(said('layer-norm-dx', 3).join('; ')).toContain('g[i] = gamma[i] * dy[i]');
});

test('each axis has an index of its own, and what is restricted says to what', () => {
  expect(said('weight-decay-equilibrium')).toContain('lambda positive');
  expect(said('scale-invariance-gradient')).toContain('A[i, j] real');
});

test('in the whole library every name that is used is named, and is used', () => {
  for (const one of Object.values(derivations)) {
    const names = namesIn(one);
    expect(names.length).toBeGreaterThan(0);
    const known = { ...one.letters.variables, ...one.letters.definitions };
    const plain = Object.keys(known).map((name) => name.replace(/\[.*/, ''));
    expect(names.filter(({ name }) => !plain.includes(name.name))).toEqual([]);
    expect(new Set(names.map(({ name }) => name.name)).size).toBe(names.length);
  }
});
