import {
  add,
  gradient,
  gradientCheck,
  mul,
  numericGradient,
  sum,
  Tensor,
  transpose,
} from '../../../autograd/index.js';
import { layerNorm } from '../../../norm/layer-norm.js';
import type { RightVersion, WrongVersion } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { apart, normals } from '../damage.js';
import { near } from '../experiments.js';
import type { Layer } from './layers.js';

const x = normals('cut', [8, 3], { mean: 1, deviation: 2 });
const cotangent = normals('cut dy', [8, 3]);
const [many, manyCotangents] = [0, 1].map((seed) => normals('cut many', [32, 3], { seed }));
const ofTheLibrary: Layer = (t) => transpose(layerNorm({ x: transpose(t) }));
const slope = (layer: Layer, dy = cotangent, at = x): Tensor => {
  const leaf = new Tensor(at);
  return gradient(layer(leaf), [leaf], { dy })[0];
};
const numeric = (layer: Layer, dy = cotangent, at = x): Tensor => numericGradient(layer, [at], { dy })[0];
const inner = (a: Tensor, b: Tensor): number => a.data.reduce((total, v, i) => total + v * b.data[i], 0);
/** Gradients of a loss that may be 0: compared beside 1. */
const alike = (a: Tensor, b: Tensor): boolean => apart([...a.data, 1], [...b.data, 1]) < 1e-4;

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
    says: 'You ask that the two gradients point about the same way. They do, even without the statistics: ask that they are equal, to six digits.',
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
    name: 'a tolerance of a half',
    says: 'You allow the gradients to differ by half their size. The cut takes less than that in a batch of some size: allow a millionth.',
    caughtBy: refusing,
    candidate: (layer) => near(slope(layer, manyCotangents, many), numeric(layer, manyCotangents, many), 0.5),
  },
  {
    name: 'the sum as the loss',
    says: 'Your loss is the sum of what the layer gives, and that is 0 whatever x is. Its gradient is 0 as well, and half a cut gives 0 too: take a random cotangent.',
    caughtBy: disguises,
    candidate: (layer: Layer): boolean => {
      const ones = new Tensor({ ...x, data: x.data.map(() => 1) });
      return alike(slope(layer, ones), numeric(layer, ones));
    },
  },
  {
    name: 'the sum of squares as the loss',
    says: 'Your loss is the sum of squares, and that is nearly N whatever x is. A way back without the mean gives nearly 0 as well: take a random cotangent.',
    caughtBy: disguises,
    candidate: (layer: Layer): boolean => {
      const loss = (t: Tensor): Tensor => sum(mul(layer(t), layer(t)));
      const leaf = new Tensor(x);
      return alike(gradient(loss(leaf), [leaf])[0], numericGradient(loss, [x])[0]);
    },
  },
];

/** Experiments that do, each in its own way. */
export const right: readonly RightVersion<Experiment<Layer>>[] = [
  { name: 'a gradient check', candidate: (layer) => gradientCheck(layer, [x]).ok },
  { name: 'number by number', candidate: (layer) => near(slope(layer), numeric(layer), 1e-6) },
  {
    name: 'the gradient of the library',
    candidate: (layer) => near(slope(layer), slope(ofTheLibrary), 1e-9),
  },
  {
    name: 'two laws of the right gradient',
    candidate: (layer: Layer): boolean => {
      // A column that is moved or stretched comes out as it was: no slope along ones, none along x̂, but for ε.
      const [dx, y] = [slope(layer), ofTheLibrary(x)];
      return [0, 1, 2].every((c) => {
        const column = [...dx.data].filter((_, i) => i % 3 === c);
        const xhat = [...y.data].filter((_, i) => i % 3 === c);
        const along = column.reduce((total, d, n) => total + d * xhat[n], 0);
        return Math.abs(column.reduce((total, d) => total + d, 0)) < 1e-9 && Math.abs(along) < 1e-3;
      });
    },
  },
  {
    name: 'one step along a direction',
    candidate: (layer: Layer): boolean => {
      const [u, h] = [normals('cut u', [8, 3]), 1e-5];
      const at = (t: number): number => inner(layer(add(x, mul(t, u))), cotangent);
      return Math.abs((at(h) - at(-h)) / (2 * h) - inner(slope(layer), u)) < 1e-6;
    },
  },
];
