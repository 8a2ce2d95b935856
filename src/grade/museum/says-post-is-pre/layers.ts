import { add, sub } from '../../../autograd/index.js';
import type { Tensor } from '../../../autograd/index.js';
import type { Specimen } from '../../judging.js';
import { innocent } from '../experiments.js';
import type { Through } from '../residual-layers.js';

/** A block: the stream, a sub-layer, and a norm. */
export type Layer = (x: Tensor, f: Through, norm: Through) => Tensor;

/** B7: Pre-LN under a text that says Post-LN. */
export const preUnderPost: Layer = (x, f, norm) => add(x, f(norm(x)));

/** What the text says: LN(x + f(x)). */
export const asTheTextSays: Layer = (x, f, norm) => norm(add(x, f(x)));

/** The right ones. */
export const right: readonly Specimen<Layer>[] = innocent<Layer>(
  {
    'a block as the text says': asTheTextSays,
    'a block that adds the other way round': (x, f, norm) => norm(add(f(x), x)),
    'a block that names its steps': (x, f, norm) => {
      const update = f(x);
      const total = sub(x, sub(0, update));
      return norm(total);
    },
  },
  'This block is right: its norm stands behind the sum. Compare with norm(x + f(x)), for the norm that you hand over yourself.',
);

/** As it was found. */
export const found: readonly Specimen<Layer>[] = [
  {
    name: 'a block that normalizes first',
    layer: preUnderPost,
    says: 'This block normalizes what goes into f, and adds to the bare x: that is Pre-LN. What would be different of norm(x + f(x))?',
  },
];

/** Other places for the norm. */
export const disguised: readonly Specimen<Layer>[] = [
  {
    name: 'a norm on what f says',
    layer: (x, f, norm) => add(x, norm(f(x))),
    says: 'This block normalizes what f says, before the sum.',
  },
  {
    name: 'a norm on the stream alone',
    layer: (x, f, norm) => add(norm(x), f(x)),
    says: 'This block normalizes x, and adds f(x) as it is.',
  },
  {
    name: 'a norm on both sides of the sum',
    layer: (x, f, norm) => norm(add(x, f(norm(x)))),
    says: 'In this block the answer is normalized, and what f hears is, too. Take a sub-layer that hears the difference.',
  },
  {
    name: 'no stream',
    layer: (_, f, norm) => norm(f(_)),
    says: 'This block forgets x: only what f says is normalized.',
  },
  {
    name: 'the sum of two norms',
    layer: (x, f, norm) => norm(add(norm(x), f(x))),
    says: 'This block normalizes x before the sum and the sum as well. An x that is normalized already does not show it.',
  },
  {
    name: 'x overwritten by its norm',
    layer: (x, f, norm) => add(norm(x), f(norm(x))),
    says: 'In this block x has been overwritten: y = norm(x), and then y + f(y). Where norm and f are a factor each it is the same as norm(x + f(x)): hand over a norm that is not linear.',
  },
  {
    name: 'each part normalized by itself',
    layer: (x, f, norm) => add(norm(x), norm(f(x))),
    says: 'This block normalizes x and f(x), each by itself, and adds them. Where your norm is linear that is the same as norm(x + f(x)): hand over one that is not, such as layerNorm.',
  },
];

/** Tell experiments apart; nobody is graded by them. */
export const telling: readonly Specimen<Layer>[] = [
  { name: 'the stream', layer: (x) => x, says: '' },
  { name: 'the stream, normalized', layer: (x, _, norm) => norm(x), says: '' },
  { name: 'a branch twice as loud', layer: (x, f, norm) => norm(add(x, add(f(x), f(x)))), says: '' },
];
