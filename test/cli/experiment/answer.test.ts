import { claimLine, failureLines } from '../../../src/cli/experiment/answer.js';

const claim = { id: 'a', text: 'It is large.', threshold: 1e4, value: 17_368.2, holds: true };

test('a claim is one line with its number and its threshold', () => {
  expect(claimLine(claim)).toBe('✓ It is large. Found 17370, threshold 10000.');
  expect(claimLine({ ...claim, threshold: [0.96, 1.04], value: 0.000_123_44, holds: false })).toBe(
    '✗ It is large. Found 1.234e-4, threshold 0.96 to 1.04.',
  );
});

test.each([
  [NaN, 'NaN'],
  [Infinity, 'Infinity'],
  [-Infinity, '-Infinity'],
  [0, '0'],
  [0.25, '0.25'],
  [-1234.56, '-1235'],
  [2e6, '2e+6'],
  [1.5e14, '1.5e+14'],
])('%p is written as %s', (value, words) => {
  expect(claimLine({ ...claim, value })).toContain(`Found ${words},`);
});

test('a reason is said once, with the first run that it stopped', () => {
  const failures = new Map([
    ['no memory.', ['post, seed 1', 'post, seed 2', 'pre, seed 1']],
    ['no luck.', ['pre, seed 2']],
  ]);
  expect(failureLines(failures)).toEqual([
    '✗ The run post, seed 1 and 2 more came to no result: no memory.',
    '✗ The run pre, seed 2 came to no result: no luck.',
  ]);
});
