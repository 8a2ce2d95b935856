import type { RightVersion } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { mapNumbers } from '../../arrays/plain.js';
import { apart } from '../damage.js';
import { moves, numbers, other, replaced, sentence, x } from './batches.js';
import type { Layer, Words } from './layers.js';

/** Experiments that do, each in its own way. */
export const right: readonly RightVersion<Experiment<Layer>>[] = [
  {
    name: 'each sentence in turn, all others watched',
    candidate: (layer) =>
      numbers.every((changed) =>
        numbers.every(
          (b) =>
            b === changed ||
            moves(
              layer,
              replaced((_, c) => c === changed, other),
              b,
            ) < 1e-9,
        ),
      ),
  },
  {
    name: 'every sentence also alone',
    candidate: (layer) =>
      numbers.every((b) => {
        const alone = layer(x.map((place) => [place[b]]));
        return apart(sentence(alone, 0), sentence(layer(x), b)) < 1e-9;
      }),
  },
  {
    name: 'one number nudged, by differences',
    candidate: (layer: Layer): boolean => {
      const nudged = x.map((place, s) =>
        place.map((word, b) => (s === 1 && b === 0 ? word.map((v, e) => (e === 2 ? v + 1e-3 : v)) : word)),
      );
      const behind = [1, 2, 3].every((b) => moves(layer, nudged, b) < 1e-9);
      return (
        behind &&
        moves(
          layer,
          replaced((_, b) => b === 3, other),
          0,
        ) < 1e-9
      );
    },
  },
  {
    name: 'the first two of a batch against a larger batch',
    candidate: (layer: Layer): boolean => {
      const two = layer(x.map((place) => place.slice(2)));
      const silence = layer(replaced((_, b) => b !== 1, mapNumbers(x, () => 0) as Words));
      return (
        apart(sentence(two, 0), sentence(layer(x), 2)) < 1e-9 &&
        apart(sentence(silence, 1), sentence(layer(x), 1)) < 1e-9
      );
    },
  },
];
