import { gradient, gradientCheck, mul, numericGradient, sum, Tensor } from '../../../autograd/index.js';
import type { WrongVersion } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { normals } from '../damage.js';
import { near } from '../experiments.js';
import { alike, cotangent, inner, many, manyCotangents, numeric, ofTheLibrary, ones } from './asking.js';
import { overRows, slope, x } from './asking.js';
import type { Layer } from './layers.js';

/** Names of the checks. */
export const [believing, refusing, disguises] = [
  'believes layers whose gradient is that of their numbers',
  'refuses statistics that are taken without recording',
  'refuses half a cut, and a cut by hand',
];

/** Plausible experiments that do not do. */
export const wrong: readonly WrongVersion<Experiment<Layer>>[] = [
  {
    name: 'the gradient of nothing',
    says: 'You ask for the gradient by a tensor that the layer never saw, and get zeros. The tensor you differentiate by must be the one you hand over.',
    caughtBy: believing,
    candidate: (layer) =>
      near(gradient(layer(new Tensor(x)), [x], { dy: cotangent })[0], numeric(layer), 1e-4),
  },
  {
    name: 'more digits than differences have',
    says: 'You ask a numeric gradient for more digits than it has. Central differences are good to about ten at best: allow 1e-6.',
    caughtBy: believing,
    candidate: (layer) => near(slope(layer), numeric(layer), 1e-13),
  },
  {
    name: 'the verdict the wrong way round',
    says: 'You say true where the gradient is off. That is the bug: true is for layers whose gradient is right.',
    caughtBy: believing,
    candidate: (layer) => !near(slope(layer), numeric(layer), 1e-4),
  },
  {
    name: 'only the numbers of the way there',
    says: 'You compare what the layer gives, and that is right to the last digit. The bug is on the way back: compare gradients.',
    caughtBy: refusing,
    candidate: (layer) => near(layer(x), ofTheLibrary(x)),
  },
  {
    name: 'that there is a gradient',
    says: 'You see that a gradient arrives. One does, through x itself; what is missing are the ways through mean and variance. Compare it with differences.',
    caughtBy: refusing,
    candidate: (layer) => slope(layer).data.some((value) => value !== 0),
  },
  {
    name: 'a gradient that points about the same way',
    says: 'You let a gradient pass that is a thousand times too large, as long as it points about the same way. It does so even without the statistics: ask that the two are equal, to six digits.',
    caughtBy: refusing,
    candidate: (layer: Layer): boolean => {
      const [a, n] = [slope(layer), numeric(layer)];
      return inner(a, n) > 0.5 * Math.sqrt(inner(a, a) * inner(n, n));
    },
  },
  {
    name: 'differences on both sides',
    says: 'You compare differences with differences. Both ask only what the layer gives; the way back is never walked. One of the two must come from gradient or backward.',
    caughtBy: refusing,
    candidate: (layer) =>
      near(numeric(layer), numericGradient(layer, [x], { dy: cotangent, step: 1e-4 })[0], 1e-4),
  },
  {
    name: 'a tolerance that is too large',
    says: 'You let a gradient pass that is off by a tenth or more. The larger the batch, the less the cut takes: allow a millionth.',
    caughtBy: refusing,
    candidate: (layer) => near(slope(layer, manyCotangents, many), numeric(layer, manyCotangents, many), 0.5),
  },
  {
    name: 'the sum as the loss',
    says: 'Your loss is the sum of what the layer gives, and that is 0 whatever x is. Its gradient is 0, what you compare is rounding, and half a cut gives 0 too: take a random dy, gradient(y, [x], { dy: dy }).',
    caughtBy: disguises,
    candidate: (layer: Layer): boolean => {
      return alike(slope(layer, ones), numeric(layer, ones));
    },
  },
  {
    name: 'a batch of one row',
    says: 'Your batch has one row. It is its own mean, the answer is 0 whatever it holds, and so is the gradient: nothing is left that could be wrong. Take more rows.',
    caughtBy: disguises,
    candidate: (layer) => gradientCheck(layer, [normals('cut', [1, 3])]).ok,
  },
  {
    name: 'only that columns add up to 0',
    says: 'You see that dx adds up to 0 in each column. The way through the mean does that, and it is there with the variance cut as well: look at the part along x̂ too, or compare number by number.',
    caughtBy: disguises,
    candidate: (layer) => overRows(slope(layer)).every((value) => Math.abs(value) < 1e-6),
  },
  {
    name: 'only the part along x̂',
    says: 'You see that dx has no part along x̂. The way through the variance does that, and it is there with the mean cut as well: look at the sum of each column too, or compare number by number.',
    caughtBy: disguises,
    candidate: (layer) =>
      overRows(mul(slope(layer), ofTheLibrary(x))).every((value) => Math.abs(value) < 1e-3),
  },
  {
    name: 'the sum of squares as the loss',
    says: 'Your loss is the sum of squares, and that is nearly N whatever x is. A way back without the mean gives nearly 0 as well: take a random dy.',
    caughtBy: disguises,
    candidate: (layer: Layer): boolean => {
      const loss = (t: Tensor): Tensor => sum(mul(layer(t), layer(t)));
      const leaf = new Tensor(x);
      return alike(gradient(loss(leaf), [leaf])[0], numericGradient(loss, [x])[0]);
    },
  },
];
