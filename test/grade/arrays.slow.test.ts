import { arrayExercises } from '../../src/grade/arrays/index.js';
import { gapsOf } from '../../src/grade/gaps.js';
import { gradeCandidate } from '../../src/grade/index.js';
import type { Candidate, Grade } from '../../src/grade/index.js';
import { gradesItsVersions, run } from './versions.js';

const all = Object.entries(arrayExercises);
const last = ({ findings }: Grade): Grade['findings'][number] => findings[findings.length - 1];

describe.each(all)('the exercise %s over arrays', (name, exercise) => {
  const grade = (candidate: unknown): Grade => gradeCandidate(candidate, exercise, { run });

  it('is whole, and goes by its name', () => {
    expect(gapsOf(exercise)).toEqual([]);
    expect(exercise.id).toBe(name);
  });

  gradesItsVersions(exercise);

  it.each<[string, Candidate, string]>([
    ['nothing', () => undefined, 'nothing'],
    ['a promise', () => Promise.resolve([[1]]), 'a promise'],
    ['a word', () => 'right', 'not a boolean|not a list|shape of the answer'],
    [
      'an error',
      () => {
        throw new Error('oh');
      },
      'stops',
    ],
  ])('understands %s', (_, candidate, misconception) => {
    const { outcome, findings } = grade(candidate);
    expect(outcome).toBe('failed');
    expect(findings).toHaveLength(1);
    expect(findings[0].misconception).toMatch(new RegExp(`^(${misconception})$`));
    expect(findings[0].message).not.toMatch(/no check could read/);
  });
});

describe('what a wrong answer is shown', () => {
  const { 'layer-norm': layerNorm, 'batch-norm': batchNorm } = arrayExercises;
  const shownTo = (candidate: Candidate, exercise = layerNorm): ReturnType<typeof last> =>
    last(gradeCandidate(candidate, exercise, { run }));

  it('is the smallest input, with wanted and got in line', () => {
    const { candidate } = layerNorm.wrong.find((version) => version.name === 'ε outside the root')!;
    expect(shownTo(candidate).shown).toEqual({
      input: 'x = [[0.1, 0.3]], gamma = [2, -1], beta = [1, 0], eps = 0.3',
      expected: '[ 0.6408, -0.1796]',
      got: '[ 0.5000, -0.2500]',
    });
  });

  it('is a shape where the shape is wrong', () => {
    const { misconception, message } = shownTo((x: number[][]) => x.map((row) => row.slice(1)));
    expect(misconception).toBe('shape');
    expect(message).toContain('should have 1 × 2 numbers');
  });

  it('is a kind where something else than numbers comes back', () => {
    expect(shownTo((x: number[][]) => x.map((row) => row.map(String)))).toMatchObject({
      misconception: 'not numbers',
    });
    expect(shownTo((x: number[][]) => Float64Array.from(x.flat()))).toMatchObject({
      misconception: 'a flat list',
    });
    expect(shownTo((x: number[][]) => x.map(() => null))).toMatchObject({ misconception: 'not a list' });
    expect(shownTo((x: number[][]) => ({ y: x }), batchNorm)).toMatchObject({
      misconception: 'shape of the answer',
      message:
        'Your function should give back { y, running: { mean, variance } }, and running.mean is missing.',
    });
  });

  it('names no misconception that does not fit', () => {
    const cube = (x: number[][]): number[][] => x.map((row) => row.map((value) => value * value * value));
    expect(shownTo(cube)).toMatchObject({ misconception: 'other numbers' });
    expect(shownTo(cube).message).toMatch(/^The numbers are not right yet/);
  });
});

describe('where no known mistake fits, what can be seen of the numbers is said', () => {
  const { 'layer-norm': layerNorm, 'layer-norm-backward': layerNormBackward } = arrayExercises;
  type Rows = number[][];
  const right = layerNorm.right[0].candidate as unknown as (...inputs: unknown[]) => Rows;
  const told = (change: (y: Rows, inputs: unknown[]) => Rows): string => {
    const candidate = (...inputs: unknown[]): Rows => change(right(...inputs), inputs);
    return last(gradeCandidate(candidate, layerNorm, { run })).message;
  };
  const withEpsilon = (f: (eps: number) => number): string =>
    told((_, [x, gamma, beta, eps]) => right(x, gamma, beta, f(eps as number)));

  it.each<[string, (y: Rows, inputs: unknown[]) => Rows, RegExp]>([
    ['the last row', (y, [x]) => [...y.slice(0, -1), (x as Rows)[y.length - 1]], /right but the last/],
    ['one array for all rows', (y) => y.map(() => y[y.length - 1]), /are what the last should be/],
    ['a limit', (y) => y.map((row) => row.map((v) => Math.max(-1.5, Math.min(1.5, v)))), /larger than 1.5/],
    ['lost digits', (y) => y.map((row) => row.map((v) => Number(v.toFixed(5)))), /have \d right digits/],
    ['a row too many', (y) => [...y, y[0]], /should have 1 × 2/],
    ['no row at all', (y) => y.slice(1), /comes back empty, where 1 × 2 numbers/],
    ['0/0', (y) => y.map((row) => row.map(() => NaN)), /gives NaN/],
  ])('%s', (_, change, words) => {
    expect(told(change)).toMatch(words);
  });

  it('an ε that is nothing, nearly nothing, or large', () => {
    expect(withEpsilon((eps) => eps || 1e-3)).toMatch(/Only with ε = 0/);
    expect(withEpsilon((eps) => Math.max(eps, 1e-8))).toMatch(/nearly nothing/);
    expect(withEpsilon((eps) => Math.min(eps, 0.5))).toMatch(/Only with a large ε/);
  });

  it('names a mistake in one part where another part is wrong as well', () => {
    type Back = { dx: Rows; dgamma: number[]; dbeta: number[] };
    const back = layerNormBackward.right[0].candidate as unknown as (...inputs: unknown[]) => Back;
    const twice = (...inputs: [Rows, Rows, number[], number]): Back => {
      const { dx, dgamma, dbeta } = back(...inputs);
      return {
        dx: dx.map((row) => row.map((v) => 3 * v)),
        dgamma,
        dbeta: dbeta.map((v, c) => v * inputs[2][c]),
      };
    };
    expect(last(gradeCandidate(twice, layerNormBackward, { run })).misconception).toBe('γ in dβ');
  });
});

describe('a gradient check is told', () => {
  const { 'gradient-check': exercise } = arrayExercises;
  type F = (x: number[]) => number;
  const judged = (candidate: (f: F, gradient: (x: number[]) => number[], x: number[]) => boolean): string =>
    last(gradeCandidate(candidate, exercise, { run })).message;

  it('how often it may ask f, where it asks far too often', () => {
    expect(
      judged((f, _, x) => {
        for (let i = 0; i < 2000; i++) f(x);
        return true;
      }),
    ).toMatch(/more than 1000 times for one component/);
  });

  it('nothing of a mistake that another one would share', () => {
    expect(judged((f, gradient, x) => f(x) === gradient(x)[0])).toMatch(
      /^This gradient is right and was refused/,
    );
  });
});
