/** The steps that LayerNorm is composed of, one at a time: what stands at a cut is an input of its own. */
import { add, detach, div, gradient, mean, mul, pow, sub, tensor } from '../../../index.js';
import type { Tensor } from '../../../index.js';
import { centre, meanSquare } from '../../../tensor/rows.js';
import { counterpartsOf, entry, number } from './computed.js';
import type { Compute } from './computed.js';
import type { Computed, Counterpart, Given } from './given.js';

const rstdFrom = (variance: Tensor, eps: number): Tensor => pow(add(variance, eps), -1 / 2);
const varianceOf = (c: Tensor): Tensor => mean(mul(c, c));
const centred = (x: Tensor): Tensor => sub(x, mean(x));

/** What arrives at an input of the last steps, y = γ ⊙ x̂ + β. */
function arriving(given: Given, xhat: Tensor, input: Tensor): Tensor {
  const y = add(mul(given.tensor('gamma'), xhat), given.tensor('beta'));
  return gradient(y, [input], { dy: given.tensor('dy') })[0];
}

/** The gradient for x of a number that is made of it. */
function ofRow(given: Given, made: (x: Tensor) => Tensor): Computed {
  const x = given.tensor('x');
  return entry(gradient(made(x), [x])[0], 'j');
}

function atXhat(given: Given): Computed {
  const xhat = given.tensor('xhat');
  return entry(arriving(given, xhat, xhat), 'j');
}

function atProduct(given: Given): { readonly dc: Tensor; readonly drstd: Tensor } {
  const [c, rstd] = [given.tensor('c'), given.tensor('rstd')];
  const xhat = mul(c, rstd);
  return { dc: arriving(given, xhat, c), drstd: arriving(given, xhat, rstd) };
}

function atVariance(given: Given): Computed {
  const variance = given.tensor('variance');
  const xhat = mul(given.tensor('c'), rstdFrom(variance, given.eps));
  return number(arriving(given, xhat, variance).data[0]);
}

/** Only the way through the variance: where c is multiplied by r it is held still. */
function throughRstd(given: Given): Computed {
  const c = given.tensor('c');
  const xhat = mul(detach(c), rstdFrom(varianceOf(c), given.eps));
  return entry(arriving(given, xhat, c), 'j');
}

function atMean(given: Given): Computed {
  const mu = tensor(0);
  const c = sub(given.tensor('c'), mu);
  return number(arriving(given, mul(c, rstdFrom(varianceOf(c), given.eps)), mu).data[0]);
}

function meanInVariance(given: Given): Computed {
  const x = given.tensor('x');
  const m = tensor(mean(x).data[0] + given.number('t'));
  return number(gradient(varianceOf(sub(x, m)), [m])[0].data[0]);
}

/** The mean square around any other number than the mean: the variance is the least of them. */
function aroundAnother(given: Given): Computed {
  const { data } = given.tensor('x');
  const mu = data[0] - centre(data, new Float64Array(data.length))[0];
  return number(meanSquare(Float64Array.from(data, (value) => value - (mu + given.number('t')))));
}

const steps: Readonly<Record<string, Compute>> = {
  'layer-norm-g': atXhat,
  'layer-norm-direct-path': (given) => entry(atProduct(given).dc, 'j'),
  'layer-norm-dr': (given) => number(atProduct(given).drstd.data[0]),
  'layer-norm-dvariance': atVariance,
  'layer-norm-variance-path': throughRstd,
  'layer-norm-dmu': atMean,
  'layer-norm-mean-through-variance': meanInVariance,
  'layer-norm-variance-is-least': aroundAnother,
  'layer-norm-dmean': (given) => ofRow(given, (x) => mean(x)),
  'layer-norm-variance-derivative': (given) => ofRow(given, (x) => varianceOf(centred(x))),
  'layer-norm-rstd-derivative': (given) => ofRow(given, (x) => rstdFrom(varianceOf(centred(x)), given.eps)),
  'layer-norm-deviation-derivative': (given) =>
    ofRow(given, (x) => div(1, rstdFrom(varianceOf(centred(x)), given.eps))),
};

export const stepCounterparts: Readonly<Record<string, Counterpart>> = counterpartsOf(steps);
