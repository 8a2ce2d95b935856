/**
 * Soft-capping: logits are kept between −c and c by a smooth bend.
 *
 *     (1)  y  = c · tanh(x / c)
 *
 * Near 0 it changes nothing. It normalizes nothing either, and stands beside the norms of queries and keys since it bounds
 * what they bound.
 *
 * Source: Gemma team (2024), "Gemma 2", arXiv:2408.00118, section 2, with c = 50 for attention and 30 for the final logits.
 */
import { Module } from '../autograd/module.js';
import { mul } from '../autograd/ops/mul.js';
import { tanh } from '../autograd/ops/tanh.js';
import type { Tensor } from '../autograd/tensor.js';
import { requireArray } from '../tensor/errors.js';
import { composed } from './composition.js';

/**
 * c · tanh(x / c), number by number.
 *
 * @param inputs `x` of any shape.
 * @param options `cap`: c, above 0.
 * @returns y, of the shape of x.
 * @throws {RangeError} if the cap is not a number above 0.
 * @example
 * softCap({ x: tensor([0.1, 100, -100]) }, { cap: 30 }); // [0.1, 29.9237, -29.9237]
 */
export function softCap({ x }: { readonly x: Tensor }, { cap }: { readonly cap: number }): Tensor {
  requireCap('softCap', cap);
  return composed('softCap', { x }, (given) => mul(tanh(mul(given.x, 1 / cap)), cap));
}

function requireCap(op: string, cap: number): void {
  if (!(cap > 0 && cap < Infinity))
    throw new RangeError(`${op}: expected cap to be a number above 0, got ${cap}`);
}

/**
 * `softCap` as a layer. It has no parameters.
 *
 * @example
 * new SoftCap(30).forward(tensor([0.1, 100, -100])); // [0.1, 29.9237, -29.9237]
 */
export class SoftCap extends Module {
  readonly cap: number;

  /**
   * @param cap c, above 0: 50 for attention and 30 for the final logits in Gemma 2.
   * @throws {RangeError} if the cap is not a number above 0.
   */
  constructor(cap: number) {
    super();
    requireCap('SoftCap', cap);
    this.cap = cap;
  }

  forward(x: Tensor): Tensor {
    requireArray('SoftCap', 'x', x);
    return softCap({ x }, { cap: this.cap });
  }
}
