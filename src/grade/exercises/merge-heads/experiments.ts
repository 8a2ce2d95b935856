import { reshape } from '../../../autograd/ops/reshape.js';
import { Tensor, tensor } from '../../../autograd/tensor.js';
import { stream } from '../../../tensor/random.js';
import type { Shape } from '../../../tensor/shape.js';
import { sameShape } from '../../../tensor/shape.js';
import type { RightVersion, WrongVersion } from '../../exercise.js';
import { mergeHeads } from './layers.js';
import type { Merge, MergeExperiment } from './layers.js';

/** What the checks are called. */
export const checkNames = {
  right: 'believes merges that are right',
  found: 'refuses a reshape alone',
  others: 'refuses other orders of the same numbers',
} as const;

const counted = (shape: Shape): Tensor =>
  new Tensor({
    shape,
    dtype: 'float64',
    data: Float64Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => i + 1),
  });
const same = (a: Tensor, b: Tensor): boolean =>
  sameShape(a.shape, b.shape) && a.data.every((value, i) => value === b.data[i]);
const rightAt = (merge: Merge, shape: Shape): boolean =>
  same(merge(counted(shape)), mergeHeads(counted(shape)));

/** Two sentences of two words, two heads of two features. */
const smallest = [2, 2, 2, 2];

/** Experiments that tell all of them, each in its own way. */
export const rightExperiments: readonly RightVersion<MergeExperiment>[] = [
  {
    name: 'two words by hand',
    candidate: (merge: Merge): boolean => {
      const y = merge(
        tensor([
          [
            [
              [1, 2],
              [3, 4],
            ],
            [
              [5, 6],
              [7, 8],
            ],
          ],
          [
            [
              [9, 10],
              [11, 12],
            ],
            [
              [13, 14],
              [15, 16],
            ],
          ],
        ]),
      );
      return [1, 2, 5, 6, 3, 4, 7, 8, 9, 10, 13, 14, 11, 12, 15, 16].every((value, i) => y.data[i] === value);
    },
  },
  { name: 'beside a right one', candidate: (merge) => rightAt(merge, [2, 3, 4, 5]) },
  {
    name: 'every entry by its place',
    candidate: (merge: Merge): boolean => {
      const [B, H, T, D] = [2, 3, 2, 2];
      const x = counted([B, H, T, D]);
      const y = merge(x);
      let isRight = true;
      for (let b = 0; b < B; b++)
        for (let h = 0; h < H; h++)
          for (let t = 0; t < T; t++)
            for (let d = 0; d < D; d++)
              isRight &&= y.data[(b * T + t) * H * D + h * D + d] === x.data[((b * H + h) * T + t) * D + d];
      return isRight;
    },
  },
  {
    name: 'one number lit at a time',
    candidate: (merge) =>
      counted(smallest).data.every((_, lit) => {
        const x = counted(smallest);
        x.data.forEach((__, i) => (x.data[i] = i === lit ? 1 : 0));
        return same(merge(x), mergeHeads(x));
      }),
  },
];

const noise = (shape: Shape): Tensor => new Tensor(stream('merge heads', 1).normals(shape));
const total = ({ data }: Tensor): number => data.reduce((a, b) => a + b, 0);

/** Experiments that do not do. */
export const wrongExperiments: readonly WrongVersion<MergeExperiment>[] = [
  {
    name: 'what a reshape gives',
    says: 'You expect what a reshape alone would give, which is the bug. In memory the words of head 0 come first, then those of head 1: the answer should hold all heads of word 0 first.',
    caughtBy: checkNames.right,
    candidate: (merge) => same(merge(counted(smallest)), reshape(counted(smallest), [2, 2, 4])),
  },
  {
    name: 'the verdict the wrong way round',
    says: 'You say true of the wrong ones and false of the right ones. true is for a merge that is right.',
    caughtBy: checkNames.right,
    candidate: (merge) => !rightAt(merge, smallest),
  },
  {
    name: 'never true',
    says: 'Your experiment refuses every merge. Do you compare numbers? Two tensors are never ===, whatever they hold: compare their data, place by place.',
    caughtBy: checkNames.right,
    candidate: (merge) => merge(counted(smallest)).shape.length === 4,
  },
  {
    name: 'shape only',
    says: 'You look at the shape. It is right in all of them; what is wrong is which number stands where.',
    caughtBy: checkNames.found,
    candidate: (merge) => sameShape(merge(noise([2, 2, 3, 2])).shape, [2, 3, 4]),
  },
  {
    name: 'the sum of all numbers',
    says: 'You compare sums. Every order of the same numbers has the same sum: compare place by place.',
    caughtBy: checkNames.found,
    candidate: (merge: Merge): boolean => {
      const x = noise(smallest);
      return Math.abs(total(merge(x)) - total(x)) < 1e-9;
    },
  },
  {
    name: 'equal numbers',
    says: 'Every order of the numbers that you hand over gets true. Either they are all equal, or what you compare does not depend on their order, as a mean does not. Let them all differ, and compare place by place.',
    caughtBy: checkNames.found,
    candidate: (merge) =>
      merge(
        tensor([
          [
            [
              [3, 3],
              [3, 3],
            ],
            [
              [3, 3],
              [3, 3],
            ],
          ],
        ]),
      ).data.every((value) => value === 3),
  },
  {
    name: 'one word',
    says: 'You take one word. Then there is nothing to exchange, and a reshape alone is right: take two.',
    caughtBy: checkNames.found,
    candidate: (merge) => rightAt(merge, [2, 2, 1, 2]),
  },
  {
    name: 'one head',
    says: 'You take one head. Then a reshape alone is right: take two.',
    caughtBy: checkNames.found,
    candidate: (merge) => rightAt(merge, [2, 1, 2, 2]),
  },
  {
    name: 'one feature',
    says: 'Your heads have one feature each, so heads before features and features before heads are the same. Take two.',
    caughtBy: checkNames.others,
    candidate: (merge) => rightAt(merge, [2, 2, 2, 1]),
  },
  {
    name: 'the first word only',
    says: 'You look at the first word only. Look at all of them.',
    caughtBy: checkNames.others,
    candidate: (merge: Merge): boolean => {
      const [y, right] = [merge, mergeHeads].map((f) => f(counted(smallest)));
      return [0, 1, 2, 3, 8, 9, 10, 11].every((i) => y.data[i] === right.data[i]);
    },
  },
  {
    name: 'one sentence',
    says: 'You take one sentence, so nobody can exchange two. Take two, and look at both.',
    caughtBy: checkNames.others,
    candidate: (merge) => rightAt(merge, [1, 2, 2, 2]),
  },
];
