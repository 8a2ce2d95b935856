import { fitting, readDerivation } from '../../src/derive/check.js';
import { derivations } from '../../src/derive/library/index.js';
import { axesNote, lettersNote, notesTo, powerNote } from '../../src/derive/notes.js';

const read = readDerivation(derivations['layer-norm-dbeta']);
const understood = (text: string): ReturnType<typeof fitting> => fitting(text, read.alphabet, read.free);

test('a sum without an axis that ran over two of them is said', () => {
  expect(axesNote('sum(dy)', understood('sum(dy)'))).toContain('axis=0');
});

test('a sum over one axis, or with its letters written, needs no word', () => {
  expect(axesNote('sum(dy, axis=0)', understood('sum(dy, axis=0)'))).toBe('');
  const written = 'sum(n, i, dy[n, i])';
  expect(axesNote(written, understood(written))).toBe('');
});

test('an index that the line before has is named, but not of a plain number', () => {
  const [before] = read.exprs;
  const noteTo = (text: string): string => lettersNote(before, understood(text), read.alphabet);
  expect(noteTo('sum(dy)')).toBe(' The line before has the index j, yours does not.');
  expect(noteTo('0')).toBe('');
  expect(noteTo('sum(dy, axis=0)')).toBe('');
});

test('where the line before has no index any more, none is missing', () => {
  const { exprs, alphabet, free } = readDerivation(derivations['layer-norm-bound']);
  const wrong = fitting('C', alphabet, free);
  expect(lettersNote(exprs[6], wrong, alphabet)).toBe('');
  expect(lettersNote(exprs[0], wrong, alphabet)).toContain('index i');
});

test('a power that is followed by / is said to be halved', () => {
  const { alphabet, free } = readDerivation(derivations['layer-norm-dvariance']);
  const note = (text: string): string => powerNote(fitting(text, alphabet, free));
  for (const text of ['(variance + eps)**-3/2', '-1/2 * (variance + eps)^-3/2 * sum(g * c)'])
    expect(note(text)).toContain('if -3/2 is the power, put it into brackets, ^(-3/2).');
  for (const text of ['rstd^(-3/2)', 'rstd^3 / C', '-1/2 * rstd^3'])
    expect([text, note(text)]).toEqual([text, '']);
});

test('all that there is to add stands in one text', () => {
  expect(notesTo('sum(dy)', read.exprs[0], understood('sum(dy)'), read.alphabet)).toMatch(
    /axis=0.* index j,/,
  );
});
