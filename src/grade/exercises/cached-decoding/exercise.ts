import type { Exercise } from '../../exercise.js';
import { judges } from '../../judges.js';
import { noticing } from '../../museum/noticing.js';
import type { Decode } from './decoder.js';
import { checkNames, rightExperiments, wrongExperiments } from './experiments.js';
import { rightDecoders, tellingDecoders, wrongCaches, wrongOthers } from './layers.js';
import type { CacheExperiment } from './layers.js';
import { notice } from './notice.js';

/** E8.3: an experiment that tells whether decoding from a cache equals the full pass. */
export const cachedDecodingExercise: Exercise<CacheExperiment> = {
  id: 'E8.3',
  title: 'Does the cache change anything?',
  statement:
    'You are handed a causal decoder. decode(words) takes a whole sentence [words, 4] and gives an answer for each word. decode(words, cache) takes the next words of a sentence, one or several, and keeps what it needs of them in cache, an object that is {} at the start of a sentence. Write an experiment that says true if both ways give the same answers for every word, however the sentence is cut and whatever was decoded before; false otherwise.',
  why: 'Every chat runs on such a cache, and nobody sees its answers beside those of the full pass. The norm is harmless here, and it is worth knowing why.',
  difficulty: 2,
  importance: 2,
  minutes: 10,
  asks: 'an experiment',
  signature: 'cacheIsRight(decode: (words: Tensor, cache?: object) => Tensor): boolean',
  hints: [
    'Two ways to get the answers to one sentence: all at once without a cache, and in pieces with one. Which numbers should be equal?',
    'slice(words, { axis: 0, start: 1, end: 3 }) gives two words. The same cache object goes into every call of one sentence, a new {} into the next sentence.',
    'Cut six words into pieces of 1, 2 and 3: that tries single words, and words that come together. Do it for two sentences, and compare all answers to 1e-9.',
  ],
  solution: `function cacheIsRight(decode: (words: Tensor, cache?: object) => Tensor): boolean {
  return [1, 2].every((seed) => {
    const words = new Tensor(stream('words', seed).normals([6, 4]));
    const whole = decode(words).data;
    const cache = {}; // one for each sentence
    const pieces = [[0, 1], [1, 3], [3, 6]].map(([start, end]) => decode(slice(words, { axis: 0, start, end }), cache));
    const together = pieces.flatMap((piece) => [...piece.data]);
    return together.every((value, i) => Math.abs(value - whole[i]) < 1e-9);
  });
}`,
  checks: noticing(
    judges<Decode>({
      right: { name: checkNames.right, points: 30, layers: rightDecoders },
      wrong: [
        { name: checkNames.caches, points: 40, layers: wrongCaches },
        { name: checkNames.others, points: 30, layers: wrongOthers },
      ],
      telling: tellingDecoders,
      known: wrongExperiments,
    }),
    { known: wrongExperiments, notice },
  ),
  wrong: wrongExperiments,
  right: rightExperiments,
};
