/** In three dimensions: the gradient g loses its part along 1 and its part along x̂; what remains is dx / r. */
import { readable } from './number.js';
import { okabeIto } from './palette.js';
import { turned } from './turning/draw.js';
import { dot, onesUp } from './turning/ones-up.js';
import { pieceOf, stillOf } from './turning/page.js';
import type { Item, Scene, Vector } from './turning/scene.js';
import { Widget } from './widget.js';

/** One word of three features on the way back. */
export interface ProjectionRecords {
  /** g = γ ⊙ dy. */
  readonly g: readonly number[];
  readonly xhat: readonly number[];
  readonly rstd: number;
  readonly dx: readonly number[];
}

const [blue, vermilion, green, pink] = okabeIto;
/** On the picture g is this long; x̂ and its circle have their own scale. */
const drawnLength = 2.3;
/** From how far above the plane one looks at the start, in radians. */
const tilt = 0.45;

/**
 * g as an arrow, its projection off 1, and what remains off x̂ as well: dx / r. Drag it, use the arrow keys or the buttons.
 *
 * @throws RangeError for vectors that do not have three entries, or where dx / r is not g − mean(g) − x̂ · mean(g ⊙ x̂).
 * @example
 * projection3d({ g: [1, 0, -1], xhat: [0, 1.2247, -1.2247], rstd: 1, dx: [1, -0.5, -0.5] });
 */
export function projection3d(records: ProjectionRecords): Widget {
  const vectors = vectorsOf(records);
  const scene = sceneOf(vectors);
  return new Widget({
    title: scene.title,
    alt: scene.alt,
    html: pieceOf(scene),
    svg: stillOf(scene),
    records: {
      columns: ['vector', 'feature 0', 'feature 1', 'feature 2', 'length'],
      rows: Object.entries(vectors).map(([name, v]) => [name, v[0], v[1], v[2], lengthOf(v)]),
    },
  });
}

type Vectors = Readonly<Record<'g' | 'g − mean(g)' | 'dx / r' | 'x̂', readonly number[]>>;

function vectorsOf({ g, xhat, rstd, dx }: ProjectionRecords): Vectors {
  if ([g, xhat, dx].some(({ length }) => length !== 3)) {
    throw new RangeError('projection3d: g, xhat and dx need three entries each.');
  }
  const mean = (v: readonly number[]): number => v.reduce((sum, value) => sum + value, 0) / 3;
  const centred = g.map((value) => value - mean(g));
  const along = mean(g.map((value, i) => value * xhat[i]));
  const rest = dx.map((value) => value / rstd);
  if (rest.some((value, i) => !(Math.abs(value - centred[i] + xhat[i] * along) <= 1e-6 * lengthOf(g)))) {
    throw new RangeError('projection3d: dx / rstd is not g − mean(g) − xhat · mean(g ⊙ xhat).');
  }
  return { g, 'g − mean(g)': centred, 'dx / r': rest, x̂: xhat };
}

