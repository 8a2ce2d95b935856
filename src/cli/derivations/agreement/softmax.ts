/** Softmax, and what cross-entropy makes of it. */
import { add, crossEntropy, layerNorm, mul, slice, softmax, sum, tensor } from '../../../index.js';
import type { Tensor } from '../../../index.js';
import { Called, counterpartsOf, entry, number, total } from './computed.js';
import type { Computed, Counterpart, Given } from './given.js';

const probabilities = new Called(['z'], ({ z }) => softmax(z), { dy: 'dp' });

/** The cross-entropy of a row of logits with one class. */
const surprise = (logits: Tensor, k: number): Tensor => crossEntropy({ logits, targets: tensor(k) });

/** −Σ t log p. The library takes classes: each by its share of the targets. */
const crossEntropyOf = new Called(['z', 't'], ({ z, t }) =>
  t.data.reduce<Tensor>((loss, share, k) => add(loss, mul(surprise(z, k), share)), tensor(0)),
);

/** log Σ exp z: the cross-entropy of a class and the logit of that class. */
function logSumExp(given: Given): Computed {
  const z = given.tensor('z');
  return number(add(surprise(z, 0), sum(slice(z, { axis: 0, end: 1 }))).data[0]);
}

/** LayerNorm of a row that is all of one class, at ε = 0: the best that normalized logits can be. */
function bestLoss(given: Given): Computed {
  const K = given.size('K');
  const row = tensor(Array.from({ length: K }, (_, k) => (k === 0 ? 1 : 0)));
  const logits = mul(layerNorm({ x: row }, { eps: 0 }), given.number('gamma'));
  return number(surprise(logits, 0).data[0]);
}

export const softmaxCounterparts: Readonly<Record<string, Counterpart>> = counterpartsOf({
  'softmax-jacobian': probabilities.jacobian('z', 'i', 'j'),
  'softmax-vjp': probabilities.gradient('z', 'j'),
  'softmax-dz-sum': (given) => number(total(probabilities.gradientAt(given, 'z'))),
  'softmax-shift': (given) => entry(softmax(add(given.tensor('z'), given.number('a'))), 'i'),
  'softmax-cross-entropy': crossEntropyOf.jacobian('z', 'j'),
  'log-sum-exp': logSumExp,
  'log-sum-exp-gradient': probabilities.value('j'),
  'normalized-logits-bound': bestLoss,
});
