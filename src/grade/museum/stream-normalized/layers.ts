import { add, sub } from '../../../autograd/index.js';
import type { Tensor } from '../../../autograd/index.js';
import { placements } from '../../../transformer/placement.js';
import type { Specimen } from '../../judging.js';
import { innocent } from '../experiments.js';
import type { Through } from '../residual-layers.js';

/** A layer of an encoder: the stream, its two sub-layers, and a norm for each. */
export type Layer = (x: Tensor, f: Through, g: Through, norm1: Through, norm2: Through) => Tensor;

/** A sub-layer in the stream, with a norm. */
type Half = (x: Tensor, f: Through, norm: Through) => Tensor;

const before: Half = (x, f, norm) => add(x, f(norm(x)));
const behind: Half = (x, f, norm) => norm(add(x, f(x)));
const onWhatIsSaid: Half = (x, f, norm) => add(x, norm(f(x)));
/** What is said is added to the stream that was normalized. */
const overwriting = (x: Tensor, f: Through, norm: Through): Tensor => {
  const stream = norm(x);
  return add(stream, f(stream));
};

const twice =
  (first: Half, second: Half = first): Layer =>
  (x, f, g, norm1, norm2) =>
    second(first(x, f, norm1), g, norm2);

/** B19: the stream itself is overwritten by its norm, and goes on so. */
export const streamOverwritten: Layer = twice(overwriting);

/** Pre-LN: what a sub-layer hears is normalized, the stream is not. */
export const preNorm: Layer = twice(before);

/** Post-LN. */
export const postNorm: Layer = twice(behind);

const silent: Through = (t) => sub(t, t);

/** By the placement of the library, which asks for one socket only. */
const byPlacement = (x: Tensor, f: Through, norm: Through): Tensor => {
  const unused = { branch: silent, sum: silent, alpha: 0, gate: 0, scale: 0, entry: x };
  return placements.pre.connect(x, f, { ...unused, before: norm });
};

/** The right ones. */
export const right: readonly Specimen<Layer>[] = innocent<Layer>(
  {
    'Pre-LN': preNorm,
    'Pre-LN by the placements of the library': twice(byPlacement),
    'Pre-LN that adds the other way round': (x, f, g, norm1, norm2) => {
      const h = add(f(norm1(x)), x);
      return add(g(norm2(h)), h);
    },
    'Pre-LN that collects what is said': (x, f, g, norm1, norm2) => {
      const first = f(norm1(x));
      return add(x, add(first, g(norm2(add(x, first)))));
    },
  },
  'This layer is Pre-LN: h = x + f(norm1(x)), and then h + g(norm2(h)). Is that what you compare with, for the same norms?',
);

/** As it was found. */
export const found: readonly Specimen<Layer>[] = [
  {
    name: 'a layer that overwrites the stream by its norm',
    layer: streamOverwritten,
    says: 'This layer adds to norm1(x), not to x: the bare stream is lost at once. Take an x that is far from normalized, and see what is left of it.',
  },
];

/** Half of it, and other mistakes of the same two lines. */
export const disguised: readonly Specimen<Layer>[] = [
  {
    name: 'a stream overwritten at the first sub-layer',
    layer: twice(overwriting, before),
    says: 'In this layer only the first half adds to the normalized stream. An x that is normalized already does not show it.',
  },
  {
    name: 'a stream overwritten at the second sub-layer',
    layer: twice(before, overwriting),
    says: 'In this layer only the second half adds to the normalized stream. Look at the end, not at what the first sub-layer hears.',
  },
  {
    name: 'the two norms exchanged',
    layer: (x, f, g, norm1, norm2) => preNorm(x, f, g, norm2, norm1),
    says: 'This layer has its two norms exchanged. They have parameters of their own, so hand over two that differ.',
  },
  {
    name: 'one norm for both',
    layer: (x, f, g, norm1) => preNorm(x, f, g, norm1, norm1),
    says: 'This layer uses its first norm twice. Hand over two that differ, and sub-layers that both say something.',
  },
  {
    name: 'two sub-layers side by side',
    layer: (x, f, g, norm1, norm2) => add(x, add(f(norm1(x)), g(norm2(x)))),
    says: 'In this layer the second sub-layer hears x, not what the first has made of it. Let both say something.',
  },
  {
    name: 'Post-LN',
    layer: postNorm,
    says: 'This layer is Post-LN: its norms stand behind the sums.',
  },
  {
    name: 'norms on what is said',
    layer: twice(onWhatIsSaid),
    says: 'This layer normalizes what its sub-layers say, not what they hear.',
  },
  {
    name: 'a norm behind the last sum',
    layer: (x, f, g, norm1, norm2) => norm2(preNorm(x, f, g, norm1, norm2)),
    says: 'This layer is Pre-LN, and then normalizes its answer. That one norm stands behind the last layer of all, not in each.',
  },
];

/** Tell experiments apart; nobody is graded by them. */
export const telling: readonly Specimen<Layer>[] = [
  { name: 'the stream', layer: (x) => x, says: '' },
  { name: 'the stream, normalized', layer: (x, _, __, norm1) => norm1(x), says: '' },
  { name: 'the branches', layer: (x, f, g, norm1, norm2) => g(norm2(f(norm1(x)))), says: '' },
  { name: 'zeros', layer: (x) => silent(x), says: '' },
];
