/** A residual block as SVG: boxes, the stream as a thick line, branches as thin ones. */
import { escaped } from '../markup.js';
import { okabeIto, textOn } from '../palette.js';
import { placesOf, streamOf } from './places.js';
import type { BlockGraph, BlockKind, BlockNode, BlockPlace } from './places.js';

/** A piece of SVG and the room it takes, in px. */
export interface Drawn {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Colours by kind; what has none is drawn as an outline. */
const colours: Readonly<Partial<Record<BlockKind, string>>> = {
  norm: okabeIto[1],
  attention: okabeIto[0],
  'feed-forward': okabeIto[2],
  scale: okabeIto[4],
};

/** From row to row; height of a box; radius of a plus; free room between columns. */
const [pitch, boxHeight, radius, gap] = [42, 26, 11, 22];
/** Width of a letter, and of the streams that pass a block on its left. */
const [letter, lane] = [6.9, 16];

/** Where all of it stands, in px. */
interface Grid {
  readonly places: ReadonlyMap<string, BlockPlace>;
  /** Middle of each column. */
  readonly columns: readonly number[];
  /** Width of the boxes of each column. */
  readonly widths: readonly number[];
}

/** The block from its input at the top to its output at the bottom. */
export function blockDrawn(graph: BlockGraph): Drawn {
  const grid = gridOf(graph);
  const rows = Math.max(...[...grid.places.values()].map(({ row }) => row));
  const last = grid.widths.length - 1;
  return {
    svg: [
      ...graph.edges.map(([from, to]) => edge(from, to, graph, grid)),
      ...graph.nodes.map((node) => box(node, grid)),
    ].join(''),
    width: grid.columns[last] + grid.widths[last] / 2 + 2,
    height: rows * pitch + boxHeight + 4,
  };
}

function gridOf(graph: BlockGraph): Grid {
  const places = placesOf(graph);
  const count = Math.max(...[...places.values()].map(({ column }) => column)) + 1;
  const widths = Array.from({ length: count }, (_, c) => {
    const inside = graph.nodes.filter(({ id }) => places.get(id)?.column === c);
    return Math.max(2 * radius, ...inside.map(widthOf));
  });
  const stream = streamOf(graph);
  const passing = graph.edges.some(([from, to]) => isPassing(from, to, stream));
  const columns: number[] = [];
  for (let c = 0; c < count; c += 1) {
    const before = c === 0 ? 2 + (passing ? lane : 0) : columns[c - 1] + widths[c - 1] / 2 + gap;
    columns.push(before + widths[c] / 2);
  }
  return { places, columns, widths };
}

function widthOf({ kind, label }: BlockNode): number {
  return kind === 'add' ? 2 * radius : label.length * letter + 16;
}

/** True for a stream that runs around a part of the stream, as from a block's entry to its end. */
function isPassing(from: string, to: string, stream: readonly string[]): boolean {
  return stream.includes(from) && stream.includes(to) && stream.indexOf(to) !== stream.indexOf(from) + 1;
}

function at(id: string, { places, columns }: Grid): { x: number; y: number; column: number } {
  const { row, column } = places.get(id) ?? { row: 0, column: 0 };
  return { x: columns[column], y: row * pitch + boxHeight / 2 + 2, column };
}

function box({ id, label, kind }: BlockNode, grid: Grid): string {
  const { x, y, column } = at(id, grid);
  if (kind === 'add')
    return (
      `<circle cx='${x}' cy='${y}' r='${radius}' fill='none' stroke='currentColor' stroke-width='1.5'/>` +
      `<path d='M${x - 6},${y} H${x + 6} M${x},${y - 6} V${y + 6}' stroke='currentColor' stroke-width='1.5'/>`
    );
  const fill = colours[kind];
  const width = kind === 'norm' || column === 1 ? grid.widths[column] : widthOf({ id, label, kind });
  const look = fill === undefined ? `fill='none' stroke='currentColor' stroke-width='1'` : `fill='${fill}'`;
  const ink = fill === undefined ? 'currentColor' : textOn(fill);
  return (
    `<rect x='${(x - width / 2).toFixed(1)}' y='${y - boxHeight / 2}' width='${width.toFixed(1)}' height='${boxHeight}' rx='5' ${look}/>` +
    `<text x='${x.toFixed(1)}' y='${y + 4.5}' text-anchor='middle' fill='${ink}'>${escaped(label)}</text>`
  );
}

/** Half the height of a part. */
function half(id: string, { nodes }: BlockGraph): number {
  return nodes.some((node) => node.id === id && node.kind === 'add') ? radius : boxHeight / 2;
}

/** A line with its arrow: along the stream, out to a branch, back from it, in from beside, or around on the left. */
function edge(from: string, to: string, graph: BlockGraph, grid: Grid): string {
  const [a, b] = [at(from, grid), at(to, grid)];
  const [leave, arrive] = [a.y + half(from, graph), b.y - half(to, graph)];
  const turn = leave + (pitch - boxHeight) / 2 - 1;
  const side = half(to, graph) === radius ? radius : grid.widths[b.column] / 2;
  if (isPassing(from, to, streamOf(graph))) {
    const x = grid.columns[0] - grid.widths[0] / 2 - lane + 6;
    return arrow(`M${a.x},${turn} H${x} V${b.y}`, { x: b.x - side, y: b.y, along: 'right' }, 1.5);
  }
  if (a.column === 2)
    return arrow(`M${a.x - grid.widths[2] / 2},${a.y}`, { x: b.x + side, y: b.y, along: 'left' }, 1.5);
  if (a.column === 0 && b.column === 1)
    return arrow(`M${a.x},${turn} H${b.x}`, { x: b.x, y: arrive, along: 'down' }, 1.5);
  if (a.column === 1 && b.column === 0)
    return arrow(`M${a.x},${leave} V${b.y}`, { x: b.x + side, y: b.y, along: 'left' }, 1.5);
  return arrow(`M${a.x},${leave}`, { x: b.x, y: arrive, along: 'down' }, a.column === 0 ? 3 : 1.5);
}

interface Tip {
  readonly x: number;
  readonly y: number;
  readonly along: 'down' | 'left' | 'right';
}

function arrow(path: string, { x, y, along }: Tip, width: number): string {
  const [length, spread] = [7, 4];
  const back = along === 'left' ? x + length : x - length;
  const end = along === 'down' ? `V${y - length + 1}` : `H${back}`;
  const corners =
    along === 'down'
      ? `L${x - spread},${y - length} L${x + spread},${y - length}`
      : `L${back},${y - spread} L${back},${y + spread}`;
  return (
    `<path d='${path} ${end}' fill='none' stroke='currentColor' stroke-width='${width}'/>` +
    `<path d='M${x},${y} ${corners} Z' fill='currentColor'/>`
  );
}
