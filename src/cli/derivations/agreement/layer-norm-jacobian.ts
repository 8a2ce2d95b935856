/** The Jacobian of x̂, row by row: what a one-hot cotangent brings back. */
import { add, div, gradient, mean, mul, sqrt, sub, zerosLike, Tensor } from '../../../index.js';
import type { Places } from '../../../derive/point.js';
import type { Computed, Counterpart, Given } from './given.js';
import { entry, number, xhatOf } from './layer-norm.js';

/** ∂f(x)ₐ/∂x_b for places a and b in the data of both. */
function jacobianOf(f: (x: Tensor) => Tensor, x: Tensor): readonly ArrayLike<number>[] {
  const y = f(x);
  return Array.from(y.data, (_, a) => {
    const unit = zerosLike(y);
    unit.data[a] = 1;
    return gradient(y, [x], { dy: new Tensor(unit) })[0].data;
  });
}

const jacobian = (given: Given): readonly ArrayLike<number>[] =>
  jacobianOf((x) => xhatOf(x, given), given.tensor('x'));

const sumOver = (count: number, of: (k: number) => number): number =>
  Array.from({ length: count }, (_, k) => of(k)).reduce((a, b) => a + b, 0);

/** J times a vector, at i. */
const times =
  (vector: (given: Given, j: number) => number) =>
  (given: Given): Computed => {
    const J = jacobian(given);
    return ({ i }) => sumOver(J.length, (j) => J[i][j] * vector(given, j));
  };

const entryIJ = (given: Given): Computed => {
  const J = jacobian(given);
  return ({ i, j }) => J[i][j];
};

/** c / (σ + ε), with ε outside the root. */
function epsOutside(x: Tensor, { eps }: Given): Tensor {
  const c = sub(x, mean(x));
  return div(c, add(sqrt(mean(mul(c, c))), eps));
}

const found: Readonly<Record<string, (given: Given) => Computed>> = {
  'layer-norm-jacobian': entryIJ,
  'layer-norm-jacobian-symmetric': entryIJ,
  'layer-norm-projections': entryIJ,
  'layer-norm-jacobian-ones': times(() => 1),
  'layer-norm-differentials': times((given, j) => given.tensor('u').data[j]),
  'layer-norm-jacobian-rest': times((given, i) => given.defined('v', { i })),
  'layer-norm-jacobian-xhat': times((given, j) => xhatOf(given.tensor('x'), given).data[j]),
  'layer-norm-rows': rows,
  'layer-norm-trace': (given) => {
    const J = jacobian(given);
    return number(sumOver(J.length, (i) => J[i][i]));
  },
  'layer-norm-projector': projectorSquared,
  'layer-norm-eps-outside-jacobian': (given) => {
    const J = jacobianOf((x) => epsOutside(x, given), given.tensor('x'));
    return ({ i, j }) => J[i][j];
  },
  'layer-norm-eps-outside': (given) => {
    const x = given.tensor('x');
    const y = add(mul(epsOutside(x, given), given.tensor('gamma')), given.tensor('beta'));
    return entry(gradient(y, [x], { dy: given.tensor('dy') })[0], 'j');
  },
};

/** All rows at once: entry [n, i] of the output by entry [m, j] of the input. */
function rows(given: Given): Computed {
  const J = jacobian(given);
  const C = given.size('C');
  return ({ n, i, m, j }: Places) => J[n * C + i][m * C + j];
}

/** At ε = 0 the Jacobian times the deviation is a projector Q, so that Q Q = Q. */
function projectorSquared(given: Given): Computed {
  const x = given.tensor('x');
  const c = sub(x, mean(x));
  const deviation = Math.sqrt(mean(mul(c, c)).data[0]);
  const J = jacobian(given);
  return ({ i, j }) => sumOver(J.length, (k) => deviation * J[i][k] * deviation * J[k][j]);
}

export const jacobianCounterparts: Readonly<Record<string, Counterpart>> = Object.fromEntries(
  Object.entries(found).map(([name, compute]) => [name, { compute }]),
);
