import { exercises, gradeCandidate } from '../../../src/grade/index.js';
import type { Pieces, Placement } from '../../../src/grade/index.js';
import type { Tensor } from '../../../src/index.js';
import { gradesItsVersions, run } from '../versions.js';

describe('the five placements', () => {
  gradesItsVersions(exercises.placements);

  it('are told one by one: who has two wrong hears of the first, by its name', () => {
    const byPlacement = new Map(
      exercises.placements.wrong.map((version) => [version.name, version.candidate]),
    );
    const [post, gate] = ['post: no stream', 'rezero: no gate'].map((name) => byPlacement.get(name));
    const both = (placement: Placement, x: Tensor, pieces: Pieces): Tensor | undefined =>
      (placement === 'post' ? post : gate)?.(placement, x, pieces);
    const { findings } = gradeCandidate(both, exercises.placements, { run });
    expect(findings.at(-1)?.misconception).toBe('post: no stream');
  });
});
