import { Unreadable } from '../../src/derive/errors.js';
import { parse } from '../../src/derive/parse.js';
import { callsIn } from './lines.js';

const said = (text: string): string => {
  try {
    parse(text);
  } catch (error) {
    expect(error).toBeInstanceOf(Unreadable);
    return (error as Error).message;
  }
  return 'read';
};

test('a line becomes a tree, with every digit of its numbers', () => {
  expect(parse('a * -0.1234567890123456789012345678901234567890123456789012345678901234567890')).toEqual({
    kind: 'operation',
    op: '*',
    left: { kind: 'name', name: 'a', at: [] },
    right: {
      kind: 'negative',
      of: {
        kind: 'constant',
        digits: '0.1234567890123456789012345678901234567890123456789012345678901234567890'.replace(/0$/, ''),
      },
    },
  });
  expect(parse('x[i, 3]')).toEqual({ kind: 'name', name: 'x', at: ['i', 3] });
});

test.each([
  ['(a', 'A closing ) is missing at the end.'],
  ['x[i', 'A closing ] is missing at the end.'],
  ['(a]', 'A closing ) is missing at character 3, before "]".'],
  ['a)', 'There is one ) too many at character 2, before ")".'],
  ['x]', 'There is one ] too many at character 2, before "]".'],
  ['a +', 'Something is missing at the end: a name or a number should follow.'],
  ['a * / b', 'Something is missing at character 5, before "/ b": a name or a number should follow.'],
  ['()', 'Something is missing at character 2, before ")": a name or a number should follow.'],
  ['a @ b', 'There is no @ here: a sum of products is sum(a * b).'],
  ['a \\ b', 'The line cannot be read at character 3, before "\\ b". Perhaps a * is missing.'],
  ['a := 2', 'Something is missing at character 4, before "= 2": a name or a number should follow.'],
  ["A'", '"A\'": there is no transpose. Name the indices instead, as in W[j, i].'],
  ['a!', '"a!": the sign ! means nothing here. There are + − * / and ^.'],
  ['a % b', '"a % b": the sign % means nothing here. There are + − * / and ^.'],
  ['a mod b', '"a mod b": the sign mod means nothing here. There are + − * / and ^.'],
  ['a .* b', '"a .* b": the sign .* means nothing here. There are + − * / and ^.'],
  ['a <= b', '"a <= b": the sign <= means nothing here. There are + − * / and ^.'],
  ['a ≥ b', '"a >= b": the sign >= means nothing here. There are + − * / and ^.'],
  ['a and b', '"a and b": the sign and means nothing here. There are + − * / and ^.'],
  ['a < b < c', '"a < b < c" is no formula: write one line of + − * / ^, names and functions.'],
  ['a = b', '"a = b" is no formula: write one line of + − * / ^, names and functions.'],
  ['[a, b]', '"[a, b]" is no formula: write one line of + − * / ^, names and functions.'],
  ['{a: b}', '"{"a": b}" is no formula: write one line of + − * / ^, names and functions.'],
  ['a ? b : c', '"a ? b : c" is no formula: write one line of + − * / ^, names and functions.'],
  ['a\nb', '"a\nb" is no formula: write one line of + − * / ^, names and functions.'],
  ['eye[i, j]', '"eye[i, j]": eye takes round brackets, eye(i, j).'],
  ['sum[dy]', '"sum[dy]": sum takes round brackets, sum(dy).'],
  ['x[0]', '"x[0]": an index is a letter such as i, or a place, and places count from 1.'],
  ['x[1.5]', '"x[1.5]": an index is a letter such as i, or a place, and places count from 1.'],
  ['x[i + 1]', '"x[i + 1]": an index is a letter such as i, or a place, and places count from 1.'],
  ['x[1:2]', '"x[1:2]": an index is a letter such as i, or a place, and places count from 1.'],
  ['x.T', '"x.T": an index is a letter such as i, or a place, and places count from 1.'],
  ['x[i][j]', '"x[i][j]": the indices stand in one pair of brackets, as in x[n, j].'],
  ['(a + b)[i]', '"(a + b)[i]": only a name can have indices, as in x[i].'],
  ['true * a', '"true" is no number.'],
  ['null', '"null" is no number.'],
  ['"abc"', '"abc" is no number.'],
  ['NaN', '"NaN" is no number.'],
  ['Infinity', '"Infinity" is no number.'],
  ['1e400', '"1e+400": numbers between 1e-100 and 1e100 are read, and 0.'],
  ['1e-101', '"1e-101": numbers between 1e-100 and 1e100 are read, and 0.'],
  ['1/C a', '"1 / C a": is all of "C a" below the line? Write the * and brackets.'],
])('%j is told: %s', (text, sentence) => {
  expect(said(text)).toBe(sentence);
});

test('numbers up to the limits are read, without an exponent', () => {
  expect(parse('1e100')).toEqual({ kind: 'constant', digits: `1${'0'.repeat(100)}` });
  expect(parse('1e-100')).toEqual({ kind: 'constant', digits: `0.${'0'.repeat(99)}1` });
  expect(parse('0')).toEqual({ kind: 'constant', digits: '0' });
});

test('a long piece of text is shortened where it is quoted', () => {
  const sentence = said(`(${'a + '.repeat(40)}a)[i]`);
  expect(sentence).toMatch(/^".{57}…": only a name/);
});

test('a line of minus signs is read or refused, but not with an error of the engine', () => {
  expect(said(`${'-'.repeat(1999)}a`)).toMatch(
    /^(read|The line is nested too deeply to be read. Write it flatter.)$/,
  );
});

test.each([
  ['many terms', `a${' + a'.repeat(490)}`],
  ['many powers', `a${'^2'.repeat(990)}`],
  ['many signs', '-'.repeat(1999)],
  ['many digits', '9'.repeat(2000)],
  ['many brackets that do not close', '('.repeat(60) + 'a'],
  ['many indices', `x${'[i]'.repeat(600)}`],
  ['many methods', `x${'.mean()'.repeat(26)}`],
  ['much too many characters', 'a'.repeat(1e6)],
  ['much too many spaces', ' '.repeat(1e6)],
])('%s take little work to read or refuse', (_, text) => {
  expect(callsIn(() => said(text))).toBeLessThan(1e6);
});
