/** One or two residual connections, each around a matrix that stands for its sub-layer: their gradients and Jacobians. */
import { LayerNorm, linear, Residual, transpose } from '../../../index.js';
import type { PlacementName, Tensor } from '../../../index.js';
import { Called, counterpartsOf, meanOf, number, square } from './computed.js';
import type { Computed, Counterpart, Given } from './given.js';

function connection(placement: PlacementName, width: number, { eps }: Given): Residual {
  const norm = (C: number): LayerNorm => new LayerNorm(C, { affine: false, eps });
  return new Residual({ width, placement, role: 'feedForward', norm });
}

/** The stream behind the connection, whose sub-layer multiplies by W; a gate, where it has one, stands at α. */
function behind(
  x: Tensor,
  W: Tensor,
  { placement, given }: { placement: PlacementName; given: Given },
): Tensor {
  const residual = connection(placement, x.data.length, given);
  if (residual.gate) residual.gate.data[0] = given.number('alpha');
  return residual.forward(x, (u) => linear({ x: u, weight: transpose(W) }), x);
}

const block = (placement: PlacementName, matrix: string = 'W'): Called =>
  new Called(['x', matrix], ({ x, [matrix]: W }, given) => behind(x, W, { placement, given }));

const [pre, post, gated] = [block('pre'), block('post'), block('rezero', 'A')];

const twoBlocks = new Called(['x', 'A', 'B'], ({ x, A, B }, given) => {
  const plain = { placement: 'none', given } as const;
  return behind(behind(x, A, plain), B, plain);
});

/** The mean square of the stream behind a branch that gives u. */
function meanSquare(given: Given): Computed {
  const [x, u] = [given.tensor('x'), given.definedRow('u', 'i')];
  return number(meanOf(square(connection('none', x.data.length, given).forward(x, () => u, x))));
}

export const blockCounterparts: Readonly<Record<string, Counterpart>> = counterpartsOf({
  'pre-norm-block-jacobian': pre.jacobian('x', 'i', 'j'),
  'pre-norm-block-dx': pre.gradient('x', 'j'),
  'post-norm-block-jacobian': post.jacobian('x', 'i', 'j'),
  'post-norm-block-dx': post.gradient('x', 'j'),
  'residual-gate': gated.jacobian('x', 'i', 'j'),
  'residual-paths': twoBlocks.jacobian('x', 'i', 'j'),
  'residual-mean-square': meanSquare,
});
