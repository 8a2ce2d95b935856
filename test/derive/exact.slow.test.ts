import { derive } from './derive.js';
import { compared, derivationOf } from './lines.js';

/** How many of some seeds let a line pass. */
const passes = (before: string, after: string, seeds: number): number =>
  Array.from({ length: seeds }, (_, seed) => compared(derive, before, after, { seed })).filter(
    ({ kind }) => kind !== 'fail',
  ).length;

test('with no sign hidden five points are worth more than a hundred bits', () => {
  for (const [before, after] of [
    ['1 / a - 1 / b', '(b - a) / (a * b)'],
    ['exp(a + b)', 'exp(a) * exp(b)'],
    ['D(L, x[j])', 'rstd * (y - mean(y) - xhat * mean(y * xhat))'],
  ]) {
    const { bounds, signs } = compared(derive, before, after);
    expect([signs, bounds.map(({ points }) => points)]).toEqual([0, [5, 5, 5]]);
    for (const { bits } of bounds) expect(bits).toBeGreaterThan(60);
  }
});

test('a higher degree is worth fewer bits', () => {
  const bits = (n: number): number => compared(derive, `a^${n} * a`, `a^${n + 1}`).bounds[0].bits;
  // log₂ of the degree, for each of five points.
  expect(bits(1) - bits(31)).toBe(5 * 4);
});

test('with a sign hidden a point is worth one bit, and twelve points are taken', () => {
  const { bounds, signs } = compared(derive, 'sqrt(p)', 'p / sqrt(p)');
  expect(signs).toBe(1);
  expect(bounds.map(({ points, bits }) => [points, bits])).toEqual([
    [12, 12],
    [12, 12],
    [12, 12],
  ]);
});

test('with more signs hidden a point is worth less, and more points are taken', () => {
  const { bounds, signs } = compared(derive, 'abs(a) * abs(b)', 'abs(b) * abs(a)');
  expect(signs).toBe(2);
  // A point shows the one of four choices with probability ¼: log₂(4/3) = 0.415 bits.
  for (const { points, bits } of bounds) expect([points, bits]).toEqual([29, 12]);
});

test('where too few bits can be had, the line is not called exact', () => {
  const all = (sign: string): string =>
    ['a', 'b', 'x[1]', 'x[2]', 'y[1]', 'y[2]'].map((v) => `abs(${v})`).join(sign);
  expect(compared(derive, all(' * '), `1 * ${all(' * ')}`).kind).toBe('numeric');
});

test('a line that is wrong for one choice of signs only is found out', () => {
  const zero = (...names: string[]): string => names.map((name) => `(abs(${name}) - ${name})`).join(' * ');
  expect(passes('0', zero('a'), 30)).toBe(0);
  expect(passes('0', zero('a', 'b'), 30)).toBe(0);
  expect(passes('0', zero('a', 'b', 'mu'), 20)).toBe(0);
  expect(passes('0', zero('a', 'b', 'mu', 'z'), 20)).toBe(0);
});

test('it is found out as well where the signs are hidden at larger sizes only', () => {
  expect(passes('0', 'prod(k, abs(x[k]) - x[k]) * (C - 2)', 20)).toBe(0);
  expect(passes('0', 'prod(k, abs(x[k]) - x[k]) * (C - 2) * (C - 3)', 20)).toBe(0);
});

test('what was compared before changes no verdict', () => {
  const { checkLines } = derive;
  const right = ['sqrt(p)', 'p / sqrt(p)', 'rstd^2 * (variance + eps)', '1'];
  const kinds = (lines: readonly string[]): unknown =>
    checkLines(derivationOf(lines)).map(({ verdict: { kind, bounds, signs } }) => ({ kind, bounds, signs }));
  const roots = Array.from(
    { length: 15 },
    (_, n) => `sqrt(p * ${(n + 1) * (n + 1)}) + sqrt(variance + ${n} * eps)`,
  );
  const [alone, after] = [kinds(right), kinds([...roots, ...right])];
  expect((after as unknown[]).slice(-2)).toEqual((alone as unknown[]).slice(-2));
});
