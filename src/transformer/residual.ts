import { Module } from '../autograd/module.js';
import type { Layer } from '../autograd/module.js';
import { Tensor } from '../autograd/tensor.js';
import type { DType } from '../tensor/dtype.js';
import { filled } from '../tensor/ndarray.js';
import { placementOf } from './placement.js';
import type { Placement, PlacementName, Role, Through } from './placement.js';

/** How a residual connection is made. */
export interface ResidualOptions {
  /** C. */
  readonly width: number;
  readonly placement: PlacementName | Placement;
  readonly role: Role;
  /** Makes a norm of C features. */
  readonly norm: (features: number) => Layer;
  /** DeepNorm's α; 1 unless said otherwise. */
  readonly alpha?: number;
  /** Where LayerScale's λ starts. */
  readonly scale?: number;
  /** Applied to what f gives. */
  readonly dropout?: Layer;
  readonly dtype?: DType;
}

/**
 * One residual connection: the stream, a sub-layer, and the norms that the placement asks for.
 *
 * @example
 * const residual = new Residual({ width: 2, placement: 'post', role: 'attention', norm: (C) => new LayerNorm(C, { eps: 0 }) });
 * const x = tensor([[1, 3]]);
 * residual.forward(x, (u) => mul(u, 2), x); // [3, 9], normalized: [[-1, 1]]
 */
export class Residual extends Module {
  readonly placement: Placement;
  readonly role: Role;
  readonly alpha: number;
  readonly before: Layer | undefined;
  readonly branch: Layer | undefined;
  readonly sum: Layer | undefined;
  readonly gate: Tensor | undefined;
  readonly scale: Tensor | undefined;
  readonly dropout: Layer | undefined;

  constructor(options: ResidualOptions) {
    super();
    const { width, placement, role, norm, alpha = 1, scale = 0.1, dropout, dtype = 'float64' } = options;
    const chosen = placementOf(placement);
    const sockets = chosen.sockets(role);
    this.placement = chosen;
    this.role = role;
    this.alpha = alpha;
    this.before = sockets.includes('before') ? norm(width) : undefined;
    this.branch = sockets.includes('branch') ? norm(width) : undefined;
    this.sum = sockets.includes('sum') ? norm(width) : undefined;
    this.gate = chosen.factors.includes('gate') ? new Tensor(filled([1], 0, dtype)) : undefined;
    this.scale = chosen.factors.includes('scale') ? new Tensor(filled([width], scale, dtype)) : undefined;
    this.dropout = dropout;
  }

  /**
   * @param x The stream, of shape [N, T, C].
   * @param f The sub-layer.
   * @param entry The stream as it entered the block.
   * @returns The stream after it, of the same shape.
   */
  forward(x: Tensor, f: Through, entry: Tensor): Tensor {
    const { dropout, alpha, gate = 1, scale = 1 } = this;
    const sublayer: Through = dropout ? (u) => dropout.forward(f(u)) : f;
    const fittings = {
      before: through(this.before),
      branch: through(this.branch),
      sum: through(this.sum),
      ...{ alpha, gate, scale, entry },
    };
    return this.placement.connect(x, sublayer, fittings, this.role);
  }
}

function through(norm: Layer | undefined): Through {
  return norm ? (x) => norm.forward(x) : (x) => x;
}
