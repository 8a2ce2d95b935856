import { tensor } from '../../../autograd/index.js';
import type { Tensor } from '../../../autograd/index.js';
import type { WrongVersion } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { apart, normals } from '../damage.js';
import { everyOther, inPieces, keeping, ofTheLibrary, overN } from './layers.js';
import type { Layer } from './layers.js';

/** Names of the checks. */
export const [believing, refusing, disguises] = [
  'believes layers that keep the variance over n − 1',
  'refuses the variance over n',
  'refuses other corrections',
];

/** Two channels of six numbers each: three samples at two places. */
export const x: Tensor = tensor([
  [
    [1, 4],
    [9, 3],
  ],
  [
    [-2, 6],
    [7, 1],
  ],
  [
    [8, 0],
    [5, -5],
  ],
]);

/** Whether a layer keeps what another one does. */
export const agrees = (
  layer: Layer,
  {
    given = x,
    kept = [2, 5].slice(0, given.shape[1]),
    momentum = 0.3,
    tolerance = 1e-9,
    as = ofTheLibrary,
  }: {
    readonly given?: Tensor;
    readonly kept?: number[];
    readonly momentum?: number;
    readonly tolerance?: number;
    readonly as?: Layer;
  } = {},
): boolean => {
  // Where nothing is kept the right answer is 0: compared beside 1.
  const [got, expected] = [layer(given, kept, momentum), as(given, kept, momentum)];
  return apart([...got, 1], [...expected, 1]) <= tolerance;
};

/** Plausible experiments that do not do. */
export const wrong: readonly WrongVersion<Experiment<Layer>>[] = [
  {
    name: 'the variance over n expected',
    says: 'You expect that the variance over n is kept. That is what the batch is divided by; what is kept is over n − 1, to be right for all data on average.',
    caughtBy: believing,
    candidate: (layer) => agrees(layer, { as: overN }),
  },
  {
    name: 'samples counted, not numbers',
    says: 'You correct by N / (N − 1), the number of samples. n counts all numbers of a channel: samples times positions.',
    caughtBy: believing,
    candidate: (layer) =>
      agrees(layer, {
        as: keeping(({ values, N }) => {
          const mu = values.reduce((total, value) => total + value, 0) / values.length;
          const squares = values.reduce((total, value) => total + (value - mu) * (value - mu), 0);
          return (squares / values.length) * (N / (N - 1));
        }),
      }),
  },
  {
    name: 'the numbers of other channels',
    says: 'You cut x into C pieces, one behind the other, and take each for a channel. x has the shape [N, C, P]: the numbers of a channel are P of the first sample, then P of the next.',
    caughtBy: believing,
    candidate: (layer) => agrees(layer, { as: inPieces }),
  },
  {
    name: 'every C-th number',
    says: 'You take every C-th number of x for a channel. That is so where channels come last; here x has the shape [N, C, P], and the P numbers of a channel stand together.',
    caughtBy: believing,
    candidate: (layer) => agrees(layer, { as: everyOther }),
  },
  {
    name: 'another momentum expected',
    says: 'You expect that the share m of the old is kept. Here m is what is taken up of the batch, and 1 − m of the old is kept.',
    caughtBy: believing,
    candidate: (layer) =>
      agrees(layer, { as: (given, kept, momentum) => ofTheLibrary(given, kept, 1 - momentum) }),
  },
  {
    name: 'the verdict the wrong way round',
    says: 'You say true where the layer differs from what it should keep. true is for layers that keep it.',
    caughtBy: believing,
    candidate: (layer) => !agrees(layer),
  },
  {
    name: 'never true',
    says: 'Your experiment says false whatever the layer keeps. If you compare with ===: two lists never are. If you compare number by number: print what you expect beside what batchNorm of the library keeps.',
    caughtBy: believing,
    candidate: (layer) => (layer(x, [2, 5], 0.3) as unknown) === ofTheLibrary(x, [2, 5], 0.3),
  },
  {
    name: 'many numbers, loosely',
    says: 'Your batch has so many numbers, or you allow so much, that n − 1 counts as n. Take few numbers, and allow 1e-9.',
    caughtBy: refusing,
    candidate: (layer) => agrees(layer, { given: normals('many', [16, 2, 32]), tolerance: 1e-2 }),
  },
  {
    name: 'a tolerance that is too large',
    says: 'You allow a tenth or more, and that is about what n − 1 changes. The two sides are the same sums: allow 1e-9.',
    caughtBy: refusing,
    candidate: (layer) => agrees(layer, { tolerance: 0.2 }),
  },
  {
    name: 'only that it moves',
    says: 'You see that what is kept has moved. So it does with any divisor: say what it should be.',
    caughtBy: refusing,
    candidate: (layer) => layer(x, [2, 5], 0.3).every((value, c) => value > [2, 5][c]),
  },
  {
    name: 'a momentum of 0',
    says: 'Your momentum is 0, so nothing is taken up, whatever was computed. Take one between 0 and 1.',
    caughtBy: refusing,
    candidate: (layer) => agrees(layer, { momentum: 0 }),
  },
  {
    name: 'a momentum of a half',
    says: 'Your momentum is ½, and then it does not matter which of the two shares it is. Take another one.',
    caughtBy: disguises,
    candidate: (layer) => agrees(layer, { momentum: 0.5 }),
  },
  {
    name: 'nothing left of the old',
    says: 'Your momentum is 1, or what you say was kept is 0, so that nothing is left of the old. What is done to it you cannot see.',
    caughtBy: disguises,
    candidate: (layer) => agrees(layer, { momentum: 1 }),
  },
  {
    name: 'one position',
    says: 'Your x has one position for each sample, so that N and n are the same. Take x of shape [N, C, P], with P = 2 or more.',
    caughtBy: disguises,
    candidate: (layer) => agrees(layer, { given: normals('one place', [4, 2, 1], { deviation: 3 }) }),
  },
  {
    name: 'one channel',
    says: 'Your x has one channel, so that nobody sees which numbers are taken together. Take two or more, and let them differ.',
    caughtBy: disguises,
    candidate: (layer) => agrees(layer, { given: normals('one channel', [3, 1, 2], { deviation: 3 }) }),
  },
];
