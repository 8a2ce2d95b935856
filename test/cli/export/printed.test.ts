import { numbersIn, printedBy, wordsBetween, wordsOf } from '../../../src/cli/export/printed.js';
import { code, notebookOf, printed, result } from './executed.js';

test('prints and results are one text in order, as if the results had been logged', () => {
  const cell = code('a', '', [printed('one\n'), result({ 'text/plain': 'two' }), printed('three\n')]);
  expect(wordsOf(cell)).toBe('one\ntwo\nthree');
  expect(printedBy(notebookOf(cell, code('b', '')))).toEqual([{ cell: 'a', text: 'one\ntwo\nthree' }]);
});

test('numbers are found as they are written, durations and names are not numbers', () => {
  expect(numbersIn('x1 = -0.0817, 1.5e-23 and [2, 3], 10 %')).toEqual(['-0.0817', '1.5e-23', '2', '3', '10']);
  expect(numbersIn('took 12 ms, 3.4 s or 5 seconds; 7 samples')).toEqual(['7']);
  expect(wordsBetween('mean 0.5 in 3 s')).toBe('mean # in …');
});
