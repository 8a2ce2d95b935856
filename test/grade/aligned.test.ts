import { aligned } from '../../src/grade/aligned.js';

const whole = { row: 0, column: 0 };

describe('wanted and got, aligned', () => {
  it('stand one under the other, with four digits or as many as tell them apart', () => {
    expect(aligned('', [[1.5, -20]], [[1.25, 3]], whole)).toEqual({
      expected: '[1.5000,    -20]',
      got: '[1.2500,      3]',
    });
    expect(aligned('dx', [[0.1]], [[0.1 + 1e-9]], whole)).toEqual({
      expected: 'dx = [0.1000000000]',
      got: 'dx = [0.1000000010]',
    });
  });

  it('show the row that matters of a large table, and the columns around the place', () => {
    const table = Array.from({ length: 3 }, (_, n) => Array.from({ length: 30 }, (_, c) => 100 * n + c));
    const { expected } = aligned('', table, table, { row: 2, column: 20 });
    expect(expected).toMatch(/^row 2 from column 18: \[218, 219, 220,/);
  });

  it('show what is there where the shapes differ', () => {
    expect(aligned('', [[1, 2]], [[1], [2]], whole)).toEqual({ expected: '[1, 2]', got: '[[1], [2]]' });
  });

  it('show a rounding error beside larger numbers as nothing', () => {
    expect(aligned('', [[1, 0]], [[2, 1e-17]], whole)).toEqual({ expected: '[1, 0]', got: '[2, 0]' });
  });
});
