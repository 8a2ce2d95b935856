import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NDArray, Tensor } from '../../src/index.js';
import type { Library } from './edited-library.js';

type Packed = readonly [shape: number[], data: number[]];
type ByName = Readonly<Record<string, Tensor>>;

interface Case {
  readonly id: string;
  readonly op: string;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly tol: number;
  readonly in: Readonly<Record<string, Packed>>;
  readonly out: Readonly<Record<string, Packed>>;
  readonly gy: Readonly<Record<string, Packed>>;
  readonly grad: Readonly<Record<string, Packed>>;
}

const cases = ['layer-norm.json', 'norms.json', 'weight-norms.json'].flatMap((file) => {
  const text = readFileSync(join(__dirname, '../golden', file), 'utf8');
  return (JSON.parse(text) as { cases: Case[] }).cases;
});

/** Within tolerance · max(1, max|want|), everywhere. */
export function expectClose(got: ArrayLike<number>, want: ArrayLike<number>, tolerance: number): void {
  const size = Math.max(1, ...Array.from(want, Math.abs));
  const error = Math.max(0, ...Array.from(want, (value, i) => Math.abs(value - got[i])));
  expect(got).toHaveLength(want.length);
  expect(error).toBeLessThanOrEqual(tolerance * size);
}

/** Every committed case of an operation: each output, and the gradient of y for each input that has one. */
export function expectAsPyTorch(
  { gradient, ndarray, Tensor }: Library,
  op: string,
  run: (inputs: ByName, attributes: Case['attrs']) => { readonly y: Tensor } & Record<string, NDArray>,
): void {
  const at = ([shape, data]: Packed): Tensor => new Tensor(ndarray(data, shape));
  const found = cases.filter((one) => one.op === op);
  expect(found).not.toEqual([]);
  for (const one of found) {
    const inputs = Object.fromEntries(Object.entries(one.in).map(([name, packed]) => [name, at(packed)]));
    const outputs = run(inputs, one.attrs);
    for (const [name, [, want]] of Object.entries(one.out)) expectClose(outputs[name].data, want, one.tol);
    for (const [name, [, want]] of Object.entries(one.grad))
      expectClose(gradient(outputs.y, [inputs[name]], { dy: at(one.gy.y) })[0].data, want, one.tol);
  }
}

/** What a call is refused with, or 'accepted'. */
export function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return String(error);
  }
  return 'accepted';
}
