import { slice, Tensor } from '../../../src/autograd/index.js';
import type { Decode } from '../../../src/grade/exercises/cached-decoding/decoder.js';
import { exercises, gradeCandidate } from '../../../src/grade/index.js';
import { stream } from '../../../src/tensor/index.js';
import { gradesItsVersions, run } from '../versions.js';

describe('the experiment on a cache', () => {
  gradesItsVersions(exercises.cachedDecoding);

  const told = (experiment: (decode: Decode) => boolean): string | undefined =>
    gradeCandidate(experiment, exercises.cachedDecoding, { run }).findings.at(-1)?.misconception;
  const words = new Tensor(stream('five words', 1).normals([5, 4]));
  const same = (a: ArrayLike<number>, b: ArrayLike<number>): boolean =>
    Array.from(a).every((value, i) => Math.abs(value - b[i]) < 1e-9);
  const cutAt = (cuts: readonly number[]): Tensor[] =>
    cuts.slice(1).map((end, i) => slice(words, { axis: 0, start: cuts[i], end }));
  /** In pieces, each decoded with what `cache` gives. */
  const inPieces = (cuts: readonly number[], cache: () => object | undefined) => (decode: Decode) =>
    same(
      cutAt(cuts).flatMap((piece) => [...decode(piece, cache()).data]),
      decode(words).data,
    );

  it('is told of the cache that it hands over, however it cuts its sentence', () => {
    expect(told(inPieces([0, 5], () => ({})))).toBe('the whole sentence with an empty cache');
    expect(told(inPieces([0, 5], () => undefined))).toBe('without a cache');
    for (const cuts of [
      [0, 1, 2, 3, 4, 5],
      [0, 2, 5],
    ]) {
      expect(told(inPieces(cuts, () => undefined))).toBe('pieces without a cache');
      expect(told(inPieces(cuts, () => ({})))).toBe('a new cache for every word');
    }
  });

  it('is told that it hands over no cache where it compares a beginning with the whole', () => {
    const beginning = (decode: Decode): boolean =>
      same(decode(cutAt([0, 3])[0]).data, decode(words).data.slice(0, 12));
    expect(told(beginning)).toBe('without a cache');
  });
});
