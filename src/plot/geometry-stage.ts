/** One stage of rows on their way through a norm: where its points lie, and what happens in it, in words. */
import { eigenvalues } from './eigenvalues.js';
import { readable } from './number.js';
import { dot } from './turning/ones-up.js';

/** Three features. */
export type Row = readonly number[];

/** Where the points of a stage lie: anywhere, or on what a norm moves them to. */
export type GeometryPlace = 'anywhere' | 'plane' | 'circle' | 'ellipse' | 'sphere' | 'ellipsoid';

/** The same rows at one stage. */
export interface GeometryStage {
  /** As the step is called: 'x̂ = c · r'. */
  readonly name: string;
  readonly on: GeometryPlace;
  /** [rows][3]. */
  readonly points: readonly (readonly number[])[];
}

/** What an ellipse or an ellipsoid is made with. */
export interface GeometryAffine {
  readonly gamma: Row;
  readonly beta: Row;
}

export const root3 = Math.sqrt(3);
/** ε keeps points a little inside; what lies farther off than this share is not on the circle. */
const nearly = 0.02;

/** @throws RangeError for other rows, or points that do not lie where their stage says. */
export function requireInPlace(stages: readonly GeometryStage[], { gamma, beta }: GeometryAffine): void {
  const [first] = stages;
  if (!first || stages.some(({ points }) => points.length !== first.points.length || !points.every(isThree)))
    throw new RangeError('normGeometry: every stage needs the same rows, of three features each.');
  for (const { name, on, points } of stages) {
    const bare = on === 'ellipse' || on === 'ellipsoid' ? points.map(withoutAffine) : points;
    const isFlat = bare.every((row) => Math.abs(meanOf(row)) <= nearly);
    const isRound = bare.every((row) => Math.abs(lengthOf(row) / root3 - 1) <= nearly);
    if ((isOnPlane(on) && !isFlat) || (on !== 'anywhere' && on !== 'plane' && !isRound))
      throw new RangeError(`normGeometry: the points of ${name} do not lie on the ${on}.`);
  }

  function withoutAffine(row: Row): number[] {
    return row.map((value, i) => (value - beta[i]) / gamma[i]);
  }
}

const isThree = (row: Row): boolean => row.length === 3 && row.every(Number.isFinite);
/** Whether its points lie in one plane. */
export const isOnPlane = (on: GeometryPlace): boolean =>
  on === 'plane' || on === 'circle' || on === 'ellipse';
const meanOf = (row: Row): number => (row[0] + row[1] + row[2]) / 3;
export const lengthOf = (row: Row): number => Math.sqrt(dot(row, row));
const short = (value: number): string => readable(Number(value.toPrecision(3)));

/** What happens at a stage, with its numbers. */
export function noteOf({ on, points }: GeometryStage, { gamma, beta }: GeometryAffine): string {
  const lengths = points.map(lengthOf);
  const ends = [short(Math.min(...lengths)), short(Math.max(...lengths))];
  const range = ends[0] === ends[1] ? ends[0] : ends.join(' to ');
  const centre = beta.some((value) => value !== 0) ? ` around β = (${beta.map(short).join(', ')})` : '';
  const axesOf = (values: readonly number[]): string => values.map(short).join(', ');
  switch (on) {
    case 'anywhere':
      return `${points.length} rows of three features, each a point, ${range} from 0.`;
    case 'plane':
      return `Every point drops straight down, along (1, 1, 1), into the plane of all rows of mean 0; it is then ${range} from 0.`;
    case 'circle':
      return `Every point moves straight out or in, within the plane, to the distance √3 from 0: ${range}.`;
    case 'ellipse':
      return `γ stretches the circle along the features: an ellipse in a tilted plane${centre}, half axes ${axesOf(halfAxes(gamma))}.`;
    case 'sphere':
      return `Every point moves straight out or in to the distance √3 from 0: ${range}. Nothing falls into the plane.`;
    case 'ellipsoid':
      return `γ stretches the sphere along the features: an ellipsoid${centre}, half axes ${axesOf(gamma.map((value) => Math.abs(value) * root3))}.`;
  }
}

/** √3 times the lengths to which γ ⊙ P takes the directions of the plane: P takes the mean away. */
function halfAxes(gamma: Row): number[] {
  const P = [0, 1, 2].map((i) => [0, 1, 2].map((j) => (i === j ? 1 : 0) - 1 / 3));
  const squares = P.map((row) =>
    P.map((other) =>
      dot(
        row,
        other.map((value, k) => value * gamma[k] * gamma[k]),
      ),
    ),
  );
  return eigenvalues(squares)
    .slice(1)
    .map((value) => root3 * Math.sqrt(Math.max(0, value)))
    .reverse();
}
