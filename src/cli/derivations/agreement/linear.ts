/** A linear layer before a norm: what the centring takes of it. W is [out, in] in the derivations. */
import { add, linear, preRMSNormState, Tensor, transpose } from '../../../index.js';
import type { NDArray } from '../../../index.js';
import { centre } from '../../../tensor/rows.js';
import { counterpartsOf, entry } from './computed.js';
import type { Computed, Counterpart, Given } from './given.js';

/** Every unit gets the same vector a added to its weights. */
function shifted(given: Given): Computed {
  const weight = transpose(add(given.tensor('W'), given.tensor('a')));
  const { data } = linear({ x: given.tensor('h'), weight, bias: given.tensor('b') });
  const rest = centre(data, new Float64Array(data.length));
  return ({ i }) => rest[i];
}

/** A layer that writes to the stream of a model, without a mean as `preRMSNormState` leaves it. */
function centred(given: Given): Computed {
  const [W, b, h] = ['W', 'b', 'h'].map((name) => given.tensor(name));
  const writer = 'encoder.blocks.0.feedForward.second';
  const state = new Map<string, NDArray>([
    [`${writer}.weight`, transpose(W)],
    [`${writer}.bias`, b],
    // A norm and what reads from it: without one it is no state of a Pre-LN model.
    ['encoder.finalNorm.beta', b],
    ['readout.weight', W],
    ['readout.bias', h],
  ]);
  const converted = preRMSNormState(state);
  const part = (name: string): Tensor => new Tensor(converted.get(`${writer}.${name}`) ?? b);
  return entry(linear({ x: h, weight: part('weight'), bias: part('bias') }), 'i');
}

export const linearCounterparts: Readonly<Record<string, Counterpart>> = counterpartsOf({
  'shared-shift': shifted,
  'centred-weights': centred,
});
