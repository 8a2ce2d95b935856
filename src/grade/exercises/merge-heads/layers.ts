/** Ways to put the heads of attention side by side again. */
import { concat } from '../../../autograd/ops/concat.js';
import { mul } from '../../../autograd/ops/mul.js';
import { reshape } from '../../../autograd/ops/reshape.js';
import { slice } from '../../../autograd/ops/slice.js';
import { transpose } from '../../../autograd/ops/transpose.js';
import { Tensor } from '../../../autograd/tensor.js';
import type { Experiment, Specimen } from '../../judging.js';

/** From [batch, heads, words, features] to [batch, words, heads · features]. */
export type Merge = (heads: Tensor) => Tensor;

/** What the exercise asks for. */
export type MergeExperiment = Experiment<Merge>;

const merged = (x: Tensor, [B, T, H, D]: readonly number[] = x.shape): Tensor => reshape(x, [B, T, H * D]);

/** The right one. */
export const mergeHeads: Merge = (heads) => merged(transpose(heads, [0, 2, 1, 3]));

/** The same entries in an order of one's own: `from` says which entry of heads comes to which place. */
const ordered =
  (
    from: (b: number, t: number, h: number, d: number, shape: readonly number[]) => readonly number[],
  ): Merge =>
  (heads) => {
    const [B, H, T, D] = heads.shape;
    const data = new Float64Array(heads.data.length);
    for (let place = 0; place < data.length; place++) {
      const d = place % D;
      const h = Math.floor(place / D) % H;
      const t = Math.floor(place / D / H) % T;
      const [b1, h1, t1, d1] = from(Math.floor(place / D / H / T), t, h, d, heads.shape);
      data[place] = heads.data[((b1 * H + h1) * T + t1) * D + d1];
    }
    return new Tensor({ data, shape: [B, T, H * D], dtype: 'float64' });
  };

const believed =
  'This one is right: word t of the answer holds what every head says about word t, head 0 first. Which entry of [batch, heads, words, features] do you expect in which place?';

/** Right ones, each written in its own way. */
export const rightMerges: readonly Specimen<Merge>[] = [
  { name: 'two axes exchanged, then a reshape', layer: mergeHeads, says: believed },
  {
    name: 'head by head, side by side',
    layer: (x: Tensor): Tensor => {
      const [B, H, T, D] = x.shape;
      const heads = Array.from({ length: H }, (_, h) =>
        reshape(slice(x, { axis: 1, start: h, end: h + 1 }), [B, T, D]),
      );
      return concat(heads, { axis: -1 });
    },
    says: believed,
  },
  { name: 'number by number', layer: ordered((b, t, h, d) => [b, h, t, d]), says: believed },
];

/** The bug as it was found. */
export const foundMerges: readonly Specimen<Merge>[] = [
  {
    name: 'a reshape alone',
    layer: (x: Tensor): Tensor => {
      const [B, H, T, D] = x.shape;
      return reshape(x, [B, T, H * D]);
    },
    says: 'This is the bug (B5): the axes are not exchanged before the reshape, so a "word" gets one head’s answers about several words. With two words and two heads it shows: do you look at the numbers there?',
  },
];

/** Other orders of the same numbers. */
export const otherMerges: readonly Specimen<Merge>[] = [
  {
    name: 'features before heads',
    layer: (x) => merged(transpose(x, [0, 2, 3, 1])),
    says: 'Here the numbers of the heads are interleaved: feature 0 of every head, then feature 1. Take two heads and two features or more, and look at the order.',
  },
  {
    name: 'heads from the last to the first',
    layer: ordered((b, t, h, d, [, H]) => [b, H - 1 - h, t, d]),
    says: 'Here the last head comes first. With one head nobody would notice: take two, and look which comes first.',
  },
  {
    name: 'words from the last to the first',
    layer: ordered((b, t, h, d, [, , T]) => [b, h, T - 1 - t, d]),
    says: 'Here the words come out from the last to the first. Take two words, and look which is which.',
  },
  {
    name: 'right in the first word alone',
    layer: ordered((b, t, h, d, [, H]) => [b, t === 0 ? h : H - 1 - h, t, d]),
    says: 'In this one the first word is right and the others are not: look at all of them.',
  },
  {
    name: 'sentences exchanged',
    layer: ordered((b, t, h, d, [B]) => [B - 1 - b, h, t, d]),
    says: 'Here the sentences of the batch have changed places. Take two sentences, and look at both.',
  },
];

/** On these, experiments differ that judge all others alike; nobody is graded by them. */
export const tellingMerges: readonly Specimen<Merge>[] = [
  { name: 'zeros', layer: (x) => mul(mergeHeads(x), 0), says: '' },
  {
    name: 'the first number moved to the last place',
    layer: (x: Tensor): Tensor => {
      const y = mergeHeads(x);
      const data = y.data.slice();
      data[data.length - 1] += data[0];
      data[0] = 0;
      return new Tensor({ ...y, data });
    },
    says: '',
  },
];