function sceneOf(vectors: Vectors): Scene {
  const { g, 'g − mean(g)': centred, 'dx / r': rest, x̂: xhat } = vectors;
  const scale = drawnLength / (lengthOf(g) || 1);
  const at = (v: readonly number[]): Vector => onesUp(v.map((value) => value * scale));
  const [tip, shadow, end, x] = [at(g), at(centred), at(rest), onesUp(xhat)];
  const start = { yaw: clearest([origin, x, shadow, end]), pitch: tilt };
  const towards = -Math.PI / 2 - Math.atan2(x[1], x[0]);
  const share = `${readable(Number(((100 * lengthOf(rest)) / (lengthOf(g) || 1)).toPrecision(2)))} %`;
  const length = (v: readonly number[]): string => readable(Number(lengthOf(v).toPrecision(3)));
  return {
    title: `Of the gradient g, ${share} remain: what is orthogonal to 1 and to x̂`,
    alt:
      `In three dimensions g has length ${length(g)}. Without its part along 1 it has length ${length(centred)}, and without ` +
      `its part along x̂ as well ${length(rest)}, ${share} of g: that is dx / r, on the one line orthogonal to both.`,
    note: 'Dotted: what is taken off. Dashed: the direction 1, and the one line orthogonal to 1 and x̂. Grey: the axes of the features.',
    items: [
      arrow(tip, blue, 'g'),
      { ...arrow(end, vermilion, 'dx / r'), width: 4 },
      arrow(shadow, pink, 'g − mean(g)'),
      arrow(x, green, 'x̂'),
      drop(tip, shadow),
      drop(shadow, end),
      ...ground(x),
    ],
    legend: [
      { colour: blue, text: `g, length ${length(g)}` },
      { colour: pink, text: `g − mean(g), off 1: length ${length(centred)}` },
      { colour: vermilion, text: `dx / r, off x̂ as well: length ${length(rest)}` },
      { colour: green, text: 'x̂, on its circle in the plane orthogonal to 1' },
    ],
    views: [
      { name: 'from the side', ...start },
      { name: 'along 1', ...start, pitch: Math.PI / 2 },
      { name: 'along x̂', yaw: towards, pitch: 0 },
    ],
    radius: 2.55,
    size: 380,
  };
}

/** From where, around the axis 1, the points stand clearest apart: no line between two of them points at the eye. */
function clearest(points: readonly Vector[]): number {
  const yaws = Array.from({ length: 36 }, (_, i) => (i * Math.PI) / 18);
  const shares = yaws.map((yaw) => {
    const seen = points.map((point) => turned(point, { yaw, pitch: tilt }));
    const pairs = points.flatMap((one, i) =>
      points.slice(i + 1).map((other, j) => {
        const real = Math.hypot(...one.map((value, axis) => value - other[axis]));
        const [a, b] = [seen[i], seen[i + 1 + j]];
        return real < 1e-9 ? 1 : Math.hypot(a[0] - b[0], a[1] - b[1]) / real;
      }),
    );
    return Math.min(...pairs);
  });
  return yaws[shares.indexOf(Math.max(...shares))];
}

/** The plane orthogonal to 1 as the disc that x̂ ends on, the line along 1, the line left over, and the three features. */
function ground(xhat: Vector): Item[] {
  const radius = Math.sqrt(3);
  const circle = Array.from({ length: 72 }, (_, i): Vector => {
    const angle = (i * Math.PI) / 36;
    return [radius * Math.cos(angle), radius * Math.sin(angle), 0];
  });
  const angle = Math.atan2(xhat[1], xhat[0]) + Math.PI / 2;
  const left: Vector = [2.2 * Math.cos(angle), 2.2 * Math.sin(angle), 0];
  const features = ['x₀', 'x₁', 'x₂'].map((label, i): Item => {
    const end = onesUp([0, 1, 2].map((j) => (i === j ? 1.6 : 0)));
    return { points: [origin, end], colour: 'currentColor', width: 1, opacity: 0.55, isArrow: true, label };
  });
  return [
    { points: circle, colour: green, opacity: 0.14 },
    { points: [...circle, circle[0]], colour: green, width: 1, opacity: 0.7 },
    {
      points: [
        [0, 0, -1.9],
        [0, 0, 2.3],
      ],
      colour: 'currentColor',
      width: 1.2,
      dash: '5 4',
      label: '1',
    },
    {
      points: [left.map((value) => -value) as unknown as Vector, left],
      colour: vermilion,
      width: 1.2,
      dash: '5 4',
      opacity: 0.9,
    },
    ...features,
  ];
}

const origin: Vector = [0, 0, 0];

function arrow(end: Vector, colour: string, label: string): Item {
  return { points: [origin, end], colour, width: 3, isArrow: true, label };
}

/** What is taken off. */
function drop(from: Vector, to: Vector): Item {
  return { points: [from, to], colour: 'currentColor', width: 1.5, dash: '2 3' };
}

function lengthOf(v: readonly number[]): number {
  return Math.sqrt(dot(v, v));
}
