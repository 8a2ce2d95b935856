interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly string[];
  readonly report: string;
}
interface Module {
  summaryOf(project: string, results: object, code: number, root: string): Outcome;
}
const { summaryOf } = jest.requireActual<Module>('../../environment/gate.mjs');

const run = (tests: object[], code: number, file: object = {}): Outcome =>
  summaryOf(
    'fast',
    { testResults: [{ name: '/srv/a.test.ts', status: 'x', assertionResults: tests, ...file }] },
    code,
    '/srv',
  );

test('each test counts, and a failing one is reported with its name and reason', () => {
  const outcome = run(
    [
      { status: 'passed', fullName: 'a' },
      { status: 'failed', fullName: 'b', failureMessages: ['expected 2\n at node_modules/x'] },
      { status: 'pending', fullName: 'c' },
    ],
    1,
  );
  expect(outcome).toMatchObject({ passed: 1, failed: 1, skipped: ['c'] });
  expect(outcome.report).toBe('b\n    expected 2');
});

test('a file that cannot be loaded is one failure', () => {
  expect(run([], 1, { status: 'failed', message: 'cannot find x' })).toMatchObject({ passed: 0, failed: 1 });
});

test('jest ending with an error is a failure even where every test passed', () => {
  expect(run([{ status: 'passed', fullName: 'a' }], 1)).toMatchObject({ passed: 1, failed: 1 });
});
