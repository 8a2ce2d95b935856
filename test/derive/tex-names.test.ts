import { alphabetOf } from '../../src/derive/read-letters.js';
import { isOneSign, texOfIndices, texOfName } from '../../src/derive/tex-names.js';

const alphabet = alphabetOf({
  sizes: { C: [2, 3] },
  indices: { i: 'C', j: 'C' },
  variables: { x: 'C', weight: 'C', best: 'number', dc: 'C' },
  tex: { best: 'h_0', dc: 'dc' },
});
const tex = (name: string): string => texOfName(name, [], alphabet);

test.each([
  ['x', 'x'],
  ['gamma', '\\gamma'],
  ['eps', '\\varepsilon'],
  ['rstd', 'r'],
  ['variance', '\\sigma^2'],
  ['xhat', '\\hat{x}'],
  ['dx', '{dx}'],
  ['dgamma', '{d\\gamma}'],
  ['dxhat', '{d\\hat{x}}'],
  ['dvariance', '{d\\sigma^2}'],
  ['dweight', '{d\\mathrm{weight}}'],
  ['deviation', '\\mathrm{deviation}'],
  ['runningMean', '\\mathrm{runningMean}'],
  ['x1', 'x_{1}'],
  ['best', 'h_0'],
  ['dc', '{dc}'],
  ['C', 'C'],
  ['pi', '\\pi'],
])('%s is typeset as %s', (name, expected) => {
  expect(tex(name)).toBe(expected);
});

test('a name gets its indices below, also one that has a subscript of its own', () => {
  expect(texOfName('x', ['i', 'j'], alphabet)).toBe('x_{ij}');
  expect(texOfName('best', ['i'], alphabet)).toBe('{h_0}_{i}');
});

test('indices stand side by side, with a comma where one is longer than a sign', () => {
  expect(texOfIndices(['i', 2])).toBe('i2');
  expect(texOfIndices(['i', 'c1'])).toBe('i, c_{1}');
  expect(texOfIndices([12, 'j'])).toBe('12, j');
});

test('a power can be put at one sign only', () => {
  for (const one of ['x', '\\gamma', '\\hat{x}', '\\mathrm{out}']) expect(isOneSign(one)).toBe(true);
  for (const more of ['{dx}', "f'", '\\sigma^2', 'h_0', 'f(x+h)', 'd\\mathrm{out}'])
    expect(isOneSign(more)).toBe(false);
});
