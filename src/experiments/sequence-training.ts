/** What several experiments share: a small Transformer learns from strings, and is judged on strings it has not seen. */
import { noGrad } from '../autograd/recording.js';
import type { Tensor } from '../autograd/tensor.js';
import { watch } from '../autograd/watch.js';
import type { Call } from '../autograd/watch.js';
import { crossEntropy } from '../nn/cross-entropy.js';
import { log } from '../tensor/elementary.js';
import { Adam } from '../train/adam.js';
import type { Schedule } from '../train/schedules.js';
import type { Sequences, SequenceTask } from '../train/sequences.js';
import { sorting } from '../train/sorting.js';
import { training } from '../train/training.js';
import type { StackOptions } from '../transformer/stack.js';
import { TokenTransformer } from '../transformer/token-transformer.js';
import type { Circumstances, PresetName, Step } from './experiment.js';

/** How a model learns: with Adam, from fresh strings at every step. */
export interface Lessons {
  readonly learningRate: number;
  readonly steps: number;
  /** The strings of a step. */
  readonly batch: number;
  /** The same rate at every step unless said otherwise. */
  readonly schedule?: Schedule;
  /** Adam's β₁ and β₂; 0.9 and 0.98 unless said otherwise. */
  readonly betas?: readonly [number, number];
  /** The longest joint norm of the gradients; not clipped unless said otherwise. */
  readonly clip?: number;
  /** Hears what the modules answer in the last step. */
  readonly lastStep?: (call: Call) => void;
}

/** What became of the model. A diverged one has losses that are infinite or NaN. */
export interface Learned {
  /** Mean cross-entropy, in nats, on the 128 strings that are the same at every step, after the last one. */
  readonly evalLoss: number;
  /** The mean cross-entropy of each step's strings, before the step was taken. */
  readonly lossByStep: readonly number[];
}

/** Trains a model on a task; pauses after every step. */
export function* learned(
  model: TokenTransformer,
  task: SequenceTask,
  { learningRate, steps, batch, betas = [0.9, 0.98], schedule, clip, lastStep }: Lessons,
): Generator<Step, Learned> {
  const lossOf = ({ tokens, targets }: Sequences): Tensor =>
    crossEntropy({ logits: model.forward(tokens), targets });
  const loss = (step: number): Tensor => {
    const stop = lastStep && step === steps - 1 ? watch(model, lastStep) : undefined;
    const value = lossOf(task.batch(step, batch));
    stop?.();
    return value;
  };
  const optimizer = new Adam(model.namedParameters(), { learningRate, betas });
  const run = training({
    ...{ optimizer, loss, steps },
    ...(schedule && { schedule }),
    ...(clip !== undefined && { clip }),
  });
  const lossByStep: number[] = [];
  for (const { step, loss } of run) {
    lossByStep.push(loss);
    yield { done: step + 1, of: steps, now: { loss } };
  }
  return { evalLoss: noGrad(() => lossOf(task.evaluation)).data[0], lossByStep };
}

/** The sizes of the model and of its strings when it learns to sort. */
export const sortingSizes: Readonly<
  Record<PresetName, Readonly<Record<'width' | 'hidden' | 'heads' | 'length' | 'symbols', number>>>
> = {
  notebook: { width: 16, hidden: 32, heads: 2, length: 6, symbols: 6 },
  full: { width: 32, hidden: 64, heads: 4, length: 8, symbols: 8 },
};

/** In words, for what experiments on sorting hold. */
export const sortingHeld =
  'the task (sort a string; fresh strings at every step, 16 of them), the sizes, Xavier’s initial weights and the strings: those of a seed are the same in all arms';

/** The cross-entropy of a model that knows nothing: the logarithm of the number of symbols, in nats. */
export function sortingChance(preset: PresetName): number {
  return log(sortingSizes[preset].symbols);
}

/** What of a model an experiment varies. */
export type Build = Pick<StackOptions, 'depth' | 'placement' | 'norm' | 'qkNorm'>;

/** Trains a Transformer to sort. The seed gives the same strings and the same initial weights whatever is built. */
export function* sortingLearned(
  { preset, dtype, random }: Circumstances,
  build: Build,
  lessons: Omit<Lessons, 'batch'>,
): Generator<Step, Learned> {
  const { length, symbols, ...sizes } = sortingSizes[preset];
  const task = sorting({ length, symbols, random: random('strings') });
  const model = new TokenTransformer({
    ...{ vocabulary: symbols, length, ...sizes, ...build },
    ...{ random: random('weights'), dtype },
  });
  return yield* learned(model, task, { batch: 16, ...lessons });
}
