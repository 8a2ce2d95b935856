import { slice } from '../../../autograd/ops/slice.js';
import { Tensor } from '../../../autograd/tensor.js';
import { stream } from '../../../tensor/random.js';
import type { RightVersion, WrongVersion } from '../../exercise.js';
import type { Cache, Decode } from './decoder.js';
import type { CacheExperiment } from './layers.js';

/** What the checks are called. */
export const checkNames = {
  right: 'believes decoders whose cache is right',
  caches: 'refuses caches that lose something or mix sentences',
  others: 'refuses decoders that depend on the cut',
} as const;

const sentence = (seed: number, length = 6): Tensor =>
  new Tensor(stream('sentence', seed).normals([length, 4]));
const part = (words: Tensor, start: number, end: number): Tensor => slice(words, { axis: 0, start, end });

/** The answers to a sentence that is handed over in pieces of these lengths, from one cache. */
function inPieces(decode: Decode, words: Tensor, lengths: readonly number[], cache: Cache = {}): number[] {
  let start = 0;
  return lengths.flatMap((length) => {
    const answer = decode(part(words, start, start + length), cache);
    start += length;
    return Array.from(answer.data);
  });
}

const wordByWord = (decode: Decode, words: Tensor): number[] =>
  inPieces(
    decode,
    words,
    Array.from({ length: words.shape[0] }, () => 1),
  );
const near = (a: ArrayLike<number>, b: ArrayLike<number>, tolerance = 1e-9): boolean =>
  a.length === b.length && Array.from(a).every((value, i) => Math.abs(value - b[i]) <= tolerance);
const agrees = (decode: Decode, words: Tensor, lengths: readonly number[], tolerance?: number): boolean =>
  near(inPieces(decode, words, lengths), decode(words).data, tolerance);

/** Experiments that tell all of them, each in its own way. */
export const rightExperiments: readonly RightVersion<CacheExperiment>[] = [
  {
    name: 'in pieces, for two sentences',
    candidate: (decode) => [1, 2].every((seed) => agrees(decode, sentence(seed), [1, 2, 3])),
  },
  {
    name: 'word by word, and in two halves',
    candidate: (decode) =>
      [3, 4].every((seed) => near(wordByWord(decode, sentence(seed)), decode(sentence(seed)).data)) &&
      agrees(decode, sentence(5, 8), [4, 4]),
  },
  {
    name: 'every cut of a sentence',
    candidate: (decode) =>
      [1, 2, 3, 4].every((cut) => agrees(decode, sentence(6, 5), [cut, 5 - cut])) &&
      near(wordByWord(decode, sentence(7, 5)), decode(sentence(7, 5)).data),
  },
  {
    name: 'two sentences in turns',
    candidate: (decode: Decode): boolean => {
      const [a, b] = [sentence(8), sentence(9)];
      const caches: Cache[] = [{}, {}];
      const answers = [0, 2, 4].map((start) =>
        [a, b].map((words, i) => Array.from(decode(part(words, start, start + 2), caches[i]).data)),
      );
      return [a, b].every((words, i) =>
        near(
          answers.flatMap((pair) => pair[i]),
          decode(words).data,
        ),
      );
    },
  },
];

const two = [1, 2];

