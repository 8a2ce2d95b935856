import { stoppedBy } from '../../src/grade/stopped.js';

const thrownBy = (f: () => unknown): unknown => {
  try {
    f();
  } catch (error) {
    return error;
  }
  return undefined;
};
const y: number[][] = [[1, 2]];

test('an error is told in its own words', () => {
  expect(stoppedBy(new Error('one row only\nmore'))).toBe(
    'Your function stopped with an error: one row only',
  );
  expect(stoppedBy(thrownBy(() => (y as never as { f(): void }).f()))).not.toContain('row');
});

test('a value put into a row that is not there yet is told where the row is made', () => {
  const words = stoppedBy(thrownBy(() => (y[1][0] = 3)));
  expect(words).toMatch(/\(setting '0'\)\. There is no row at this place yet: .*`y\[i\] = \[\];`\.$/);
  expect(stoppedBy(new Error("cannot set property '0' of undefined (line 3)"))).toContain('`y[i] = [];`');
});

test('a value read from a row that is not there is told which rows there are', () => {
  expect(stoppedBy(thrownBy(() => y[1][0]))).toMatch(/\(reading '0'\)\. .* 0 to `x\.length - 1`/);
  expect(stoppedBy(new Error("cannot read property '1' of undefined"))).toContain('`x.length - 1`');
  expect(stoppedBy(thrownBy(() => (y[1] as never as { mean: number }).mean))).not.toContain('`');
});

test('a function without an end is asked for the call that was meant for another', () => {
  const endless = (): unknown => endless();
  expect(stoppedBy(thrownBy(endless))).toMatch(/^Your function calls itself without end\./);
});
