import { LayerNorm, layerNorm, tensor } from '../../src/index.js';
import type { Tensor } from '../../src/index.js';

/** One LayerNorm to compute: plain numbers, so that it reaches a browser as JSON. */
export interface Case {
  readonly dtype: 'float32' | 'float64';
  /** [rows, C] */
  readonly x: readonly (readonly number[])[];
  /** [C] */
  readonly gamma: readonly number[];
  readonly beta: readonly number[];
  /** The cotangent, [rows, C] */
  readonly dy: readonly (readonly number[])[];
  readonly eps: number;
}

/** The bits of y, dx, dγ, dβ, and of the class's own y, as hexadecimal digits. */
export function layerNormBits({ dtype, eps, ...numbers }: Case): Record<string, string> {
  const made = (nested: number[] | number[][]): Tensor => tensor(nested, { dtype });
  const x = made(numbers.x.map((row) => [...row]));
  const [gamma, beta] = [made([...numbers.gamma]), made([...numbers.beta])];
  const y = layerNorm({ x, gamma, beta }, { eps });
  y.backward(made(numbers.dy.map((row) => [...row])));
  const layer = new LayerNorm(numbers.gamma.length, { eps, dtype });
  const parts = { y, dx: x.grad, dgamma: gamma.grad, dbeta: beta.grad, layer: layer.forward(x) };
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, hex(part)]));
}

function hex(values: Tensor | undefined): string {
  if (!values) throw new Error('No gradient came back.');
  const bytes = new Uint8Array(Float64Array.from(values.data).buffer);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
