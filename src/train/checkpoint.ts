import type { Module } from '../autograd/module.js';
import { plainState, stateOf } from '../nn/state-dict/plain.js';
import type { PlainState } from '../nn/state-dict/plain.js';
import type { Optimizer } from './optimizer.js';

/** A run between two steps, as plain JSON: written out and read again it goes on with the same bits. */
export interface Checkpoint {
  /** The step that comes next. */
  readonly step: number;
  readonly model: PlainState;
  readonly optimizer: PlainState;
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
  return { step, model: plainState(model.stateDict()), optimizer: plainState(optimizer.stateDict()) };
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
  model.loadStateDict(stateOf(kept.model));
  try {
    optimizer.loadStateDict(stateOf(kept.optimizer));
  } catch (error) {
    model.loadStateDict(before);
    throw error;
  }
  return kept.step;
}
