import {
  add,
  definePrimitive,
  detach,
  div,
  mean,
  mul,
  noGrad,
  pow,
  sqrt,
  sub,
  Tensor,
} from '../../../autograd/index.js';
import type { Op } from '../../../autograd/index.js';
import { transpose } from '../../../autograd/index.js';
import { layerNorm } from '../../../norm/layer-norm.js';
import type { Specimen } from '../../judging.js';
import { innocent } from '../experiments.js';

/** BatchNorm in training without γ and β: each column of x, of shape [N, C], by its own mean and variance. */
export type Layer = (x: Tensor) => Tensor;

const eps = 1e-5;
const batch = { axis: 0, keepdims: true } as const;
const variance = (x: Tensor): Tensor => mean(pow(sub(x, mean(x, batch)), 2), batch);
const normalized = (x: Tensor, mu: Tensor, square: Tensor): Tensor => div(sub(x, mu), sqrt(add(square, eps)));

/** B11: the statistics are taken where nothing is recorded. */
export const cut: Layer = (x) => {
  const [mu, square] = noGrad(() => [mean(x, batch), variance(x)]);
  return normalized(x, mu, square);
};

/** The statistics are part of the function. */
export const whole: Layer = (x) => normalized(x, mean(x, batch), variance(x));

type WayBack = (dy: Tensor, xhat: Tensor, rstd: Tensor) => Tensor;

/** r · (dy − mean(dy) − x̂ · mean(dy ⊙ x̂)), each mean over the rows. */
export const rightWayBack: WayBack = (dy, xhat, rstd) =>
  mul(rstd, sub(sub(dy, mean(dy, batch)), mul(xhat, mean(mul(dy, xhat), batch))));

/** The same values, with a way back of somebody's own, written for [N, C]. */
export function withWayBack(wayBack: WayBack): Layer {
  const op: Op<'x', undefined> = definePrimitive('batchNorm', {
    forward: ({ x }) => whole(new Tensor(x)),
    backward: (dy, { x }, xhat) => ({ x: wayBack(dy, xhat, pow(add(variance(x), eps), -1 / 2)) }),
  });
  return (x) => op({ x }, undefined);
}

/** The right ones. */
export const right: readonly Specimen<Layer>[] = innocent<Layer>(
  {
    'a BatchNorm of operations': whole,
    'a LayerNorm of the transposed': (x) => transpose(layerNorm({ x: transpose(x) })),
    'a BatchNorm with a derived way back': withWayBack(rightWayBack),
    'a BatchNorm that centres twice': (x: Tensor): Tensor => {
      const centred = sub(x, mean(x, batch));
      return mul(centred, pow(add(variance(centred), eps), -1 / 2));
    },
  },
  'This layer is right: its gradient goes through mean and variance. What do you compare it with, along which axis, and how closely? A column is what lies under one another, over the rows.',
);

/** As it was found. */
export const found: readonly Specimen<Layer>[] = [
  {
    name: 'a layer that takes its statistics without recording',
    layer: cut,
    says: 'This layer gives the right numbers, and a gradient that takes mean and variance for constants. Your experiment believes it: does it compare the gradient with what the numbers do?',
  },
];

/** Half of the bug, or the same bug written by hand. */
export const disguised: readonly Specimen<Layer>[] = [
  {
    name: 'a layer whose variance is a constant to the way back',
    layer: (x) => normalized(x, mean(x, batch), detach(variance(x))),
    says: 'In this layer only the variance is cut off. Its gradient adds up to 0 in each column, as the right one does. For a random dy the rest of it is off: compare number by number.',
  },
  {
    name: 'a layer whose mean is a constant to the way back',
    layer: (x: Tensor): Tensor => {
      const centred = sub(x, detach(mean(x, batch)));
      return div(centred, sqrt(add(mean(mul(centred, centred), batch), eps)));
    },
    says: 'In this layer only the mean is cut off. Neither a loss of squares nor the part of dx along x̂ shows that. For a random dy the rest of it is off: compare number by number.',
  },
  {
    name: 'a layer whose way back is dy · r, by hand',
    layer: withWayBack((dy, _, rstd) => mul(dy, rstd)),
    says: 'This layer has a way back of its own, and it is dy divided by the deviation: mean and variance are constants to it.',
  },
];

/** Tell apart what experiments look at; nobody is graded by them. */
export const telling: readonly Specimen<Layer>[] = [
  { name: 'a gradient turned round', layer: withWayBack((dy, _, rstd) => mul(dy, mul(-1, rstd))), says: '' },
  { name: 'a layer that hardly moves', layer: (x: Tensor) => add(1, mul(1e-30, x)), says: '' },
  { name: 'a gradient of zeros', layer: withWayBack((dy) => mul(dy, 0)), says: '' },
  {
    name: 'a gradient twice too large',
    layer: withWayBack((dy, xhat, rstd) => mul(2, rightWayBack(dy, xhat, rstd))),
    says: '',
  },
  { name: 'x without a norm', layer: (x: Tensor) => mul(x, 1), says: '' },
];
