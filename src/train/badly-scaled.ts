import { Tensor } from '../autograd/tensor.js';
import type { DType } from '../tensor/dtype.js';
import { pow } from '../tensor/elementary.js';
import { filled } from '../tensor/ndarray.js';
import type { Stream } from '../tensor/random.js';
import type { Examples } from './examples.js';
import { requireCount } from './requirements.js';

/** What the examples are made of. */
export interface BadlyScaledOptions {
  /** Where the centres and the examples come from. */
  readonly random: Stream;
  /** The numbers of an example; 32 unless said otherwise. */
  readonly features?: number;
  /** 10 unless said otherwise. */
  readonly classes?: number;
  /** How far examples lie from their centre, in units of the distance of centres from their mean; 1.5 unless said otherwise. */
  readonly noise?: number;
  readonly dtype?: DType;
}

/**
 * A classification with raw inputs as one finds them: features in different units, none of them centred.
 *
 * Each class has a centre c, drawn once from N(0, 1). An example is x = 3 + scale ⊙ (c + noise · ε), ε from N(0, 1),
 * where the scales of the features run from 0.1 to 10 in equal ratios.
 *
 * @returns The `size` examples of a step: fresh ones for every step, the same whatever was drawn before.
 * @throws {RangeError} if a count is not a whole number from 1.
 * @example
 * const batch = badlyScaled({ random: stream('data', 1) });
 * batch(0, 64).x.shape; // [64, 32]
 */
export function badlyScaled({
  random,
  features = 32,
  classes = 10,
  noise = 1.5,
  dtype = 'float64',
}: BadlyScaledOptions): (step: number, size: number) => Examples {
  requireCount('badlyScaled', { features, classes });
  const scales = Array.from({ length: features }, (_, i) =>
    pow(10, features > 1 ? (2 * i) / (features - 1) - 1 : 0),
  );
  const centres = random.substream('centres').normals([classes, features]).data;
  return (step, size) => {
    const from = random.substream(step);
    const [x, targets] = [filled([size, features], 0, dtype), filled([size], 0)];
    for (let n = 0; n < size; n++) {
      const label = (targets.data[n] = from.integer(classes));
      for (let i = 0; i < features; i++)
        x.data[n * features + i] = 3 + scales[i] * (centres[label * features + i] + noise * from.normal());
    }
    return { x: new Tensor(x), targets };
  };
}
