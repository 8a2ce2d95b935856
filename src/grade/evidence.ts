/** The numbers that show a mistake, in one line each. */
import { Tensor } from '../autograd/tensor.js';
import { formatNumber } from '../tensor/format.js';
import { formatShape, sameShape } from '../tensor/shape.js';
import type { Shown } from './exercise.js';

/** Input, expectation and result around the place where they differ most. */
export function shown(inputs: readonly unknown[], expected: Tensor, got: Tensor, place = 0): Shown {
  const alike = sameShape(expected.shape, got.shape);
  const row = (x: Tensor): string => {
    const C = x.shape[x.shape.length - 1] ?? 1;
    if (x.data.length <= 12 || !alike) return brief([x]);
    const n = Math.floor(place / C);
    return `row ${n}: ${list(x.data.subarray(n * C, (n + 1) * C))}`;
  };
  const [first, ...rest] = inputs;
  const head =
    first instanceof Tensor && sameShape(first.shape, expected.shape) ? row(first) : brief([first]);
  return { input: [head, ...rest.map((x) => brief([x]))].join(', '), expected: row(expected), got: row(got) };
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
