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
])('pythonHabit leaves TypeScript alone: %j', (line) => {
  expect(pythonHabit(line)).toBeUndefined();
});
