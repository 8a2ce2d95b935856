import { csvRows, csvText, harmless } from '../../../../src/cli/check/folder/csv.js';

const rows = [
  ['file', 'message'],
  ['a.ts', 'Is ε inside the root, or "outside"?'],
  ['b, c.ts', 'two\r\nlines\nor three'],
  ['', 'after an empty one'],
];

test('lines end in CR LF, and quotes stand where a comma, a quote or a line end is', () => {
  expect(csvText(rows.slice(0, 2))).toBe(
    '\uFEFFfile,message\r\na.ts,"Is ε inside the root, or ""outside""?"\r\n',
  );
});

test('what was written is read again', () => {
  expect(csvRows(csvText(rows))).toEqual(rows);
});

test('also as a spreadsheet saves it: other line ends, more quotes, no mark, no last line end', () => {
  expect(csvRows('"file","message"\n"a.ts","x ""y"""')).toEqual([
    ['file', 'message'],
    ['a.ts', 'x "y"'],
  ]);
});

test('a text that is no table gives rows all the same', () => {
  expect(csvRows('"open')).toEqual(expect.any(Array));
  expect(csvRows('')).toEqual([]);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('%j is no formula any more', (text) => {
  expect(harmless(text)).toBe(`'${text}`);
});

test('other texts stay as they are', () => {
  expect(harmless('a = b')).toBe('a = b');
});
