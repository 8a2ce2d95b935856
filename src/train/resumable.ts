import { checkpoint, restore } from './checkpoint.js';
import type { Checkpoint, Trained } from './checkpoint.js';
import { training } from './training.js';
import type { TrainingOptions, TrainingStep } from './training.js';

/** Where a run is kept. What these do (a file, a browser's storage) is the caller's business. */
export interface Keeping {
  /** What was kept last, or undefined. */
  readonly load: () => Checkpoint | undefined;
  readonly save: (kept: Checkpoint) => void;
  /** A clock, in seconds. */
  readonly now: () => number;
  /** The seconds after which it is kept again; 10 unless said otherwise. */
  readonly every?: number;
}

/**
 * `training` that goes on where it was kept: it is kept now and then, at its end, and when it is left between two steps.
 *
 * @example
 * const weight = new LayerNorm(2);
 * const start = { model: weight, optimizer: new SGD(weight.namedParameters(), { learningRate: 1 }) };
 * let kept: Checkpoint | undefined;
 * const keeping = { load: () => kept, save: (one: Checkpoint) => (kept = one), now: () => 0 };
 * const loss = () => sum(mul(weight.gamma, weight.gamma));
 * for (const { step } of resumable({ ...start, loss, steps: 9 }, keeping)) if (step === 3) break;
 * Array.from(resumable({ ...start, loss, steps: 9 }, keeping), ({ step }) => step); // [4, 5, 6, 7, 8]
 */
export function* resumable(
  { model, ...options }: Omit<TrainingOptions, 'from'> & Trained,
  { load, save, now, every = 10 }: Keeping,
): Generator<TrainingStep, void> {
  const trained = { model, optimizer: options.optimizer };
  const found = load();
  let next = found ? restore(trained, found) : 0;
  let [last, resting] = [now(), false];
  try {
    for (const step of training({ ...options, from: next })) {
      next = step.step + 1;
      if (now() - last >= every) {
        save(checkpoint(trained, next));
        last = now();
      }
      resting = true;
      yield step;
      resting = false;
    }
    resting = true;
  } finally {
    // A step that failed half way has moved running statistics: that is no place to go on from.
    if (resting) save(checkpoint(trained, next));
  }
}
