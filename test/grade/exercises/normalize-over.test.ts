import { add } from '../../../src/autograd/ops/add.js';
import { mean } from '../../../src/autograd/ops/mean.js';
import { exercises, gradeCandidate } from '../../../src/grade/index.js';
import type { AnswerTo } from '../../../src/grade/index.js';
import { normalizeOver } from '../../../src/grade/exercises/normalize-over/right.js';
import { gradesItsVersions, run } from '../versions.js';

type Over = AnswerTo<typeof exercises.normalizeOver>;

/** Right but for the shapes that it refuses. */
const refusing =
  (isRefused: (x: readonly number[], shape: readonly number[]) => boolean, words = 'no'): Over =>
  (x, shape, eps) => {
    if (isRefused(x.shape, shape)) throw new RangeError(words);
    return normalizeOver(x, shape, eps);
  };
const told = (candidate: Over): object | undefined => {
  const { findings, points } = gradeCandidate(candidate, exercises.normalizeOver, { run });
  const last = findings.at(-1);
  return last && { misconception: last.misconception, got: last.shown?.got, points };
};

describe('the exercise over the last axes', () => {
  gradesItsVersions(exercises.normalizeOver);

  it('knows that every shape is refused, in whatever words', () => {
    expect(told(refusing(() => true, 'shapes do not fit'))).toEqual({
      misconception: 'every shape is refused',
      got: 'shapes do not fit',
      points: 0,
    });
  });

  it('asks about the comparison where it knows none that is like it', () => {
    expect(told(refusing((x) => x.length === 3))).toMatchObject({ misconception: 'refuses what fits' });
    const takesOne: Over = (x, shape, eps) =>
      shape[0] === 5 && x.shape.length === 3 ? add(x, 1) : normalizeOver(x, shape, eps);
    expect(told(takesOne)).toMatchObject({ misconception: 'a shape slips through', points: 75 });
  });

  it('takes an operation that stops for no refusal', () => {
    expect(
      told((x, shape, eps) =>
        x.shape.slice(-shape.length).join() === shape.join()
          ? normalizeOver(x, shape, eps)
          : mean(x, { axis: 9 }),
      ),
    ).toEqual({
      misconception: 'nothing is refused',
      got: expect.stringMatching('^mean: ') as string,
      points: 75,
    });
  });
});
