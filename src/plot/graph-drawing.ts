/** A computation graph in plotly's terms: circles with their names, and curves with arrow heads between them. */
import type { PlotlyObject } from './figure.js';
import type { Layered, Place } from './layered.js';
import { ink, okabeIto, textOn } from './palette.js';

/** What is drawn of a node. */
export interface DrawnNode {
  readonly id: string;
  readonly name: string;
  readonly kind: 'input' | 'elementwise' | 'mixing';
  readonly op: string;
}

/** A point in px of a phone; a wider page stretches x. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the drawing stands. */
export interface Drawing {
  readonly nodes: ReadonlyMap<string, Point>;
  /** From node to node, through the places where an edge passes. */
  readonly edges: readonly (readonly Point[])[];
  /** x of each column. */
  readonly columns: readonly number[];
  readonly x: readonly [number, number];
  /** From the upper edge down. */
  readonly y: readonly [number, number];
}

/** How kinds of nodes look, in the order of the legend. */
export const kinds = [
  { kind: 'input', name: 'input', symbol: 'square', colour: okabeIto[5], size: 20 },
  { kind: 'elementwise', name: 'each number for itself', symbol: 'circle', colour: okabeIto[0], size: 28 },
  { kind: 'mixing', name: 'mixes numbers', symbol: 'circle', colour: okabeIto[1], size: 28 },
] as const;

/** Where the walk stands, and the edges over which the gradient goes on from there. */
const marked = okabeIto[4];

/** Radius of a circle, height of a lane, width of a letter of a name, in px. */
const [radius, laneHeight, letter] = [14, 60, 7.6];

/** Places in px. Columns are as far apart as circles, and names side by side, need. */
export function drawingOf(nodes: readonly DrawnNode[], { nodes: places, edges }: Layered): Drawing {
  const placed = nodes.flatMap(({ id, name }) => {
    const place = places.get(id);
    return place === undefined ? [] : [{ ...place, half: (name.length * letter) / 2 }];
  });
  const inColumn = (c: number): typeof placed => placed.filter(({ column }) => column === c);
  const columns = [0];
  for (let c = 1; inColumn(c).length > 0; c += 1) {
    const beside = inColumn(c - 1).flatMap((one) =>
      inColumn(c)
        .filter(({ half, height }) => half > 0 && one.half > 0 && Math.abs(one.height - height) < 0.4)
        .map(({ half }) => one.half + half),
    );
    columns.push(columns[c - 1] + Math.max(2 * radius, ...beside) + 6);
  }
  const point = ({ column, height }: Place): Point => ({ x: columns[column], y: height * laneHeight });
  const heights = edges.flat().map((place) => point(place).y);
  const room = (c: number): number => Math.max(radius, ...inColumn(c).map(({ half }) => half)) + 8;
  const last = columns.length - 1;
  return {
    nodes: new Map([...places].map(([id, place]) => [id, point(place)])),
    edges: edges.map((path) => path.map(point)),
    columns,
    x: [-room(0), columns[last] + room(last)],
    y: [Math.min(0, ...heights) - radius - 30, Math.max(0, ...heights) + radius + 14],
  };
}

/** The nodes of one kind. */
export function circles(
  { kind, name, symbol, colour, size }: (typeof kinds)[number],
  nodes: readonly (DrawnNode & { readonly hover: string })[],
  { nodes: points }: Drawing,
): PlotlyObject {
  const own = nodes.filter((node) => node.kind === kind);
  return {
    type: 'scatter',
    mode: 'markers+text',
    name,
    x: own.map(({ id }) => points.get(id)?.x),
    y: own.map(({ id }) => points.get(id)?.y),
    marker: { color: colour, size, symbol, opacity: 1, line: { width: 0 } },
    text: own.map(({ op }) => (op === '' ? '' : `<span style="color:${textOn(colour)}">${op}</span>`)),
    textposition: 'middle center',
    textfont: { size: 10.5 },
    hoverinfo: 'text',
    hovertext: own.map(({ hover }) => hover),
    cliponaxis: false,
  };
}

/** A ring around a node. */
export function ring(point: Point): PlotlyObject {
  return {
    type: 'scatter',
    mode: 'markers',
    name: 'here',
    x: [point.x],
    y: [point.y],
    marker: { color: marked, size: 2 * radius + 3, symbol: 'circle-open', line: { width: 4 } },
    hoverinfo: 'skip',
    showlegend: false,
    cliponaxis: false,
  };
}

/** The names over the nodes that have one. */
export function names(nodes: readonly DrawnNode[], { nodes: points }: Drawing): PlotlyObject {
  const named = nodes.filter(({ name }) => name !== '');
  return {
    type: 'scatter',
    mode: 'text',
    name: 'names',
    x: named.map(({ id }) => points.get(id)?.x),
    y: named.map(({ id }) => (points.get(id)?.y ?? 0) - radius - 10),
    text: named.map(({ name }) => `<b>${name}</b>`),
    textposition: 'middle center',
    textfont: { size: 13, color: ink },
    hoverinfo: 'skip',
    showlegend: false,
    cliponaxis: false,
  };
}

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
  while (t > 0.1 && Math.hypot(along(bend, t).x - centre.x, along(bend, t).y - centre.y) < radius + 1) t -= 0.01;
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
