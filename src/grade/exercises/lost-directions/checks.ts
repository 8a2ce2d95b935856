import { layerNorm } from '../../../norm/layer-norm.js';
import { tensor } from '../../../autograd/tensor.js';
import { stream } from '../../../tensor/random.js';
import { dot } from '../../../tensor/rows.js';
import { Failure } from '../../exercise.js';
import type { Check, Shown } from '../../exercise.js';
import { notYetWritten } from '../../not-yet-written.js';
import { checkNames } from './names.js';
import { directionAt, readDirection } from './value.js';
import { mistakes } from './versions.js';

type Directions = readonly string[];

/** Rows of odd and even length whose mean is not 0 and whose deviation is not 1. */
function rows(seed: number): readonly (readonly number[])[] {
  const random = stream('lost directions', seed);
  const drawn = [3, 4, 6].map((C) => Array.from(random.normals([C], { mean: 2, deviation: 3 }).data));
  return [[1, 2, 6], ...drawn];
}

/** The same deviations around other means: there mu may be 0, or x be c. */
const withMeans: readonly (readonly number[])[] = [-2, -1, 0, 1, 2].map((mean) =>
  [-2, -1, 3].map((value) => value + mean),
);

/** From the most fundamental to the subtlest. */
export const lostDirectionsChecks: readonly Check<Directions>[] = [
  { name: checkNames.two, points: 10, run: areTwo },
  { name: checkNames.lost, points: 60, run: areLost },
  { name: checkNames.apart, points: 30, run: areApart },
];

function areTwo(answer: Directions): void {
  if (answer.every((text) => text.trim() === '')) notYetWritten('E7.1');
  if (answer.length !== 2)
    throw failure('not two', {
      input: `${answer.length} formulas`,
      expected: 'two formulas',
      got: `[${answer.map((text) => `'${text}'`).join(', ')}]`,
    });
  for (const text of answer) {
    const u = directionAt(readDirection(text), rows(0)[0]);
    if (u.every((value) => Math.abs(value) < 1e-9))
      throw failure('no direction', { input: text, expected: 'a direction that is not 0', got: inRow(u) });
  }
}

/** How fast x̂ moves, at most, as x moves along u, for a move of the size of x. */
function speed(x: readonly number[], u: readonly number[]): number {
  const h = 1e-5 / Math.max(...u.map(Math.abs));
  const moved = [h, -h].map((step) => tensor(x.map((value, i) => value + step * u[i])));
  const [ahead, behind] = moved.map((row) => layerNorm({ x: row }, { eps: 0 }).data);
  return Math.max(...Array.from(ahead, (value, i) => Math.abs(value - behind[i]))) / 2e-5;
}

/** Rounding leaves 10⁻¹⁰ of a step of 10⁻⁵; what is not lost moves a hundredth and more for one of the rows. */
const stillness = 1e-6;

function areLost(answer: Directions, seed = 0): void {
  for (const text of answer) {
    const direction = readDirection(text);
    const x = rows(seed).find((row) => !(speed(row, directionAt(direction, row)) < stillness));
    if (x === undefined) continue;
    const known = Object.entries(mistakes.lost).find(([, { formulas }]) =>
      formulas.some((formula) => sameDirection(text, formula)),
    );
    const u = directionAt(direction, x);
    const y = layerNorm({ x: tensor(x.map((value, i) => value + 0.1 * u[i])) }, { eps: 0 });
    const shown: Shown = {
      input: `x = ${inRow(x)}, moved along ${text} = ${inRow(u)}`,
      expected: `x̂ stays ${inRow(layerNorm({ x: tensor([...x]) }, { eps: 0 }).data)}`,
      got: `a tenth of it makes ${inRow(y.data)}`,
    };
    throw new Failure(known?.[0] ?? 'not lost', known?.[1].says ?? mistakes.other, shown);
  }
}

function sameDirection(a: string, b: string): boolean {
  return rows(0).every((x) =>
    isOne(...([a, b].map((text) => directionAt(readDirection(text), x)) as [number[], number[]])),
  );
}

/** Whether two vectors are multiples of each other. */
function isOne(u: readonly number[], v: readonly number[]): boolean {
  const [uu, vv, uv] = [
    [u, u],
    [v, v],
    [u, v],
  ].map(([a, b]) => dot(Float64Array.from(a), Float64Array.from(b)));
  return uu * vv - uv * uv <= 1e-10 * uu * vv;
}

function areApart(answer: Directions, seed = 0): void {
  const directions = answer.map(readDirection);
  const isOneAt = (row: readonly number[]): boolean =>
    isOne(directionAt(directions[0], row), directionAt(directions[1], row));
  const x = [...rows(seed), ...withMeans].find(isOneAt);
  if (x === undefined) return;
  throw failure(nameOf(answer, x, rows(seed).some(isOneAt)), {
    input: `x = ${inRow(x)}`,
    expected: 'two directions of which none is a multiple of the other',
    got: directions.map((direction) => inRow(directionAt(direction, x))).join(' and '),
  });
}

function nameOf(answer: Directions, x: readonly number[], isUsual: boolean): keyof typeof mistakes.others {
  if (isUsual) return sameDirection(answer[0], '1') ? 'the ones twice' : 'the row twice';
  const vanishes = answer.some((text) =>
    directionAt(readDirection(text), x).every((value) => Math.abs(value) < 1e-9),
  );
  return vanishes ? 'gone at some rows' : 'one at some rows';
}

function failure(name: keyof typeof mistakes.others, shown: Shown): Failure {
  return new Failure(name, mistakes.others[name], shown);
}

function inRow(row: ArrayLike<number>): string {
  return `(${Array.from(row, (value) => String(Number(value.toPrecision(4)))).join(', ')})`;
}
