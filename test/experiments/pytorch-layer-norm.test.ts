import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pytorchLayerNorm } from '../../src/experiments/index.js';

type Packed = readonly [readonly number[], readonly number[]];
interface Case {
  readonly id: string;
  readonly op: string;
  readonly attrs: { readonly eps: number };
  readonly in: Readonly<Record<string, Packed>>;
  readonly out: Readonly<Record<string, Packed>>;
  readonly gy: Readonly<Record<string, Packed>>;
  readonly grad: Readonly<Record<string, Packed>>;
  readonly tol: number;
}

const file = path.join(__dirname, '..', 'golden', 'layer-norm.json');
const { torch, dtype, cases } = JSON.parse(readFileSync(file, 'utf8')) as {
  torch: string;
  dtype: string;
  cases: Case[];
};
const packed = (values: readonly (readonly number[])[]): Packed => [
  [values.length, values[0].length],
  values.flat(),
];
const packedRow = (values: readonly number[]): Packed => [[values.length], values];

test('the numbers are those of the golden file, which says where it is from', () => {
  expect([torch, dtype]).toEqual(['2.13.0+cpu', 'float64']);
  for (const one of pytorchLayerNorm) {
    expect(cases.find(({ id }) => id === one.name)).toEqual({
      id: one.name,
      op: 'layer_norm',
      attrs: { eps: one.eps },
      in: { x: packed(one.x), g: packedRow(one.gamma), b: packedRow(one.beta) },
      out: { y: packed(one.y) },
      gy: { y: packed(one.dy) },
      grad: { x: packed(one.dx), g: packedRow(one.dgamma), b: packedRow(one.dbeta) },
      tol: one.tolerance,
    });
  }
});

test('γ is never 1, β never 0, and no cotangent is 1 everywhere', () => {
  for (const { gamma, beta, dy } of pytorchLayerNorm) {
    expect(gamma.filter((one) => one === 1)).toEqual([]);
    expect(beta.filter((one) => one === 0)).toEqual([]);
    expect(dy.flat().every((one) => one === 1)).toBe(false);
  }
});
