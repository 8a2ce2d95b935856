import { eigenvalues } from '../../src/plot/eigenvalues.js';

const close = (got: readonly number[], wanted: readonly number[]): void =>
  wanted.forEach((value, i) => expect(got[i]).toBeCloseTo(value, 12));

it('finds those of small matrices that are known', () => {
  close(
    eigenvalues([
      [2, 1],
      [1, 2],
    ]),
    [1, 3],
  );
  expect(eigenvalues([[7]])).toEqual([7]);
  expect(
    eigenvalues([
      [3, 0],
      [0, -1],
    ]),
  ).toEqual([-1, 3]);
});

it('finds those of a chain of springs, 2 − 2 cos(kπ/(n + 1))', () => {
  const n = 9;
  const chain = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => (i === j ? 2 : Math.abs(i - j) === 1 ? -1 : 0)),
  );
  close(
    eigenvalues(chain),
    Array.from({ length: n }, (_, k) => 2 - 2 * Math.cos(((k + 1) * Math.PI) / (n + 1))),
  );
});

it('leaves the matrix it is given as it was', () => {
  const matrix = [
    [2, 1],
    [1, 2],
  ];
  eigenvalues(matrix);
  expect(matrix).toEqual([
    [2, 1],
    [1, 2],
  ]);
});
