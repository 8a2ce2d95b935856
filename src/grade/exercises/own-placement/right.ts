import { add } from '../../../autograd/ops/add.js';
import { mul } from '../../../autograd/ops/mul.js';
import type { RightVersion } from '../../exercise.js';
import type { BlockFunction } from './harness.js';

/** The branch by the root of the depth. */
const byDepth: BlockFunction = (x, f, norm, _, L) => add(x, mul(1 / Math.sqrt(L), f(norm(x))));

/** DeepNorm, whose α asks for softer sub-layers as well; twice as large it does without. */
const louderStream: BlockFunction = (x, f, norm, _, L) =>
  norm(add(mul(2 * Math.sqrt(Math.sqrt(2 * L)), x), f(x)));

/** Peri-LN: norms on both sides of the sub-layer. */
const peri: BlockFunction = (x, f, norm) => add(x, norm(f(norm(x))));

/** A fixed small factor, as LayerScale starts with. */
const layerScale: BlockFunction = (x, f, norm) => add(x, mul(0.1, f(norm(x))));

/** Norms on both sides of the sub-layer, and a small factor. */
const softPeri: BlockFunction = (x, f, norm) => add(x, mul(0.3, norm(f(norm(x)))));

/** The two roads mixed so that their squares add up. */
const mixed: BlockFunction = (x, f, norm, _, L) =>
  add(mul(Math.sqrt(1 - 1 / L), x), mul(1 / Math.sqrt(L), norm(f(norm(x)))));

/** Six designs that stay calm. */
export const rightBlocks: readonly RightVersion<BlockFunction>[] = [
  { name: 'the branch divided by √L', candidate: byDepth },
  { name: 'a louder stream, then the norm', candidate: louderStream },
  { name: 'norms on both sides', candidate: peri },
  { name: 'a tenth of the branch', candidate: layerScale },
  { name: 'norms on both sides, and a factor', candidate: softPeri },
  { name: 'both roads mixed', candidate: mixed },
];
