import { Recorder } from '../../../src/grade/sandbox/afresh.js';

type AnyFunction = (...inputs: unknown[]) => unknown;

/** What the last check says of a function that is made anew for each fresh call. */
function verdict(make: () => AnyFunction, calls: readonly unknown[]): string {
  const recorder = new Recorder(make());
  for (const input of calls) recorder.candidate(input);
  try {
    recorder.sameAgain((inputs) => make()(...inputs)).run(recorder.candidate);
    return 'passed';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}

test('a function of its inputs alone passes, whatever it gives', () => {
  expect(verdict(() => (x) => [[x, NaN, -0], { a: true }], [1, 2, 3])).toBe('passed');
});

test('a function that counts its calls is found', () => {
  const make = (): AnyFunction => {
    let n = 0;
    return () => ++n;
  };
  expect(verdict(make, [1, 2])).toMatch(/keep between two calls/);
});

test('a function that changes after fifty calls is found', () => {
  const make = (): AnyFunction => {
    let n = 0;
    return () => ++n > 50;
  };
  expect(verdict(make, [1])).toMatch(/keep between two calls/);
});

test('another order of summation is no other answer, another number is', () => {
  let n = 0;
  expect(verdict(() => () => [1 + (n++ % 2) * 1e-13], [1, 2])).toBe('passed');
  expect(verdict(() => () => [1 + (n++ % 2) * 1e-6], [1, 2])).not.toBe('passed');
});

test('a function that was never called passes', () => {
  expect(verdict(() => () => 1, [])).toBe('passed');
});
