import { pythonHabit } from '../../src/kernel/python-habits.js';

test.each([
  ['def double(x):', 'function f'],
  ['f = lambda x: x + 1', '=>'],
  ['# a comment', '//'],
  ['squares = [v * v for v in row]', 'row.map'],
  ['for v in row:', 'for (const v of row)'],
  ['if x > 0:', 'if (x > 0)'],
  ['import numpy as np', "from 'normlab'"],
  ['print(x)', 'console.log'],
  ['n = len(row)', 'row.length'],
  ["  if (n < 2) raise ValueError('one row');", 'throw new Error('],
  ["throw ValueError('one row')", 'throw new Error('],
  ['const c = x[:, 0]', 'x.map((row) => row[0])'],
  ['const c = x[..., 0]', 'x.map((row) => row[0])'],
  ['const c = row[1:]', 'row.slice(1, 3)'],
  ['const c = row[:-1]', 'row.slice(1, 3)'],
  ['const c = row[n - 1:]', 'row.slice(1, 3)'],
  ['const zeros = [0.0] * n', '.fill(0)'],
  ['for (const i, v of enumerate(row)) {', 'row.entries()'],
  ['const on = True', '`true`'],
  ['const both = a and b', '&&'],
])('pythonHabit answers %j', (line, instead) => {
  expect(pythonHabit(line)).toContain(instead);
});

test.each([
  'const x = tensor([1, 2]);',
  'for (const v of row) total += v;',
  "const text = 'for and None';",
  'if (x > 0) {',
  "import { mean } from 'normlab'; // print(x)",
  'const printed = lengthOf(row);',
  'const raised = x[0] * 2;',
  'const v = row[up ? 0 : 1];',
  'const at: { [name: string]: number } = {};',
  'const y = x[i][j], options = { a: row[0], b: 1 };',
  'case row[0]: break;',
  'class ShapeError extends RangeError {}',
])('pythonHabit leaves TypeScript alone: %j', (line) => {
  expect(pythonHabit(line)).toBeUndefined();
});
