/** The edges of a computation graph: curves with arrow heads, as shapes in plotly's terms. */
import type { PlotlyObject } from './figure.js';
import { ink, okabeIto } from './palette.js';

/** A point in px of a phone; a wider page stretches x. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the walk stands, and the edges over which the gradient goes on from there. */
export const marked = okabeIto[4];

/** Radius of the circle that an edge ends at, in px. */
export const radius = 14;

/** A curve with its arrow head: two shapes. */
export function arrow(path: readonly Point[], isMarked: boolean): PlotlyObject[] {
  const color = isMarked ? marked : ink;
  const bends = bendsOf(path);
  const curve = bends.map(([, b, c, d]) => `C${said(b)} ${said(c)} ${said(d)}`).join(' ');
  const shape = { type: 'path', layer: 'below' };
  return [
    { ...shape, path: `M${said(path[0])} ${curve}`, line: { color, width: isMarked ? 3 : 1.5 } },
    { ...shape, path: headOf(bends[bends.length - 1]), fillcolor: color, line: { color, width: 1 } },
  ];
}

/** A cubic Bézier curve: where it starts, what pulls it there, what pulls it at its end, where it ends. */
type Bend = readonly [Point, Point, Point, Point];

/** Curves from place to place, level at nodes, and without a corner or a step where the edge only passes. */
function bendsOf(path: readonly Point[]): Bend[] {
  const slopes = path.map((point, i) => {
    if (i === 0 || i === path.length - 1) return 0;
    const [before, after] = [path[i - 1], path[i + 1]];
    const isStraightOn = (point.y - before.y) * (after.y - point.y) > 0;
    return isStraightOn ? (after.y - before.y) / (after.x - before.x) : 0;
  });
  return path.slice(1).map((to, i): Bend => {
    const from = path[i];
    const pull = (slope: number): number => (to.x - from.x) / (slope === 0 ? 2 : 3);
    const [a, b] = [slopes[i], slopes[i + 1]];
    const start = { x: from.x + pull(a), y: from.y + a * pull(a) };
    return [from, start, { x: to.x - pull(b), y: to.y - b * pull(b) }, to];
  });
}

/** A triangle on a bend, its tip at the circle. Stretched with the page, it stays on the curve. */
function headOf(bend: Bend): string {
  const centre = bend[3];
  let t = 1;
  while (t > 0.1 && Math.hypot(along(bend, t).x - centre.x, along(bend, t).y - centre.y) < radius + 1)
    t -= 0.01;
  const [tip, before] = [along(bend, t), along(bend, t - 0.05)];
  const length = Math.hypot(tip.x - before.x, tip.y - before.y);
  const [u, v] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  const corner = (side: number): Point => ({ x: tip.x - 7 * u - side * v, y: tip.y - 7 * v + side * u });
  return `M${said(tip)} L${said(corner(3))} L${said(corner(-3))} Z`;
}

function along([a, b, c, d]: Bend, t: number): Point {
  const s = 1 - t;
  const mix = (of: (point: Point) => number): number =>
    s * s * s * of(a) + 3 * s * s * t * of(b) + 3 * s * t * t * of(c) + t * t * t * of(d);
  return { x: mix(({ x }) => x), y: mix(({ y }) => y) };
}

function said({ x, y }: Point): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}
