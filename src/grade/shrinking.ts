import { Tensor } from '../autograd/tensor.js';
import { slice } from '../autograd/ops/slice.js';

/**
 * A smaller input that still shows a mistake: shorter axes, rounder numbers. Axes that are as long in several tensors, counted
 * from the end, are taken for the same axis, as they are where tensors meet.
 *
 * @param fails Whether the mistake still shows.
 */
export function smaller<A extends readonly unknown[]>(inputs: A, fails: (inputs: A) => boolean): A {
  let best = inputs;
  for (let axis = -rankOf(inputs); axis < 0; axis++) best = shorter(best, axis, fails);
  const rounded = [1, 10, 100]
    .map((unit) => changed(best, (x) => like(x, (value) => Math.round(value * unit) / unit)))
    .filter((less) => asTelling(less, best));
  return rounded.find(fails) ?? best;
}

/** Halves an axis as often as the mistake shows; the last one keeps three entries: centred, two are always opposites. */
function shorter<A extends readonly unknown[]>(inputs: A, axis: number, fails: (inputs: A) => boolean): A {
  const least = axis === -1 ? 3 : 1;
  let best = inputs;
  for (let length = lengthOf(best, axis); length > least; length = lengthOf(best, axis)) {
    const half = Math.max(least, Math.ceil(length / 2));
    const found = [0, length - half]
      .map((start) =>
        changed(best, (x) =>
          x.shape.at(axis) === length ? slice(x, { axis, start, end: start + half }) : x,
        ),
      )
      .find(fails);
    if (found === undefined) return best;
    best = found;
  }
  return best;
}

const tensorsOf = (inputs: readonly unknown[]): Tensor[] => inputs.filter((x) => x instanceof Tensor);
const rankOf = (inputs: readonly unknown[]): number =>
  Math.max(0, ...tensorsOf(inputs).map(({ shape }) => shape.length));
const lengthOf = (inputs: readonly unknown[], axis: number): number =>
  Math.max(0, ...tensorsOf(inputs).map(({ shape }) => shape.at(axis) ?? 0));

function changed<A extends readonly unknown[]>(inputs: A, change: (x: Tensor) => Tensor): A {
  return inputs.map((x) => (x instanceof Tensor ? change(x) : x)) as unknown as A;
}

/** Whether rounding made no number 0, and no two numbers of a tensor the same. */
function asTelling(rounded: readonly unknown[], exact: readonly unknown[]): boolean {
  const before = tensorsOf(exact);
  return tensorsOf(rounded).every(({ data }, i) => {
    const isNewZero = data.some((value, k) => value === 0 && before[i].data[k] !== 0);
    return !isNewZero && new Set(data).size === new Set(before[i].data).size;
  });
}

function like(x: Tensor, f: (value: number) => number): Tensor {
  return new Tensor({ shape: x.shape, dtype: x.dtype, data: x.data.map(f) });
}
