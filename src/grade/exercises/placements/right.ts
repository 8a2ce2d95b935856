/** Blocks that are right, each written in its own way. */
import { add } from '../../../autograd/ops/add.js';
import { concat } from '../../../autograd/ops/concat.js';
import { mul } from '../../../autograd/ops/mul.js';
import { reshape } from '../../../autograd/ops/reshape.js';
import { sub } from '../../../autograd/ops/sub.js';
import { sum } from '../../../autograd/ops/sum.js';
import type { Tensor } from '../../../autograd/tensor.js';
import type { RightVersion } from '../../exercise.js';
import type { Pieces, PlaceFunction, Placement } from './inputs.js';

type Block = (x: Tensor, pieces: Pieces) => Tensor;

/** As the diagrams are read, from left to right. */
export const blocks: Readonly<Record<Placement, Block>> = {
  post: (x, { f, norm }) => norm(add(x, f(x))),
  pre: (x, { f, norm }) => add(x, f(norm(x))),
  peri: (x, { f, norm, outputNorm }) => add(x, outputNorm(f(norm(x)))),
  deepnorm: (x, { f, norm, alpha }) => norm(add(mul(alpha, x), f(x))),
  rezero: (x, { f, gate }) => add(x, mul(gate, f(x))),
};

/** The five placements. */
export const place: PlaceFunction = (placement, x, pieces) => blocks[placement](x, pieces);

/** What goes in, what comes out, what the two roads are multiplied by: one formula for all five. */
const oneFormula: PlaceFunction = (placement, x, { f, norm, outputNorm, alpha, gate }) => {
  const same = (t: Tensor): Tensor => t;
  const before = placement === 'pre' || placement === 'peri' ? norm : same;
  const behind = placement === 'peri' ? outputNorm : same;
  const last = placement === 'post' || placement === 'deepnorm' ? norm : same;
  const branch = behind(f(before(x)));
  const stream = placement === 'deepnorm' ? mul(x, alpha) : x;
  return last(add(placement === 'rezero' ? mul(branch, gate) : branch, stream));
};

const bySteps: PlaceFunction = (placement, x, pieces) => {
  let y = placement === 'pre' || placement === 'peri' ? pieces.norm(x) : x;
  y = pieces.f(y);
  if (placement === 'peri') y = pieces.outputNorm(y);
  if (placement === 'rezero') y = mul(y, pieces.gate);
  y = sub(y, mul(-1, placement === 'deepnorm' ? mul(pieces.alpha, x) : x));
  return placement === 'post' || placement === 'deepnorm' ? pieces.norm(y) : y;
};

/** Both roads laid on top of each other, then summed. */
const bySum: PlaceFunction = (placement, x, pieces) => {
  const total = (...roads: Tensor[]): Tensor =>
    sum(
      concat(
        roads.map((road) => reshape(road, [1, ...road.shape])),
        { axis: 0 },
      ),
      { axis: 0 },
    );
  const { f, norm, outputNorm, alpha, gate } = pieces;
  switch (placement) {
    case 'post':
      return norm(total(x, f(x)));
    case 'pre':
      return total(x, f(norm(x)));
    case 'peri':
      return total(x, outputNorm(f(norm(x))));
    case 'deepnorm':
      return norm(total(mul(alpha, x), f(x)));
    default:
      return total(x, mul(gate, f(x)));
  }
};

/** Four right ones. */
export const rightPlacements: readonly RightVersion<PlaceFunction>[] = [
  { name: 'five lines', candidate: place },
  { name: 'one formula', candidate: oneFormula },
  { name: 'step by step', candidate: bySteps },
  { name: 'the two roads laid on each other', candidate: bySum },
];
