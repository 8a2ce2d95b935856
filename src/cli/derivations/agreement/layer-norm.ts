/** Values and first gradients of LayerNorm. */
import { add, gradient, layerNorm, mul, sub, sum, tensor } from '../../../index.js';
import type { Tensor } from '../../../index.js';
import type { Computed, Counterpart, Given } from './given.js';

/** x̂ of the rows of x. */
export const xhatOf = (x: Tensor, { eps }: Given): Tensor => layerNorm({ x }, { eps });

/** An entry of a row of the given numbers. */
export const entry =
  (row: Tensor, letter: string = 'i'): Computed =>
  (at) =>
    row.data[at[letter]];

/** A single number. */
export const number =
  (value: number): Computed =>
  () =>
    value;

const total = (of: Tensor): number => sum(of).data[0];
const meanOf = (of: Tensor): number => total(of) / of.data.length;

/** dx, dγ or dβ, with γ, β and dy as given. */
function gradientOf(given: Given, by: 'x' | 'gamma' | 'beta'): Tensor {
  const inputs = { x: given.tensor('x'), gamma: given.tensor('gamma'), beta: given.tensor('beta') };
  const y = layerNorm(inputs, { eps: given.eps });
  return gradient(y, [inputs[by]], { dy: given.tensor('dy') })[0];
}

/** dx of a loss of x̂ alone, whose gradient by x̂ is dy. */
function dxOfXhat(given: Given, dy: (xhat: Tensor) => Tensor): Tensor {
  const x = given.tensor('x');
  const xhat = xhatOf(x, given);
  return gradient(xhat, [x], { dy: dy(xhat) })[0];
}

const values: Readonly<Record<string, (given: Given) => Computed>> = {
  'layer-norm-bound': squareOfXhat,
  'layer-norm-bound-eps': squareOfXhat,
  'layer-norm-from-mean-square': (given) => entry(xhatOf(given.tensor('x'), given)),
  'layer-norm-xhat-projections': (given) => entry(xhatOf(given.tensor('x'), given)),
  'layer-norm-one-hot': (given) => (at) => {
    const row = Array.from({ length: given.size('C') }, (_, i) => (i === at.j ? given.number('h') : 0));
    return xhatOf(tensor(row), given).data[at.j];
  },
  'layer-norm-scale': ofScaled,
  'layer-norm-scale-eps': ofScaled,
  'layer-norm-shift': (given) => entry(xhatOf(add(given.tensor('x'), given.number('t')), given)),
  'layer-norm-twice': (given) => entry(xhatOf(xhatOf(given.tensor('x'), given), given)),
  'layer-norm-sphere': (given) => number(total(square(xhatOf(given.tensor('x'), given)))),
  'layer-norm-xhat-mean': (given) => number(meanOf(xhatOf(given.tensor('x'), given))),
  'layer-norm-xhat-square': (given) => number(meanOf(square(xhatOf(given.tensor('x'), given)))),
  'layer-norm-undo': undone,
};

const square = (of: Tensor): Tensor => mul(of, of);

function squareOfXhat(given: Given): Computed {
  return entry(square(xhatOf(given.tensor('x'), given)));
}

function ofScaled(given: Given): Computed {
  return entry(xhatOf(mul(given.tensor('x'), given.number('a')), given));
}

/** With γ = √(σ² + ε) and β = μ, LayerNorm gives back its input. */
function undone(given: Given): Computed {
  const x = given.tensor('x');
  const mu = meanOf(x);
  const deviation = Math.sqrt(meanOf(square(sub(x, mu))) + given.eps);
  const row = (value: number): Tensor => tensor(Array.from(x.data, () => value));
  return entry(layerNorm({ x, gamma: row(deviation), beta: row(mu) }, { eps: given.eps }));
}

const dx = (given: Given): Computed => entry(gradientOf(given, 'x'), 'j');

const gradients: Readonly<Record<string, (given: Given) => Computed>> = {
  'layer-norm-dx': dx,
  'layer-norm-backward': dx,
  'layer-norm-dx-from-dc': dx,
  'layer-norm-dgamma': (given) => entry(gradientOf(given, 'gamma'), 'j'),
  'layer-norm-dbeta': (given) => entry(gradientOf(given, 'beta'), 'j'),
  'layer-norm-dx-sum': (given) => number(total(gradientOf(given, 'x'))),
  'layer-norm-dx-shrinks': (given) => number(total(square(gradientOf(given, 'x')))),
  'layer-norm-differentials-dx': (given) => number(total(mul(gradientOf(given, 'x'), given.tensor('u')))),
  'layer-norm-dx-along-xhat': (given) =>
    number(meanOf(mul(gradientOf(given, 'x'), xhatOf(given.tensor('x'), given)))),
  'sum-loss-is-blind': (given) =>
    entry(
      dxOfXhat(given, (xhat) => add(mul(xhat, 0), given.number('s'))),
      'j',
    ),
  'square-loss-is-nearly-blind': (given) =>
    entry(
      dxOfXhat(given, (xhat) => xhat),
      'j',
    ),
};

export const layerNormCounterparts: Readonly<Record<string, Counterpart>> = Object.fromEntries(
  Object.entries({ ...values, ...gradients }).map(([name, compute]) => [name, { compute }]),
);
