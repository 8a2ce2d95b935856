import {
  astype,
  concat,
  gradient,
  gradientCheck,
  ndarray,
  noGrad,
  reshape,
  sizeOf,
  stream,
  Tensor,
} from '../../../src/index.js';
import type { Shape } from '../../../src/index.js';

type Function = (...inputs: Tensor[]) => Tensor;

/** An operation with inputs at which it is smooth, and its values by a formula that shares no code with it. */
export interface Behaviour {
  readonly f: Function;
  readonly inputs: readonly Tensor[];
  /** The value at each place of the output, from the numbers of each input in memory order. */
  readonly want: (...inputs: readonly (readonly number[])[]) => readonly number[];
  readonly shape: Shape;
  /** How far a value may be from `want`, relative to the largest. 0 where the operation is exact. */
  readonly tolerance?: number;
  /** How many float32 roundings may meet in one number of the output. */
  readonly k?: number;
}

/** What every operation promises: its value, its gradients of three orders, both precisions, purity. */
export function behaves({ f, inputs, want, shape, tolerance = 0, k = 1 }: Behaviour): void {
  test('gives the value of the formula', () => {
    const wanted = want(...inputs.map((x) => [...x.data]));
    const y = f(...inputs);
    expect(y.shape).toEqual(shape);
    expect(y.data).toHaveLength(wanted.length);
    expect(largestDifference(y.data, wanted)).toBeLessThanOrEqual(tolerance * sizeOfNumbers(wanted));
  });

  test('has the gradient that differences show, for random cotangents', () => {
    for (const seed of [1, 2, 3]) expect(gradientCheck(f, inputs, { seed })).toMatchObject({ ok: true });
  });

  test('has a gradient of the gradient, and one more', () => {
    const second = gradientOf(f, shape);
    expect(gradientCheck(second, inputs)).toMatchObject({ ok: true });
    const third = gradientOf(second, [inputs.reduce((total, x) => total + x.data.length, 0)]);
    expect(gradientCheck(third, inputs, { tolerance: 1e-6 })).toMatchObject({ ok: true });
  });

  test('computes float32 as float64 that is rounded', () => {
    const single = inputs.map((x) => astype(x, 'float32'));
    const double = single.map((x) => astype(x, 'float64'));
    const dy = new Tensor(stream('float32', 1).normals(shape, { dtype: 'float32' }));
    const [y, wanted] = [f(...single), f(...double)];
    const got = [y, ...gradient(y, single, { dy })];
    const all = [wanted, ...gradient(wanted, double, { dy: astype(dy, 'float64') })];
    got.forEach((tensor, i) => {
      expect(tensor.dtype).toBe('float32');
      const allowed = ((i === 0 ? k : 8 * k) * sizeOfNumbers([...all[i].data])) / 16777216;
      expect(largestDifference(tensor.data, all[i].data)).toBeLessThanOrEqual(allowed);
    });
  });

  test('changes no input, and gives the same when nothing is recorded', () => {
    const before = inputs.map((x) => [...x.data]);
    const y = f(...inputs);
    gradient(y, inputs, { dy: new Tensor(stream('purity', 1).normals(shape)) });
    expect(inputs.map((x) => [...x.data])).toEqual(before);
    const unrecorded = noGrad(() => f(...inputs));
    expect([unrecorded.node, [...unrecorded.data]]).toEqual([undefined, [...y.data]]);
  });
}

/** Promises of an operation that works on each number alone. */
export function worksNumberByNumber(f: (x: Tensor) => Tensor, at: Readonly<Record<string, number>>): void {
  test.each(Object.entries(at))('at %s it gives %p', (x, want) => {
    const y = f(new Tensor(ndarray([Number(x)], [1]))).data[0];
    expect(y).toBe(want);
  });

  test('gives nothing for nothing, and a number for a number', () => {
    expect(f(new Tensor(ndarray([], [0, 3])))).toMatchObject({ shape: [0, 3], data: new Float64Array(0) });
    expect(f(new Tensor(ndarray([1], []))).shape).toEqual([]);
  });
}

/** From the inputs to the gradients of ⟨f, dy⟩, one after another in one row. */
function gradientOf(f: Function, shape: Shape): Function {
  const dy = new Tensor(stream('cotangent', sizeOf(shape)).normals(shape));
  return (...inputs) =>
    concat(
      gradient(f(...inputs), inputs, { dy, createGraph: true }).map((g) => reshape(g, [g.data.length])),
      { axis: 0 },
    );
}

/** Random numbers from a range, the same on each run. */
export function between(low: number, high: number, shape: Shape, name: string = 'inputs'): Tensor {
  const random = stream(name, sizeOf(shape));
  return new Tensor(
    ndarray(
      Array.from({ length: sizeOf(shape) }, () => random.uniform(low, high)),
      shape,
    ),
  );
}

function sizeOfNumbers(numbers: readonly number[]): number {
  return Math.max(1, ...numbers.map(Math.abs));
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Math.max(0, ...Array.from(b, (value, i) => Math.abs(a[i] - value)));
}
