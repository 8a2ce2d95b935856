/** The numbers that show a mistake, in one line each. */
import { Tensor } from '../autograd/tensor.js';
import { formatNumber } from '../tensor/format.js';
import { formatShape, sameShape } from '../tensor/shape.js';
import { aligned } from './aligned.js';
import type { Shown } from './exercise.js';

/** Input, expectation and result around the place where they differ most, the last two one under the other. */
export function shown(inputs: readonly unknown[], expected: Tensor, got: Tensor, place = 0): Shown {
  const alike = sameShape(expected.shape, got.shape);
  const C = expected.shape[expected.shape.length - 1] ?? 1;
  const [row, column] = [Math.floor(place / C), place % C];
  const [first, ...rest] = inputs;
  const isLarge = first instanceof Tensor && first.data.length > 12 && sameShape(first.shape, expected.shape);
  const head = isLarge ? `row ${row}: ${list(first.data.subarray(row * C, (row + 1) * C))}` : brief([first]);
  const numbers = alike
    ? aligned('', rowsOf(expected), rowsOf(got), { row, column })
    : { expected: brief([expected]), got: brief([got]) };
  return { input: [head, ...rest.map((x) => brief([x]))].join(', '), ...numbers };
}

function rowsOf(x: Tensor): number[][] {
  const C = x.shape[x.shape.length - 1] ?? 1;
  const rows = C === 0 ? 0 : x.data.length / C;
  return Array.from({ length: rows }, (_, n) => Array.from(x.data.subarray(n * C, (n + 1) * C)));
}

/** Inputs in one line. */
export function brief(inputs: readonly unknown[]): string {
  return inputs
    .map((x) => (x instanceof Tensor ? tensorLine(x) : (JSON.stringify(x) ?? String(x))))
    .join(', ');
}

function tensorLine(x: Tensor): string {
  const C = x.shape[x.shape.length - 1] ?? 1;
  const tag = x.dtype === 'float32' ? 'float32 ' : '';
  if (x.data.length > 12)
    return `a ${tag}tensor ${formatShape(x.shape)}, first row ${list(x.data.subarray(0, C))}`;
  if (x.shape.length === 0) return short(x.data[0]);
  if (x.shape.length === 1) return tag + list(x.data);
  if (x.shape.length > 2 || x.data.length === 0)
    return `${tag}${list(x.data)} of shape ${formatShape(x.shape)}`;
  const rows = Array.from({ length: x.shape[0] }, (_, n) => list(x.data.subarray(n * C, (n + 1) * C)));
  return `${tag}[${rows.join(', ')}]`;
}

function list(data: ArrayLike<number>): string {
  const first = Array.from(data).slice(0, 12);
  const size = Math.max(0, ...first.map(Math.abs).filter(Number.isFinite));
  const numbers = first.map((value) => short(value, size));
  return `[${numbers.join(', ')}${data.length > 12 ? ', …' : ''}]`;
}

/** Whole numbers as they are, others with four digits after the point; a rounding error beside them is 0.0000. */
function short(value: number, size?: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e6 ? String(value) : formatNumber(value, size);
}
