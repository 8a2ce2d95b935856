/** Values and first gradients of LayerNorm. */
import { add, div, gradient, layerNorm, mean, mul, sub, tensor } from '../../../index.js';
import type { Tensor } from '../../../index.js';
import { Called, counterpartsOf, entry, meanOf, number, square, total, varianceOf } from './computed.js';
import type { Compute } from './computed.js';
import type { Computed, Counterpart, Given } from './given.js';

/** x̂ of the rows of x. */
export const xhatOf = (x: Tensor, { eps }: Given): Tensor => layerNorm({ x }, { eps });

/** LayerNorm with γ and β. */
export const normalization = new Called(['x', 'gamma', 'beta'], ({ x, gamma, beta }, { eps }) =>
  layerNorm({ x, gamma, beta }, { eps }),
);
const dxOf = (given: Given): Tensor => normalization.gradientAt(given, 'x');

/** dx of a loss of x̂ alone, whose gradient by x̂ is dy. */
function dxOfXhat(given: Given, dy: (xhat: Tensor) => Tensor): Tensor {
  const x = given.tensor('x');
  const xhat = xhatOf(x, given);
  return gradient(xhat, [x], { dy: dy(xhat) })[0];
}

const values: Readonly<Record<string, Compute>> = {
  'layer-norm-bound': squareOfXhat,
  'layer-norm-bound-eps': squareOfXhat,
  'layer-norm-from-mean-square': (given) => entry(xhatOf(given.tensor('x'), given), 'i'),
  'layer-norm-xhat-projections': (given) => entry(xhatOf(given.tensor('x'), given), 'i'),
  'layer-norm-one-hot': (given) => (at) => {
    const row = Array.from({ length: given.size('C') }, (_, i) => (i === at.j ? given.number('h') : 0));
    return xhatOf(tensor(row), given).data[at.j];
  },
  'layer-norm-scale': ofScaled,
  'layer-norm-scale-eps': ofScaled,
  'layer-norm-centring-orthogonal': (given) => number(total(mul(...droppedFrom(given.tensor('x'))))),
  'layer-norm-centring-twice': (given) => (at) => {
    const unit = tensor(Array.from({ length: given.size('C') }, (_, k) => (k === at.j ? 1 : 0)));
    return centredRow(centredRow(unit)).data[at.i];
  },
  'layer-norm-ellipsoid': (given) => number(total(square(withoutAffine(given)))),
  'layer-norm-gamma-plane': (given) => number(total(withoutAffine(given))),
  'layer-norm-radius': (given) => number(total(square(xhatOf(given.tensor('x'), given)))),
  'layer-norm-rotation': (given) => entry(xhatOf(given.definedRow('turned', 'i'), given), 'i'),
  'layer-norm-shift': (given) => entry(xhatOf(add(given.tensor('x'), given.number('t')), given), 'i'),
  'layer-norm-twice': (given) => entry(xhatOf(xhatOf(given.tensor('x'), given), given), 'i'),
  'layer-norm-sphere': (given) => number(total(square(xhatOf(given.tensor('x'), given)))),
  'layer-norm-xhat-mean': (given) => number(meanOf(xhatOf(given.tensor('x'), given))),
  'layer-norm-xhat-square': (given) => number(meanOf(square(xhatOf(given.tensor('x'), given)))),
  'layer-norm-undo': undone,
};

const centredRow = (x: Tensor): Tensor => sub(x, mean(x));

/** The centred row, and what was taken off. */
function droppedFrom(x: Tensor): [Tensor, Tensor] {
  const c = centredRow(x);
  return [c, sub(x, c)];
}

/** What γ and β were applied to, found back from y. */
function withoutAffine(given: Given): Tensor {
  const [x, gamma, beta] = ['x', 'gamma', 'beta'].map((name) => given.tensor(name));
  return div(sub(layerNorm({ x, gamma, beta }, { eps: given.eps }), beta), gamma);
}

function squareOfXhat(given: Given): Computed {
  return entry(square(xhatOf(given.tensor('x'), given)), 'i');
}

function ofScaled(given: Given): Computed {
  return entry(xhatOf(mul(given.tensor('x'), given.number('a')), given), 'i');
}

/** With γ = √(σ² + ε) and β = μ, LayerNorm gives back its input. */
function undone(given: Given): Computed {
  const x = given.tensor('x');
  const deviation = Math.sqrt(varianceOf(x) + given.eps);
  const row = (value: number): Tensor => tensor(Array.from(x.data, () => value));
  return entry(layerNorm({ x, gamma: row(deviation), beta: row(meanOf(x)) }, { eps: given.eps }), 'i');
}

const dx = normalization.gradient('x', 'j');

const gradients: Readonly<Record<string, Compute>> = {
  'layer-norm-dx': dx,
  'layer-norm-backward': dx,
  'layer-norm-dx-from-dc': dx,
  'layer-norm-dgamma': normalization.gradient('gamma', 'j'),
  'layer-norm-dbeta': normalization.gradient('beta', 'j'),
  'layer-norm-dx-sum': (given) => number(total(dxOf(given))),
  'layer-norm-dx-shrinks': (given) => number(total(square(dxOf(given)))),
  'layer-norm-differentials-dx': (given) => number(total(mul(dxOf(given), given.tensor('u')))),
  'layer-norm-dx-along-xhat': (given) => number(meanOf(mul(dxOf(given), xhatOf(given.tensor('x'), given)))),
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

export const layerNormCounterparts: Readonly<Record<string, Counterpart>> = counterpartsOf({
  ...values,
  ...gradients,
});
