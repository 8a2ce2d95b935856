import { exercises, gradeCandidate } from '../../../src/grade/index.js';
import { foundMerges, mergeHeads, otherMerges } from '../../../src/grade/exercises/merge-heads/layers.js';
import { stream, Tensor } from '../../../src/index.js';
import { gradesItsVersions, run } from '../versions.js';

describe('merging heads', () => {
  gradesItsVersions(exercises.mergeHeads);

  it('says of a comparison that no order changes what is true of it, whatever the numbers are', () => {
    const x = new Tensor(stream('sums', 1).normals([2, 2, 2, 2]));
    const sums = ({ data }: Tensor): number[] =>
      [1, 2].map((power) => data.reduce((s, v) => s + Math.pow(v, power), 0));
    const { findings } = gradeCandidate(
      (merge: (heads: Tensor) => Tensor) =>
        sums(merge(x)).every((sum, i) => Math.abs(sum - sums(x)[i]) < 1e-9),
      exercises.mergeHeads,
      { run },
    );
    expect(findings.at(-1)?.message).toContain('or what you compare does not depend on their order');
  });

  it('is judged by merges that keep all numbers, in another order', () => {
    const x = new Tensor(stream('heads', 1).normals([2, 3, 4, 5]));
    const sorted = (t: Tensor): number[] => [...t.data].sort((a, b) => a - b);
    for (const { layer } of [...foundMerges, ...otherMerges]) {
      expect(sorted(layer(x))).toEqual(sorted(x));
      expect(layer(x).data.join()).not.toBe(mergeHeads(x).data.join());
      expect(layer(x).shape).toEqual([2, 4, 15]);
    }
  });
});
