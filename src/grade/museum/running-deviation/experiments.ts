import type { Tensor } from '../../../autograd/index.js';
import { tensor } from '../../../autograd/index.js';
import { sum } from '../../arrays/statistics.js';
import type { WrongVersion } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { normals } from '../damage.js';
import { near } from '../experiments.js';
import { following, keepsDeviation, ofTheLibrary, unbiased } from './layers.js';
import type { Layer } from './layers.js';

/** Names of the checks. */
export const [believing, refusing, disguises] = [
  'believes layers that do as BatchNorm does',
  'refuses a running deviation over n − 1, which also divides in training',
  'refuses each half of the bug, and its neighbours',
];

/** Batches of different mean and spread, and an x to use them on. */
export const batches: Tensor[] = [1, 2, 3].map((k) =>
  normals('running', [4, 2], { seed: k, mean: 3 * k - 4, deviation: k * k }),
);
const x: Tensor = normals('running x', [3, 2], { mean: 1, deviation: 3 });

/** Whether a layer answers as another one does: to all, or to some. */
export const agrees = (
  layer: Layer,
  {
    given = batches,
    tolerance = 1e-9,
    as = ofTheLibrary,
    only = () => true,
  }: {
    readonly given?: Tensor[];
    readonly tolerance?: number;
    readonly as?: Layer;
    readonly only?: (k: number) => boolean;
  } = {},
): boolean => {
  const [answers, expected] = [layer(given, x), as(given, x)];
  return expected.every((y, k) => !only(k) || near(answers[k], y, tolerance));
};
const inUse = (k: number): boolean => k === batches.length;
const shifted = ({ shape }: Tensor, seed: number): Tensor => {
  const y = ofTheLibrary([normals('running 0', shape, { seed })], x)[0];
  return tensor(
    Array.from({ length: shape[0] }, (_, n) => [0, 1].map((c) => (seed + 1) * y.data[2 * n + c])),
  );
};

/** Plausible experiments that do not do. */
export const wrong: readonly WrongVersion<Experiment<Layer>>[] = [
  {
    name: 'n − 1 expected in training',
    says: 'You expect a division by the deviation over n − 1 in training. BatchNorm divides a batch by its own σ, over n; n − 1 belongs to what is kept.',
    caughtBy: believing,
    candidate: (layer) =>
      agrees(layer, {
        as: following({
          inTraining: (values) => Math.sqrt(unbiased(values) + 1e-5),
          keeps: unbiased,
          inUse: (kept) => Math.sqrt(kept + 1e-5),
        }),
      }),
  },
  {
    name: 'a variance over n expected to be kept',
    says: 'You expect that the variance over n is kept. BatchNorm keeps the one over n − 1: the kept number should fit all data, not the batch.',
    caughtBy: believing,
    candidate: (layer) =>
      agrees(layer, {
        as: following({
          inTraining: (values) => Math.sqrt((unbiased(values) * (values.length - 1)) / values.length + 1e-5),
          keeps: (values) => (unbiased(values) * (values.length - 1)) / values.length,
          inUse: (kept) => Math.sqrt(kept + 1e-5),
        }),
      }),
  },
  {
    name: 'the lesson believed',
    says: 'You expect what the lesson’s layer does, so you accuse all others. What is right is equations (1) to (4) and (9) to (11): a running variance.',
    caughtBy: believing,
    candidate: (layer) => agrees(layer, { as: keepsDeviation }),
  },
  {
    name: 'the verdict the wrong way round',
    says: 'You say true where the layer differs from BatchNorm. true is for layers that do as it does.',
    caughtBy: believing,
    candidate: (layer) => !agrees(layer),
  },
  {
    name: 'equal to the last bit',
    says: 'You ask for the same numbers to the last bit. Other right layers add in another order: allow 1e-9.',
    caughtBy: believing,
    candidate: (layer) => agrees(layer, { tolerance: 0 }),
  },
  {
    name: 'never true',
    says: 'Your experiment says false whatever the layer gives. If you compare with ===: two lists, or two tensors, never are. If you compare number by number: print what you expect beside what a BatchNorm of the library gives.',
    caughtBy: believing,
    candidate: (layer) => (layer(batches, x) as unknown) === ofTheLibrary(batches, x),
  },
  {
    name: 'shapes only',
    says: 'You look at how many answers there are, or at their shapes. Those are right whatever is kept.',
    caughtBy: refusing,
    candidate: (layer) =>
      layer(batches, x).every((y, k) => y.shape.join() === [...batches, x][k].shape.join()),
  },
  {
    name: 'only the mean',
    says: 'You see that columns add up to 0 in training. They do so whatever they are divided by.',
    caughtBy: refusing,
    candidate: (layer) =>
      batches.every(
        (_, k) => Math.abs(sum([...layer(batches, x)[k].data].filter((__, i) => i % 2 === 0))) < 1e-9,
      ),
  },
  {
    name: 'large batches, loosely',
    says: 'Your batches are so large, or you allow so much, that n − 1 counts as n. Take three or four numbers, and allow 1e-9.',
    caughtBy: refusing,
    candidate: (layer) => agrees(layer, { given: [normals('running many', [512, 2])], tolerance: 1e-2 }),
  },
  {
    name: 'only in training',
    says: 'You look at what it gives in training. What was kept shows in use alone: compare the last answer as well.',
    caughtBy: disguises,
    candidate: (layer) => agrees(layer, { only: (k) => !inUse(k) }),
  },
  {
    name: 'only in use',
    says: 'You look at what it gives in use. What it divides by in training shows in the answers before: compare those as well.',
    caughtBy: disguises,
    candidate: (layer) => agrees(layer, { only: inUse }),
  },
  {
    name: 'the same batch again and again',
    says: 'You train on copies of one batch until nothing changes. Then an average of roots is the root of the average. Take batches of different spread, or a single one.',
    caughtBy: disguises,
    candidate: (layer: Layer): boolean => {
      const given = Array.from({ length: 400 }, () => batches[1]);
      const [answers, expected] = [layer(given, x), ofTheLibrary(given, x)];
      return [0, 400].every((k) => near(answers[k], expected[k], 1e-4));
    },
  },
  {
    name: 'batches of mean 0',
    says: 'Your batches have mean 0, all of them, so that a mean of squares is a variance. Give each a mean of its own.',
    caughtBy: disguises,
    candidate: (layer) => agrees(layer, { given: [0, 1, 2].map((seed) => shifted(batches[0], seed)) }),
  },
];
