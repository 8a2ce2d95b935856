import {
  axesOf,
  isNumberName,
  testedSizes,
  typesetAs,
  variablesIn,
  withDefinitions,
} from '../../src/derive/alphabet.js';
import { derive } from './derive.js';
import { letters } from './lines.js';

const { alphabetOf, parse, print } = derive;
const alphabet = alphabetOf(letters);

test('variables and definitions have axes, nothing else has', () => {
  expect(['X', 'a', 'xhat', 'L', 'C', 'i', 'pi', 'toString'].map((name) => axesOf(name, alphabet))).toEqual([
    ['N', 'C'],
    [],
    ['C'],
    [],
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('lengths and π are numbers that need no index', () => {
  expect(['C', 'N', 'pi', 'a', 'i', 'toString'].map((name) => isNumberName(name, alphabet))).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('a name is found by how it is typeset', () => {
  expect([typesetAs('r', alphabet), typesetAs('\\hat{x}', alphabet), typesetAs('s', alphabet)]).toEqual([
    'rstd',
    'xhat',
    undefined,
  ]);
});

test('sizes are tested together, the last value of a shorter list again', () => {
  expect(testedSizes(alphabet)).toEqual([
    { N: 3, C: 2 },
    { N: 2, C: 3 },
    { N: 4, C: 5 },
  ]);
  const one = alphabetOf({ ...letters, sizes: { N: [7], C: [3, 4] } });
  expect(testedSizes(one)).toEqual([
    { N: 7, C: 3 },
    { N: 7, C: 4 },
  ]);
  expect(testedSizes(alphabetOf({ sizes: {}, indices: {}, variables: { a: 'number' } }))).toEqual([{}]);
});

test('what a line depends on is found through its definitions, each of which is looked into once', () => {
  expect([...variablesIn(parse('xhat[i] + a'), alphabet)].sort()).toEqual(['a', 'eps', 'x']);
  expect([...variablesIn(parse('sum(l, y[l] * C * pi)'), alphabet)]).toEqual(['y']);
  expect([...variablesIn(parse('D(a, b)'), alphabet)].sort()).toEqual(['a', 'b']);
  const parts = withDefinitions(parse('rstd * rstd'), alphabet).map(print);
  expect(parts.filter((part) => part === '1 / sqrt(variance + eps)')).toHaveLength(1);
  expect(parts.filter((part) => part === 'rstd')).toHaveLength(2);
});
