/** How large weights and activations are, in the mean over all draws; and what the inputs do to the curvature. */
import {
  gradient,
  kaimingDeviation,
  layerNorm,
  linear,
  mean,
  mul,
  relu,
  reshape,
  sub,
  tensor,
} from '../../../index.js';
import type { Tensor } from '../../../index.js';
import { meanSquare } from '../../../tensor/rows.js';
import { Called, counterpartsOf, meanOf, number, square } from './computed.js';
import type { Computed, Counterpart, Given } from './given.js';

/**
 * A linear layer whose units are all draws of n weights that are ± a deviation: over its units the products of weights
 * have exactly the mean that they have over all draws.
 */
function allDraws(x: Tensor, deviation: number): Tensor {
  const units = 1 << x.data.length;
  const weight = Array.from(x.data, (_, i) =>
    Array.from({ length: units }, (_unused, unit) => (unit & (1 << i) ? deviation : -deviation)),
  );
  return linear({ x: reshape(x, [1, x.data.length]), weight: tensor(weight) });
}

function ofLinear(given: Given): Computed {
  const n = given.size('n');
  const deviation = kaimingDeviation(n, { gain: Math.sqrt(n * given.number('spread')) });
  return number(meanOf(square(allDraws(given.tensor('x'), deviation))));
}

/** Each layer hears n numbers of the mean square that the layer before it gives. */
function throughDepth(given: Given): Computed {
  const n = given.size('n');
  const behind = given.tensor('g').data.reduce((size, g) => {
    const x = tensor(Array.from({ length: n }, () => Math.sqrt(size)));
    return meanOf(square(relu(allDraws(x, g * kaimingDeviation(n)))));
  }, given.number('m'));
  return number(behind);
}

function ofRelu(given: Given): Computed {
  const z = given.tensor('z');
  return number((meanOf(square(relu(z))) + meanOf(square(relu(mul(z, -1))))) / 2);
}

/** The determinant of [[mean x², mean x], [mean x, 1]]. */
const determinant = (x: Tensor): number => meanSquare(x.data) - meanOf(x) * meanOf(x);

/** The slopes of half the mean square that least squares misses; the Hessian is how they answer to w. */
const slopes = new Called(['x', 'w', 't'], ({ x, w, t }) => {
  const column = (one: Tensor): Tensor => reshape(one, [one.data.length, 1]);
  const missed = sub(linear({ x, weight: column(w) }), column(t));
  return gradient(mul(mean(square(missed)), 1 / 2), [w], { createGraph: true })[0];
});

export const initializationCounterparts: Readonly<Record<string, Counterpart>> = counterpartsOf({
  'linear-variance': ofLinear,
  'variance-through-depth': throughDepth,
  'relu-half': ofRelu,
  'input-mean-and-curvature': (given) => number(determinant(given.tensor('x'))),
  'standardized-curvature': (given) => number(determinant(layerNorm({ x: given.tensor('x') }, { eps: 0 }))),
  'least-squares-hessian': slopes.jacobian('w', 'i', 'j'),
});
