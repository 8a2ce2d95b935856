import { exercises } from '../../../src/grade/index.js';
import { foundMerges, mergeHeads, otherMerges } from '../../../src/grade/exercises/merge-heads/layers.js';
import { stream, Tensor } from '../../../src/index.js';
import { gradesItsVersions } from '../versions.js';

describe('merging heads', () => {
  gradesItsVersions(exercises.mergeHeads);

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
