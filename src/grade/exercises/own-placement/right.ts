import { add } from '../../../autograd/ops/add.js';
import { mul } from '../../../autograd/ops/mul.js';
import type { RightVersion } from '../../exercise.js';
import type { BlockFunction } from './harness.js';

/** The branch by the root of the depth. */
const byDepth: BlockFunction = (x, f, norm, _, L) => add(x, mul(1 / Math.sqrt(L), f(norm(x))));

/** A norm on the sum and one on the branch, which stays soft beside it. */
const bothBehind: BlockFunction = (x, f, norm, _, L) => norm(add(mul(Math.sqrt(L), x), norm(f(x))));

/** Pre-LN and Post-LN in one, with the stream louder than the branch. */
const beforeAndBehind: BlockFunction = (x, f, norm) => norm(add(mul(6, x), f(norm(x))));

/** A fixed small factor, as LayerScale starts with. */
const layerScale: BlockFunction = (x, f, norm) => add(x, mul(0.1, f(norm(x))));

/** The stream gives up a little in every block for what joins it. */
const leaking: BlockFunction = (x, f, norm, _, L) => add(mul(1 - 1 / L, x), mul(0.2, f(norm(x))));

/** The two roads mixed so that their squares add up. */
const mixed: BlockFunction = (x, f, norm, _, L) =>
  add(mul(Math.sqrt(1 - 1 / L), x), mul(1 / Math.sqrt(L), norm(f(norm(x)))));

/** Six designs that stay calm, and none of them is one of the notebook's. */
export const rightBlocks: readonly RightVersion<BlockFunction>[] = [
  { name: 'the branch divided by √L', candidate: byDepth },
  { name: 'a norm on the sum and one on the branch', candidate: bothBehind },
  { name: 'a norm before and one behind the sum', candidate: beforeAndBehind },
  { name: 'a tenth of the branch', candidate: layerScale },
  { name: 'a stream that leaks a little', candidate: leaking },
  { name: 'both roads mixed', candidate: mixed },
];
