import { add } from '../../../autograd/ops/add.js';
import { mul } from '../../../autograd/ops/mul.js';
import { tanh } from '../../../autograd/ops/tanh.js';
import { Tensor } from '../../../autograd/tensor.js';
import type { Experiment, Specimen } from '../../judging.js';
import { decoderWith, keepAll, last, overWords, rmsNorm } from './decoder.js';
import type { Cache, Decode, Ways } from './decoder.js';

/** What the exercise asks for. */
export type CacheExperiment = Experiment<Decode>;

const believed =
  'This decoder is right: word by word, from one cache, it gives what it gives for all words at once, up to rounding. Do you hand the same cache to every call of a sentence, and a new one to the next sentence?';

/** Right ones. */
export const rightDecoders: readonly Specimen<Decode>[] = [
  { name: 'a decoder with LayerNorm', layer: decoderWith(), says: believed },
  { name: 'a decoder with RMSNorm', layer: decoderWith({ norm: rmsNorm }), says: believed },
  { name: 'a decoder without positions', layer: decoderWith({ position: () => 0 }), says: believed },
  {
    name: 'a decoder that adds in another order',
    layer: (words, cache) => add(mul(decoderWith()(words, cache), 1 / 3), mul(words, 1e-9)),
    says: 'This decoder is right, too. Ask only whether its answers word by word are those for all words at once, and allow for rounding.',
  },
];

/** Keys and values rounded to three digits as soon as they are kept. */
const rounded = ({ shape, dtype, data }: Tensor): Tensor =>
  new Tensor({ shape, dtype, data: data.map((value) => Math.round(value * 1000) / 1000) });

/** What is kept, seen through a fault. */
const keeping = (name: string, keep: Ways['keep'], says: string): Specimen<Decode> => ({
  name,
  layer: decoderWith({ keep }),
  says,
});

/** Faults of the cache itself. */
export const wrongCaches: readonly Specimen<Decode>[] = [
  keeping(
    'keeps nothing',
    (_, now) => now,
    'This decoder keeps nothing: word by word, each word sees only itself. Compare with all words at once.',
  ),
  keeping(
    'keeps the last two',
    last(2),
    'This decoder keeps two words and forgets the first as soon as a third comes. Take four words or more.',
  ),
  keeping(
    'rounds what it keeps',
    (before, now) => keepAll(before && rounded(before), now),
    'This decoder rounds what it keeps to three digits, so its answers differ in the third. Nine digits can be asked for.',
  ),
  {
    name: 'one cache for everybody',
    // Afresh for every experiment, and the same for all sentences of one.
    get layer(): Decode {
      const own: Cache = {};
      const decode = decoderWith();
      return (words, cache) => decode(words, cache && own);
    },
    says: 'This decoder keeps one cache for all sentences: the second sentence sees the words of the first. Try two sentences, each with a cache of its own.',
  },
];

/** Faults that only a cache brings out. */
export const wrongOthers: readonly Specimen<Decode>[] = [
  {
    name: 'positions from the start',
    layer: decoderWith({ first: () => 0 }),
    says: 'In this decoder every call begins at position 0 again, so word by word all words stand in front.',
  },
  {
    name: 'looks ahead when it can',
    layer: decoderWith({ sees: () => true }),
    says: 'This decoder has no mask: with all words at once the earlier ones see the later ones, and word by word they cannot. The last word is the same either way: look at all of them.',
  },
  {
    name: 'a norm over the words',
    layer: decoderWith({ norm: overWords }),
    says: 'In this decoder the norm runs over the words of a call, so a word depends on how many came with it. LayerNorm would not care.',
  },
  {
    name: 'no mask within a piece',
    layer: (words, cache) => decoderWith(cache?.keys ? { sees: () => true } : {})(words, cache),
    says: 'In this decoder the words of a later piece see each other, later ones too. One word at a time is right: hand over the first two words, then two more at once.',
  },
];

/** On these, experiments differ that judge all others alike; nobody is graded by them. */
export const tellingDecoders: readonly Specimen<Decode>[] = [
  { name: 'word by word', layer: (words) => tanh(words), says: '' },
  {
    name: 'notices a word that it has kept',
    layer: (words: Tensor, cache: Cache = {}): Tensor => {
      const kept = Array.from(cache.keys?.data ?? []);
      const isKnown = words.data.some((value) => kept.includes(value));
      cache.keys = keepAll(cache.keys, words);
      return isKnown ? add(words, 1) : words;
    },
    says: '',
  },
  {
    name: 'one row only',
    layer: () => new Tensor({ shape: [1, 4], dtype: 'float64', data: new Float64Array(4) }),
    says: '',
  },
];
