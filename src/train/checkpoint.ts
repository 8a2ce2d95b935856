import type { Module } from '../autograd/module.js';
import { allocate } from '../tensor/dtype.js';
import type { DType } from '../tensor/dtype.js';
import type { NDArray } from '../tensor/ndarray.js';
import type { Shape } from '../tensor/shape.js';
import type { Optimizer } from './optimizer.js';

/** An array as plain JSON. What JSON cannot write as a number stands there as text: "NaN", "Infinity", "-0" … */
export interface PlainArray {
  readonly shape: Shape;
  readonly dtype: DType;
  readonly data: readonly (number | string)[];
}

/** A run between two steps, as plain JSON: written out and read again it goes on with the same bits. */
export interface Checkpoint {
  /** The step that comes next. */
  readonly step: number;
  readonly model: Readonly<Record<string, PlainArray>>;
  readonly optimizer: Readonly<Record<string, PlainArray>>;
}

/** What a run consists of besides its data, which depend on the number of the step alone. */
export interface Trained {
  readonly model: Module;
  readonly optimizer: Optimizer;
}

/**
 * Keeps a run before step `step`: parameters and buffers of the model (running statistics, how many masks a dropout has
 * drawn) and what the optimizer remembers.
 *
 * @example
 * const model = new LayerNorm(2);
 * const optimizer = new Adam(model.namedParameters(), { learningRate: 0.1 });
 * checkpoint({ model, optimizer }, 10).model.gamma.data; // [1, 1]
 */
export function checkpoint({ model, optimizer }: Trained, step: number): Checkpoint {
  return { step, model: plain(model.stateDict()), optimizer: plain(optimizer.stateDict()) };
}

/**
 * Puts a run back to where it was kept, in place.
 *
 * @returns The step that comes next: the `from` of `training`.
 * @throws {RangeError} if the checkpoint is of another model or optimizer.
 * @example
 * const model = new LayerNorm(2);
 * const optimizer = new Adam(model.namedParameters(), { learningRate: 0.1 });
 * const kept = JSON.stringify(checkpoint({ model, optimizer }, 10));
 * restore({ model, optimizer }, JSON.parse(kept)); // 10
 */
export function restore({ model, optimizer }: Trained, kept: Checkpoint): number {
  const before = model.stateDict();
  model.loadStateDict(arrays(kept.model));
  try {
    optimizer.loadStateDict(arrays(kept.optimizer));
  } catch (error) {
    model.loadStateDict(before);
    throw error;
  }
  return kept.step;
}

function plain(state: ReadonlyMap<string, NDArray>): Record<string, PlainArray> {
  return Object.fromEntries(
    [...state].map(([path, { shape, dtype, data }]) => [
      path,
      { shape: [...shape], dtype, data: Array.from(data, written) },
    ]),
  );
}

function written(value: number): number | string {
  return Object.is(value, -0) ? '-0' : Number.isFinite(value) ? value : String(value);
}

function arrays(state: Readonly<Record<string, PlainArray>>): Map<string, NDArray> {
  return new Map(
    Object.entries(state).map(([path, { shape, dtype, data }]) => {
      const stored = allocate(dtype, data.length);
      data.forEach((value, i) => (stored[i] = Number(value)));
      return [path, { shape, dtype, data: stored }];
    }),
  );
}