/** Experiments that do not do. */
export const wrongExperiments: readonly WrongVersion<CacheExperiment>[] = [
  {
    name: 'a new cache for every word',
    says: 'You hand a new cache to every call. Then nobody remembers anything: one cache goes through the whole sentence.',
    caughtBy: checkNames.right,
    candidate: (decode: Decode): boolean => {
      const words = sentence(1);
      const alone = [0, 1, 2, 3, 4, 5].flatMap((t) => Array.from(decode(part(words, t, t + 1), {}).data));
      return near(alone, decode(words).data);
    },
  },
  {
    name: 'all words so far, again and again',
    says: 'You hand over all words so far in every call, though the cache has them: they are seen twice. With a cache, only the new words are handed over.',
    caughtBy: checkNames.right,
    candidate: (decode: Decode): boolean => {
      const [words, cache] = [sentence(1), {}];
      const answers = [1, 2, 3, 4, 5, 6].flatMap((t) =>
        Array.from(decode(part(words, 0, t), cache).data.slice(-4)),
      );
      return near(answers, decode(words).data);
    },
  },
  {
    name: 'the verdict the wrong way round',
    says: 'You say true of the wrong decoders and false of the right ones. true is for a cache that changes nothing.',
    caughtBy: checkNames.right,
    candidate: (decode) => !two.every((seed) => agrees(decode, sentence(seed), [1, 2, 3])),
  },
  {
    name: 'the same cache for two sentences',
    says: 'You hand the cache of the first sentence to the second. A right decoder then takes them for one sentence: begin each with an empty one.',
    caughtBy: checkNames.right,
    candidate: (decode: Decode): boolean => {
      const cache: Cache = {};
      return two.every((seed) =>
        near(inPieces(decode, sentence(seed), [1, 2, 3], cache), decode(sentence(seed)).data),
      );
    },
  },
  {
    name: 'pieces without a cache',
    says: 'You cut the sentence and hand over no cache, so each piece is taken for a sentence of its own. Hand over one cache, {} at first, with all of its pieces.',
    caughtBy: checkNames.right,
    candidate: (decode: Decode): boolean => {
      const words = sentence(1);
      const apart = [0, 1, 2, 3, 4, 5].flatMap((t) => Array.from(decode(part(words, t, t + 1)).data));
      return near(apart, decode(words).data);
    },
  },
  {
    name: 'never true',
    says: 'Your experiment refuses every decoder. Do you compare numbers? Two tensors are never ===, whatever they hold: compare their data.',
    caughtBy: checkNames.right,
    candidate: (decode) => decode(sentence(1)).shape.length === 3,
  },
  {
    name: 'without a cache',
    says: 'You never hand over a cache, so you compare full passes with each other.',
    caughtBy: checkNames.caches,
    candidate: (decode) => near(decode(sentence(1)).data, decode(sentence(1)).data),
  },
  {
    name: 'the whole sentence with an empty cache',
    says: 'You hand over the whole sentence at once, with a cache that is still empty: nothing of what it keeps is ever asked for. Cut the sentence, and hand the same cache over with every piece.',
    caughtBy: checkNames.caches,
    candidate: (decode) => two.every((seed) => agrees(decode, sentence(seed), [6])),
  },
  {
    name: 'shape only',
    says: 'You look at how many answers there are. There is one for each word, whatever it says.',
    caughtBy: checkNames.caches,
    candidate: (decode) => wordByWord(decode, sentence(1)).length === decode(sentence(1)).data.length,
  },
  {
    name: 'two words',
    says: 'You take two words. A decoder that forgets the first when the third comes is right there: take four or more.',
    caughtBy: checkNames.caches,
    candidate: (decode) => two.every((seed) => agrees(decode, sentence(seed, 2), [1, 1])),
  },
  {
    name: 'allows too much',
    says: 'You allow a hundredth. A cache that rounds is off by less: both ways compute the same sums, and nine digits can be asked for.',
    caughtBy: checkNames.caches,
    candidate: (decode) => two.every((seed) => agrees(decode, sentence(seed), [1, 2, 3], 0.03)),
  },
  {
    name: 'one sentence',
    says: 'You try one sentence. Whether the cache of one reaches the next shows only with a second.',
    caughtBy: checkNames.caches,
    candidate: (decode) => agrees(decode, sentence(1), [1, 2, 3]),
  },
  {
    name: 'the last word only',
    says: 'You compare the last word only. A decoder without a mask is right there, since the last word may see all: compare every word.',
    caughtBy: checkNames.others,
    candidate: (decode) =>
      two.every((seed) =>
        near(inPieces(decode, sentence(seed), [1, 2, 3]).slice(-4), decode(sentence(seed)).data.slice(-4)),
      ),
  },
  {
    name: 'one word at a time',
    says: 'You hand over one word at a time. Words that come together need a mask among themselves as well: hand over two or three at once, behind others.',
    caughtBy: checkNames.others,
    candidate: (decode) =>
      two.every((seed) => near(wordByWord(decode, sentence(seed)), decode(sentence(seed)).data)),
  },
];
