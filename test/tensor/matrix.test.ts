import fc from 'fast-check';
import { stream } from '../../src/index.js';
import { matrix, multiply, transposed } from '../../src/tensor/matrix.js';
import type { Matrix } from '../../src/tensor/matrix.js';

/** a [m, k] · b [k, n] by its definition: each sum from its first term to its last. */
function byDefinition(a: number[], b: number[], k: number, n: number): number[] {
  return Array.from({ length: (a.length / k) * n }, (_, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    let sum = 0;
    for (let p = 0; p < k; p++) sum += a[i * k + p] * b[p * n + j];
    return sum;
  });
}

const lengths = fc.integer({ min: 1, max: 11 });

test('the product has the bits of its definition, whatever the sizes and whichever side is turned', () => {
  fc.assert(
    fc.property(lengths, lengths, lengths, fc.integer(), (m, k, n, seed) => {
      const random = stream('matrix', seed);
      const [a, b] = [random.normals([m * k]).data, random.normals([k * n]).data];
      const want = byDefinition([...a], [...b], k, n);
      const turned = (x: Iterable<number>, rows: number, columns: number): Float64Array =>
        Float64Array.from(
          { length: rows * columns },
          (_, at) => [...x][(at % rows) * columns + Math.floor(at / rows)],
        );
      const ways = [
        [matrix(a, k), matrix(b, n)],
        [transposed(matrix(turned(a, m, k), m)), matrix(b, n)],
        [matrix(a, k), transposed(matrix(turned(b, k, n), k))],
      ];
      for (const [left, right] of ways) {
        const y = new Float64Array(m * n);
        multiply(left, right, matrix(y, n), { m, k, n });
        expect([...y]).toEqual(want);
      }
    }),
    { numRuns: 60 },
  );
});

test('a product goes where it is told and nowhere else', () => {
  const y = new Float64Array(9).fill(7);
  multiply(matrix(Float64Array.of(1, 2), 1), matrix(Float64Array.of(10), 1), matrix(y, 1, 3), {
    m: 2,
    k: 1,
    n: 1,
  });
  expect([...y]).toEqual([7, 7, 7, 10, 20, 7, 7, 7, 7]);
});

test.each(['nothing', 'a', 'b'])(
  'a large product has the bits of its definition as well, turned: %s',
  (turned) => {
    const [m, k, n] = [34, 130, 64];
    const random = stream('large matrix', 1);
    const [a, b] = [random.normals([m * k]).data, random.normals([k * n]).data];
    const stored = (x: ArrayLike<number>, rows: number, columns: number): Matrix => {
      const other = { length: rows * columns };
      return transposed(
        matrix(
          Float64Array.from(other, (_, at) => x[(at % rows) * columns + Math.floor(at / rows)]),
          rows,
        ),
      );
    };
    const left = turned === 'a' ? stored(a, m, k) : matrix(a, k);
    const right = turned === 'b' ? stored(b, k, n) : matrix(b, n);
    const y = new Float64Array(m * n + 3).fill(7);
    multiply(left, right, matrix(y, n, 2), { m, k, n });
    expect([...y]).toEqual([7, 7, ...byDefinition([...a], [...b], k, n), 7]);
  },
);

test('a large product of float32 is summed in float64 and rounded once', () => {
  const [m, k, n] = [16, 128, 64];
  const random = stream('large matrix, float32', 1);
  const [a, b] = [
    Float32Array.from(random.normals([m * k]).data),
    Float32Array.from(random.normals([k * n]).data),
  ];
  const y = new Float32Array(m * n);
  multiply(matrix(a, k), matrix(b, n), matrix(y, n), { m, k, n });
  expect([...y]).toEqual([...Float32Array.from(byDefinition([...a], [...b], k, n))]);
});
