import { layerNorm } from '../../../src/index.js';
import { gradeCandidate, museum } from '../../../src/grade/index.js';
import type { Candidate, exhibits } from '../../../src/grade/index.js';
import { run } from '../versions.js';

const told = (id: 'B16' | 'B17', experiment: Candidate): string | undefined =>
  gradeCandidate(experiment, museum[id] as never, { run }).findings.at(-1)?.misconception;

it('hears that all g are equal, whatever else is kind', () => {
  const asked = (g: number[]) => (line: typeof exhibits.B17.right) =>
    [1, 2, 3, 4].every((k) => {
      const [before, now] = [k - 1, k].map((each) => line(each, [3, -1, 4, 8], g, 0.1));
      return before.every((value, i) => Math.abs(now[i] - value) < 1e-9);
    });
  expect(told('B17', asked([1, 1, 1, 1]))).toBe('g of ones');
  expect(told('B17', asked([1, -2, 0.5, 3]))).toBe('four numbers only');
});

it('hears that a test is handed a slip in ε, but not where the right layer has one', () => {
  type Test = typeof exhibits.B16.right;
  const withEps =
    (of: (eps: number) => number): Parameters<Test>[0] =>
    (x, gamma, beta, eps) =>
      layerNorm({ x, gamma, beta }, { eps: of(eps) });
  const [right, always] = [withEps((eps) => eps), withEps(() => 1e-5)];
  expect(told('B16', (test: Test) => test(right) && !test(always))).toBe('slips of every kind');
  expect(told('B16', (test: Test) => test(always))).not.toBe('slips of every kind');
});
