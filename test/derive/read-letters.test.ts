import type { Letters } from '../../src/derive/derivation.js';
import { alphabetOf } from '../../src/derive/read-letters.js';
import { derive } from './derive.js';
import { letters } from './lines.js';

const small: Letters = { sizes: { C: [2, 3] }, indices: { i: 'C', j: 'C' }, variables: { x: 'C' } };

test('a variable has axes and a domain, in any order', () => {
  const { variables } = alphabetOf({
    ...small,
    sizes: { N: [2], C: [3] },
    variables: {
      a: 'number',
      b: 'number positive',
      c: 'positive',
      d: 'N,C',
      e: 'N, C sum1',
      f: 'C centred',
      g: 'nonzero C',
      h: 'C real',
    },
  });
  expect(Object.fromEntries(variables)).toEqual({
    a: { axes: [], domain: 'real' },
    b: { axes: [], domain: 'positive' },
    c: { axes: [], domain: 'positive' },
    d: { axes: ['N', 'C'], domain: 'real' },
    e: { axes: ['N', 'C'], domain: 'sum1' },
    f: { axes: ['C'], domain: 'centred' },
    g: { axes: ['C'], domain: 'nonzero' },
    h: { axes: ['C'], domain: 'real' },
  });
});

test('a definition has the axes of its letters, and may use those before it', () => {
  const { definitions } = alphabetOf(letters);
  expect([...definitions.keys()]).toEqual(['mu', 'c', 'variance', 'rstd', 'xhat', 'L']);
  expect(definitions.get('mu')).toMatchObject({ letters: [], axes: [] });
  expect(definitions.get('c')).toMatchObject({ letters: ['i'], axes: ['C'] });
  expect(derive.print(definitions.get('c')!.expr)).toBe('x[i] - mu');
  const wide = alphabetOf({ ...letters, definitions: { 's[n, i]': 'X[n, i] + x' } });
  expect(wide.definitions.get('s')).toMatchObject({ letters: ['n', 'i'], axes: ['N', 'C'] });
  expect(derive.print(wide.definitions.get('s')!.expr)).toBe('X[n, i] + x[i]');
});

test('a definition written without indices gets them', () => {
  const { definitions } = alphabetOf({ ...small, definitions: { 'c[i]': 'x - mean(x)' } });
  expect(derive.print(definitions.get('c')!.expr)).toBe('x[i] - mean(j, x[j])');
});

test('letters are read once', () => {
  expect(alphabetOf(letters)).toBe(alphabetOf(letters));
  expect(alphabetOf({ ...small })).not.toBe(alphabetOf({ ...small }));
});

test('each length has six spare letters, but for those that stand for something already', () => {
  const { indices } = alphabetOf({
    ...small,
    variables: { x: 'C', c2: 'number' },
    definitions: { c3: 'c2^2' },
  });
  expect([...indices]).toEqual([
    ['i', 'C'],
    ['j', 'C'],
    ['c1', 'C'],
    ['c4', 'C'],
    ['c5', 'C'],
    ['c6', 'C'],
  ]);
});

test.each<[string, Partial<Letters>, string]>([
  [
    'an axis that is no size',
    { variables: { x: 'D' } },
    'letters: x has an axis D, which is no size. There are C.',
  ],
  [
    'a domain misspelt',
    { variables: { x: 'C positve' } },
    /^letters: x has an axis Cpositve, which is no size/.source,
  ],
  ['an index over no size', { indices: { i: 'D' } }, 'letters: the index i runs over D, which is no size.'],
  [
    'an index named like a variable',
    { indices: { x: 'C' } },
    'letters: x stands for two things. Take another name.',
  ],
  [
    'an index named like a size',
    { indices: { C: 'C' } },
    'letters: C stands for two things. Take another name.',
  ],
  ['a variable named like a size', { variables: { C: 'number' } }, 'letters: C stands for two things.'],
  [
    'a definition named like a variable',
    { definitions: { 'x[i]': '1' } },
    'letters: x stands for two things.',
  ],
  ['a definition named like an index', { definitions: { j: '1' } }, 'letters: j stands for two things.'],
  [
    'a definition of an unknown name',
    { definitions: { s: 'mean(u)' } },
    '"u": there is no u here. There are C, x.',
  ],
  ['a definition that uses a later one', { definitions: { s: 't^2', t: '1' } }, '"t": there is no t here.'],
  [
    'a definition with a free letter',
    { definitions: { s: 'x[i]' } },
    'No sum runs over the index i in "x[i]"',
  ],
  [
    'a definition that cannot be read',
    { definitions: { s: 'mean(x' } },
    'A closing ) is missing at the end.',
  ],
])('%s is refused', (_, wrong, sentence) => {
  const read = (): unknown => alphabetOf({ ...small, ...wrong });
  expect(read).toThrow(sentence.startsWith('^') ? new RegExp(sentence) : sentence);
});
