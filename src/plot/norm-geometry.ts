/** Rows of three features on their way through a norm: a cloud, then a plane and a circle or a sphere, then what γ makes of it. */
import { isOnPlane, lengthOf, noteOf, requireInPlace, root3 } from './geometry-stage.js';
import type { GeometryAffine, GeometryStage, Row } from './geometry-stage.js';
import { okabeIto } from './palette.js';
import { onesUp } from './turning/ones-up.js';
import { pieceOf, stillOf } from './turning/page.js';
import type { Item, Scene, Step, Vector } from './turning/scene.js';
import { Widget } from './widget.js';

/** What the figure needs besides. */
export interface GeometryOptions {
  /** What an ellipse or an ellipsoid is made with. */
  readonly gamma?: readonly number[];
  readonly beta?: readonly number[];
  /** Rows to point out, by their label. */
  readonly marked?: Readonly<Record<string, number>>;
}

const green = okabeIto[2];

/**
 * The stages as steps of one picture that can be turned: dots move straight from stage to stage.
 *
 * @param stages The same rows in the same order at every stage, three features each.
 * @throws RangeError for other rows, or points that do not lie where their stage says.
 * @example
 * const rows = [[1, 2, 6], [0, 1, 5]];
 * const c = rows.map((row) => row.map((value) => value - (row[0] + row[1] + row[2]) / 3));
 * normGeometry([{ name: 'x', on: 'anywhere', points: rows }, { name: 'c', on: 'plane', points: c }]);
 */
export function normGeometry(stages: readonly GeometryStage[], options: GeometryOptions = {}): Widget {
  const { gamma = [1, 1, 1], beta = [0, 0, 0], marked = {} } = options;
  const affine = { gamma, beta };
  requireInPlace(stages, affine);
  const scene = sceneOf(stages, affine, marked);
  return new Widget({
    title: scene.title,
    alt: scene.alt,
    html: pieceOf(scene),
    svg: stillOf(scene),
    records: {
      columns: ['stage', 'row', 'feature 1', 'feature 2', 'feature 3', 'distance from 0'],
      rows: stages.flatMap(({ name, points }) =>
        points.map((row, n) => [name, n, row[0], row[1], row[2], lengthOf(row)]),
      ),
    },
  });
}

function sceneOf(
  stages: readonly GeometryStage[],
  affine: GeometryAffine,
  marked: Readonly<Record<string, number>>,
): Scene {
  const items = [...axes(), ...groundOf(stages, affine), ...dotsOf(stages, marked)];
  const reach = items.flatMap(({ path, points }) => [...(path ?? []).flat(), ...points]).map(lengthOf);
  const centres = stages.some(({ on }) => on === 'plane');
  const affineIs = affine.gamma.some((value) => value !== 1) || affine.beta.some((value) => value !== 0);
  const [norm, flat, round, stretched] = centres
    ? ['LayerNorm', 'falls into a plane and then ', 'a circle', 'an ellipse']
    : ['RMSNorm', '', 'a sphere', 'an ellipsoid'];
  const steps = stages.map((stage) => ({ name: stage.name, note: noteOf(stage, affine) }));
  return {
    title: `${norm}: a cloud ${flat}moves onto ${round}${affineIs ? `, and γ makes it ${stretched}` : ''}`,
    alt: steps.map(({ name, note }: Step) => `${name}: ${note}`).join(' '),
    note: 'A dot has the colour of its direction around (1, 1, 1), before the first step. Dashed: the direction (1, 1, 1). Grey: the axes of the features.',
    items,
    legend: [],
    steps,
    views: [
      { name: 'from the side', yaw: 0.5, pitch: 0.4 },
      { name: 'from above, along (1, 1, 1)', yaw: 0.5, pitch: Math.PI / 2 },
      { name: 'level with the plane', yaw: 0.5, pitch: 0 },
    ],
    radius: 1.05 * Math.max(...reach),
    size: 440,
  };
}

function axes(): Item[] {
  const features = ['x₁', 'x₂', 'x₃'].map((label, i): Item => {
    const end = onesUp([0, 1, 2].map((j) => (i === j ? 1.6 : 0)));
    return {
      points: [[0, 0, 0], end],
      colour: 'currentColor',
      width: 1,
      opacity: 0.55,
      isArrow: true,
      label,
    };
  });
  const ends: Vector[] = [
    [0, 0, -2.2],
    [0, 0, 2.6],
  ];
  return [...features, { points: ends, colour: 'currentColor', width: 1.2, dash: '5 4', opacity: 0.7 }];
}

/** What the points lie on, from its own stage to the next that has one. */
function groundOf(stages: readonly GeometryStage[], { gamma, beta }: GeometryAffine): Item[] {
  const identity = (row: Row): Row => row;
  const stretch = (row: Row): Row => row.map((value, i) => value * gamma[i] + beta[i]);
  return stages.flatMap(({ on }, n): Item[] => {
    const seen = [n, n] as const;
    const line = { colour: green, width: 1.2, opacity: 0.8, seen };
    const through = on === 'ellipse' || on === 'ellipsoid' ? stretch : identity;
    if (on === 'anywhere') return [];
    if (isOnPlane(on)) {
      const size = on === 'plane' ? 2.6 : root3;
      const round = ring(flatAxes, size).map((row) => onesUp(through(row)));
      return [
        { points: round, colour: green, opacity: 0.14, seen },
        { ...line, points: [...round, round[0]] },
      ];
    }
    return [0, 1, 2].map((axis) => {
      const others = units.filter((_, i) => i !== axis);
      const round = ring(others, root3).map((row) => onesUp(through(row)));
      return { ...line, points: [...round, round[0]] };
    });
  });
}

const units: readonly Row[] = [0, 1, 2].map((i) => [0, 1, 2].map((j) => (i === j ? 1 : 0)));
/** Two directions of the plane of mean 0, of length 1 and at a right angle. */
const flatAxes: readonly Row[] = [
  [1, -1, 0].map((value) => value / Math.SQRT2),
  [1, 1, -2].map((value) => value / Math.sqrt(6)),
];

function ring([a, b]: readonly Row[], radius: number): Row[] {
  return Array.from({ length: 72 }, (_, i) => {
    const [cos, sin] = [Math.cos((i * Math.PI) / 36), Math.sin((i * Math.PI) / 36)];
    return a.map((value, k) => radius * (cos * value + sin * b[k]));
  });
}

/** A dot for each row, coloured by its direction in the plane, so that one can follow it; marked rows larger, in front. */
function dotsOf(stages: readonly GeometryStage[], marked: Readonly<Record<string, number>>): Item[] {
  const labels = new Map(Object.entries(marked).map(([label, row]) => [row, label]));
  const items = stages[0].points.map((row, n): Item => {
    const path = stages.map(({ points }) => [rounded(onesUp(points[n]))]);
    const [right, away] = onesUp(row);
    const sixth = Math.floor(((Math.atan2(away, right) / Math.PI + 1) * 3) % 6);
    const label = labels.get(n);
    return label === undefined
      ? { points: [], path, dot: 2.6, colour: okabeIto[sixth], opacity: 0.85 }
      : { points: [], path, dot: 5, colour: 'currentColor', label };
  });
  return [
    ...items.filter(({ label }) => label === undefined),
    ...items.filter(({ label }) => label !== undefined),
  ];
}

const rounded = (v: Vector): Vector => v.map((value) => Math.round(1000 * value) / 1000) as unknown as Vector;
