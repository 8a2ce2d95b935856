/** Functions of one number, and their slopes. */
import { gelu, sigmoid, silu, tanh } from '../../../index.js';
import { Called, counterpartsOf, number } from './computed.js';
import type { Compute } from './computed.js';
import type { Counterpart } from './given.js';

type Curve = ConstructorParameters<typeof Called>[1];

/** The slope at x. */
const slope =
  (curve: Curve): Compute =>
  (given) =>
    number(new Called(['x'], curve).jacobianAt(given, 'x').data[0]);

export const activationCounterparts: Readonly<Record<string, Counterpart>> = counterpartsOf({
  'gelu-derivative': slope(({ x }) => gelu(x)),
  'gelu-tanh-derivative': slope(({ x }) => gelu(x, { form: 'tanh' })),
  'sigmoid-derivative': slope(({ x }) => sigmoid(x)),
  'silu-derivative': slope(({ x }) => silu(x)),
  'tanh-derivative': slope(({ x }) => tanh(x)),
});
