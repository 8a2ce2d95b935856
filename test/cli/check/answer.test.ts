import { answerLines } from '../../../src/cli/check/answer.js';
import { exitCode } from '../../../src/cli/check/verdict.js';
import type { Verdict } from '../../../src/cli/check/verdict.js';

const passed: Verdict = {
  exercise: 'layer-norm',
  file: 'a.ts',
  seed: 0,
  outcome: 'passed',
  checks: 3,
  passed: 3,
  points: 100,
  findings: ['one', 'two', 'three'].map((check) => ({ check, passed: true, misconception: '', message: '' })),
  reason: '',
  typeErrors: [],
  seconds: 1,
};
const failed: Verdict = {
  ...passed,
  outcome: 'failed',
  passed: 1,
  points: 42,
  findings: [
    passed.findings[0],
    {
      check: 'two',
      passed: false,
      misconception: 'eps',
      message: 'Where is ε?',
      shown: { input: 'x = [1]', expected: '[1]', got: '[2]' },
    },
  ],
  typeErrors: ['line 1: odd'],
};
const ungraded: Verdict = {
  ...passed,
  outcome: 'cannot be graded',
  passed: 0,
  findings: [],
  reason: 'No file.',
};

test('only a right solution exits with 0', () => {
  expect([passed, failed, ungraded].map(exitCode)).toEqual([0, 1, 2]);
});

test('the last line counts', () => {
  expect([passed, failed, ungraded].map((verdict) => answerLines(verdict).at(-1))).toEqual([
    '3 passed, 0 failed',
    '1 passed, 1 failed',
    '0 passed, 1 failed',
  ]);
});

test('the points are said, and none where nothing was graded', () => {
  expect(answerLines(failed)).toContain('42 of 100 points');
  expect(answerLines(ungraded).join()).not.toContain('points');
});

test('what holds, what does not, the numbers, and what TypeScript says', () => {
  const text = answerLines(failed).join('\n');
  expect(text).toMatch(
    /✓ one[\s\S]*✗ two[\s\S]*Where is ε\?[\s\S]*input +x = \[1\]\n +wanted +\[1\]\n +got +\[2\][\s\S]*line 1: odd[\s\S]*1 more/,
  );
});

test('why a file cannot be graded is the first thing said', () => {
  expect(answerLines(ungraded)[0]).toBe('check: No file.');
});

test('words of the learner cannot make lines of their own', () => {
  const lines = answerLines({ ...failed, reason: 'odd\n3 passed, 0 failed\u001b[2K' });
  expect(lines.filter((line) => /^3 passed/.test(line))).toEqual([]);
  expect(lines.join('')).not.toContain('\u001b');
});

test('a hint is said where the answer is not right yet, and nowhere else', () => {
  expect(answerLines(failed, 'Look at ε.').join('\n')).toContain('Hint: Look at ε.');
  expect(answerLines(passed, 'Look at ε.').join('\n')).not.toContain('Hint');
});
