import { stream, Tensor } from '../../src/index.js';
import type { DType, Optimizer } from '../../src/index.js';

export const count = 6;
export const steps = 7;

/** The same start and gradients for every optimizer, rounded to float32 so that both precisions begin alike. */
export function setting(dtype: DType = 'float64'): { parameter: Tensor; gradients: Float32Array[] } {
  const random = stream('optimizers', 1);
  const parameter = Float32Array.from(random.normals([count]).data);
  const gradients = Array.from({ length: steps }, () => Float32Array.from(random.normals([count]).data));
  const data = dtype === 'float32' ? parameter : Float64Array.from(parameter);
  return { parameter: new Tensor({ data, shape: [count], dtype }), gradients };
}

/** The parameter after every step. */
export function path(
  make: (parameters: ReadonlyMap<string, Tensor>) => Optimizer,
  dtype: DType = 'float64',
): number[][] {
  const { parameter, gradients } = setting(dtype);
  const optimizer = make(new Map([['p', parameter]]));
  return gradients.map((gradient) => {
    const data = dtype === 'float32' ? gradient : Float64Array.from(gradient);
    parameter.grad = new Tensor({ data, shape: [count], dtype });
    optimizer.step();
    return [...parameter.data];
  });
}

/** The largest distance between two paths. */
export function distance(a: readonly number[][], b: readonly number[][]): number {
  return Math.max(...a.flatMap((row, t) => row.map((value, i) => Math.abs(value - b[t][i]))));
}

/** Σ decay^(t − k) · values[k] over k = 0 … t, written out. */
export function fading(values: readonly number[], decay: number): number {
  return values.reduce((sum, value, k) => sum + Math.pow(decay, values.length - 1 - k) * value, 0);
}

/** The path of each number on its own, by a rule that sees all gradients so far and where it stands. */
export function byRule(
  rule: (gradients: readonly number[], p: number) => number,
  weightDecay = 0,
): number[][] {
  const { parameter, gradients } = setting();
  const now = [...parameter.data];
  const seen = now.map((): number[] => []);
  return gradients.map((gradient) =>
    now.map((p, i) => {
      seen[i].push(gradient[i] + weightDecay * p);
      return (now[i] = rule(seen[i], p));
    }),
  );
}
