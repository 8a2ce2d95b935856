import { add, gradientCheck, mul, tensor } from '../../../autograd/index.js';
import { layerNorm } from '../../../norm/layer-norm.js';
import type { WrongVersion } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { near } from '../experiments.js';
import { centred } from '../layer-norms.js';
import { agrees, allNear, long, meanSquares, rows, short } from './asking.js';
import { besselAndOutside } from './layers.js';
import type { Layer } from './layers.js';

/** Names of the checks. */
export const [believing, refusing, disguises] = [
  'believes layers that divide by √(σ² + ε), σ² over C',
  'refuses C − 1 with ε outside the root',
  'refuses each half of the bug, and other spellings',
];

/** Plausible experiments that do not do. */
export const wrong: readonly WrongVersion<Experiment<Layer>>[] = [
  {
    name: 'the same slip in the check',
    says: 'Your own σ² divides by C − 1, so you accuse the layers that are right. LayerNorm takes the row as it is: C.',
    caughtBy: believing,
    candidate: (layer) => near(layer(rows, 1e-5), besselAndOutside(rows, 1e-5)),
  },
  {
    name: 'never true',
    says: 'Your experiment says false whatever the layer does. Does every arrow with braces have its return, and do you compare numbers? Two tensors are never ===, whatever they hold.',
    caughtBy: believing,
    candidate: (layer) => layer(rows, 1e-5) === layerNorm({ x: rows }),
  },
  {
    name: 'an expectation without ε',
    says: 'You forgot ε: √3, or a mean square of 1, is what comes out without it. Right layers divide by √(σ² + ε), which is a little more than σ. Put ε into what you expect, or allow for it.',
    caughtBy: believing,
    candidate: (layer) => allNear([layer(short, 1e-5).data[0]], Math.sqrt(3), 1e-6),
  },
  {
    name: 'an expectation with another ε',
    says: 'You hand the layer one ε and expect the answer for another. layerNorm takes 1e-5 unless it is told: layerNorm({ x }, { eps }).',
    caughtBy: believing,
    candidate: (layer) => [1e-5, 3].every((eps) => near(layer(rows, eps), layerNorm({ x: rows }))),
  },
  {
    name: 'equal to the last bit',
    says: 'You ask for the same numbers to the last bit. Other right layers add and divide in another order, and their last digits are their own: allow 1e-9.',
    caughtBy: believing,
    candidate: (layer) => [1e-5, 3].every((eps) => agrees(layer, rows, eps, 0)),
  },
  {
    name: 'only a gradient check',
    says: 'A gradient check asks whether the way back belongs to the way there. A layer with C − 1 agrees with itself perfectly, and passes.',
    caughtBy: refusing,
    candidate: (layer) => gradientCheck((x) => layer(x, 1e-5), [rows]).ok,
  },
  {
    name: 'a long row, by eye',
    says: 'In a long row the two counts hardly differ, by a thousandth at 512 numbers, and you allow more than that. Take a short row, where C − 1 shows.',
    caughtBy: refusing,
    candidate: (layer) => agrees(layer, long, 1e-5, 1e-2),
  },
  {
    name: 'only the mean',
    says: 'You look at the mean of the answer. It is 0 whatever one divides by.',
    caughtBy: refusing,
    candidate: (layer) => near(add(centred(layer(rows, 1e-5)), 1), add(layer(rows, 1e-5), 1), 1e-6),
  },
  {
    name: 'only the invariance',
    says: 'You multiply the input and see the same answer. C − 1 cancels in that as C does: look at the size of the answer.',
    caughtBy: refusing,
    candidate: (layer) => near(layer(mul(10, rows), 1e-5), layer(rows, 1e-5), 1e-3),
  },
  {
    name: 'only a constant row',
    says: 'You ask with rows of equal numbers. There the answer is 0 whatever one divides by.',
    caughtBy: refusing,
    candidate: (layer) =>
      allNear(
        [
          ...layer(
            tensor([
              [2, 2, 2],
              [7, 7, 7],
            ]),
            1e-3,
          ).data,
        ],
        0,
        1e-9,
      ),
  },
  {
    name: 'ε too small to be seen',
    says: 'You see C − 1. But your ε is tiny beside σ, so that its place does not show: ask a second time, with an ε as large as the variance.',
    caughtBy: disguises,
    candidate: (layer) => [rows, short].every((x) => allNear(meanSquares(layer(x, 1e-5)), 1, 1e-3)),
  },
  {
    name: 'one length of row',
    says: 'You ask with rows of four numbers only. A layer that has the 4 built in is right there: take another length as well.',
    caughtBy: disguises,
    candidate: (layer) => [1e-5, 0.5].every((eps) => agrees(layer, short, eps)),
  },
  {
    name: 'only a large ε',
    says: 'Your ε hides the count: the larger it is beside the variance, and the longer the rows, the less C − 1 changes. Ask with a small ε as well, and with short rows.',
    caughtBy: disguises,
    candidate: (layer) => [rows, short].every((x) => agrees(layer, x, 1e6, 1e-4)),
  },
];
