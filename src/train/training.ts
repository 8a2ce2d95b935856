import type { Tensor } from '../autograd/tensor.js';
import { ShapeError } from '../tensor/errors.js';
import { clipGradNorm, gradNorm } from './clip-grad-norm.js';
import { zeroGrad } from './optimizer.js';
import type { Optimizer } from './optimizer.js';
import { requireCount } from './requirements.js';
import { constant } from './schedules.js';
import type { Schedule } from './schedules.js';

/** What is trained, and how. */
export interface TrainingOptions {
  /** Holds the parameters and the rate that the schedule multiplies. */
  readonly optimizer: Optimizer;
  /** The loss of step i = 0, 1, …, a single number: the forward pass on that step's batch. */
  readonly loss: (step: number) => Tensor;
  /** The step to stop before. */
  readonly steps: number;
  /** The first step, where a run is taken up again; 0 unless said otherwise. */
  readonly from?: number;
  /** The same rate at every step unless said otherwise. */
  readonly schedule?: Schedule;
  /** The longest joint norm of the gradients; not clipped unless said otherwise. */
  readonly clip?: number;
}

/** What is known after a step. */
export interface TrainingStep {
  readonly step: number;
  /** Before the step was taken. */
  readonly loss: number;
  /** The joint norm of all gradients, before clipping. */
  readonly gradientNorm: number;
  readonly learningRate: number;
}

/**
 * Trains step by step. Between two steps it can be drawn, kept or left: going on later gives the same numbers.
 *
 * The gradients of a step stay on the parameters until the next one begins.
 *
 * @throws {RangeError} if a count is not a whole number.
 * @throws {ShapeError} if the loss is not a single number.
 * @example
 * const weight = tensor([1, 2]);
 * const optimizer = new SGD(new Map([['weight', weight]]), { learningRate: 0.1 });
 * const run = training({ optimizer, steps: 3, loss: () => sum(mul(weight, weight)) });
 * Array.from(run, ({ loss }) => loss); // [5, 3.2, 2.048]
 */
export function* training({
  optimizer,
  loss,
  steps,
  from = 0,
  schedule = constant(),
  clip,
}: TrainingOptions): Generator<TrainingStep, void> {
  requireCount('training', { steps, from }, 0);
  const { parameters } = optimizer;
  for (let step = from; step < steps; step++) {
    zeroGrad(parameters);
    const value = loss(step);
    if (value.data.length !== 1)
      throw new ShapeError('training', 'loss', '[] (a single number)', value.shape);
    value.backward();
    const gradientNorm = clip === undefined ? gradNorm(parameters) : clipGradNorm(parameters, clip);
    const factor = schedule(step);
    optimizer.step(factor);
    yield { step, loss: value.data[0], gradientNorm, learningRate: optimizer.learningRate * factor };
  }
}
