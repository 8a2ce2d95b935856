/** A computation graph in plotly's terms: where all stands, and circles with their names. */
import type { PlotlyObject } from './figure.js';
import { marked, radius } from './graph-arrows.js';
import type { Point } from './graph-arrows.js';
import type { Layered, Place } from './layered.js';
import { ink, okabeIto, textOn } from './palette.js';

/** What is drawn of a node. */
export interface DrawnNode {
  readonly id: string;
  readonly name: string;
  readonly kind: 'input' | 'elementwise' | 'mixing';
  readonly op: string;
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

/** Height of a lane, and width of a letter of a name, in px. */
const [laneHeight, letter] = [60, 7.6];

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
