/** The operations that made a tensor, drawn from its tape. */
import { plotlyAxis } from './axis.js';
import { Figure } from './figure.js';
import type { PlotlyObject } from './figure.js';
import { layered } from './layered.js';
import type { Edge, Layered, Place } from './layered.js';
import { legend, legendHeight } from './legend.js';
import { readable } from './number.js';
import { ink, okabeIto, textOn } from './palette.js';
import { headingHeight } from './theme.js';

/** A tensor of the tape: an input, or the result of an operation. */
export interface GraphNode {
  readonly id: string;
  /** What its maker calls it: "rstd"; '' for a result without a name. */
  readonly name: string;
  /** An input; an operation on each number for itself; or one that mixes numbers, as a mean does. */
  readonly kind: 'input' | 'elementwise' | 'mixing';
  /** What stands in its circle: "+", "mean". */
  readonly op: string;
  /** How it was made: "c · rstd". */
  readonly formula: string;
  readonly shape: readonly number[];
  readonly value: readonly number[];
  /** The gradient of the output that reached it. */
  readonly upstream: readonly number[];
  /** A formula for each tensor it came from: "∂xhat/∂c = rstd". */
  readonly local: readonly string[];
}

/** The tape: nodes, each after those it comes from, and what flows where. The last node is the output. */
export interface GraphRecords {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly Edge[];
}

const kinds = [
  { kind: 'input', name: 'input', symbol: 'square', colour: okabeIto[5] },
  { kind: 'elementwise', name: 'each number for itself', symbol: 'circle', colour: okabeIto[0] },
  { kind: 'mixing', name: 'mixes numbers', symbol: 'circle', colour: okabeIto[1] },
] as const;

/** Diameter of a node, height of a lane, in px; and numbers that a hover lists before "…". */
const [nodeSize, laneHeight, mostNumbers] = [30, 62, 8];

/**
 * The graph from inputs (left) to output, each node under the name that its maker gave it; over a node stand its value,
 * its local derivatives and the gradient that reached it.
 *
 * @throws RangeError where there is no operation.
 * @example
 * computationGraph(tape(y, { names: { x, mu, c, y }, dy }));
 */
export function computationGraph(records: GraphRecords): Figure {
  const { nodes, edges } = records;
  const places = layered(nodes.map(({ id }) => id), edges);
  const at = pixels(nodes, places);
  const title = titleOf(nodes);
  const subtitle = meetingsOf(records);
  const top = headingHeight(title, subtitle);
  const shown = kinds.filter(({ kind }) => nodes.some((node) => node.kind === kind));
  const above = legendHeight(shown.map(({ name }) => name));
  const heights = nodes.map(({ id }) => at.node(id).y);
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  return new Figure({
    title,
    subtitle,
    alt: altOf(records),
    data: [...shown.map((kind) => circles(kind, nodes, at)), names(nodes, at)],
    layout: {
      height: top + above + high - low + 110 + 56,
      margin: { l: 36, r: 14, t: top + above, b: 56 },
      xaxis: {
        ...plotlyAxis(
          {
            label: 'Depth',
            unit: 'operations from the inputs',
            ticks: { values: at.columns, labels: at.columns.map((_, c) => String(c)) },
          },
          [at.columns[0] - 24, at.columns[at.columns.length - 1] + 24],
          0,
        ),
        showgrid: false,
      },
      yaxis: {
        ...plotlyAxis({ label: 'Lane', unit: 'order only' }, [high + 40, low - 70], 0),
        showgrid: false,
        showticklabels: false,
        ticks: '',
      },
      showlegend: true,
      legend,
      shapes: places.edges.map((path) => curve(path, at)),
      annotations: nodes.filter(({ kind }) => kind !== 'input').map(({ id }) => arrowHead(at.node(id))),
    },
    records: {
      columns: ['node', 'made by', 'shape', 'value', 'local derivative', 'upstream gradient'],
      rows: nodes.map((node) => [
        node.name || node.id,
        node.formula || 'input',
        `[${node.shape.join(', ')}]`,
        listed(node.value, Infinity),
        node.local.join('; '),
        listed(node.upstream, Infinity),
      ]),
    },
  });
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Places in px of a phone; a wider page stretches them. */
interface Pixels {
  readonly columns: readonly number[];
  readonly of: (place: Place) => Point;
  readonly node: (id: string) => Point;
}

/** Columns are as far apart as names at the same height need. */
function pixels(nodes: readonly GraphNode[], places: Layered): Pixels {
  const placed = nodes.map(({ id, name }) => ({
    ...(places.nodes.get(id) ?? { column: 0, height: 0 }),
    width: name === '' ? 0 : name.length * 7.5 + 8,
  }));
  const count = Math.max(...placed.map(({ column }) => column)) + 1;
  const columns = [0];
  for (let c = 1; c < count; c += 1) {
    const pairs = placed
      .filter(({ column }) => column === c - 1)
      .flatMap((one) => placed.filter(({ column, height }) => column === c && Math.abs(height - one.height) < 0.4)
          .map((other) => (one.width + other.width) / 2));
    columns.push(columns[c - 1] + Math.max(nodeSize + 4, ...pairs));
  }
  const of = ({ column, height }: Place): Point => ({ x: columns[column], y: height * laneHeight });
  return { columns, of, node: (id) => of(places.nodes.get(id) ?? { column: 0, height: 0 }) };
}

function circles({ kind, name, symbol, colour }: (typeof kinds)[number], nodes: readonly GraphNode[], at: Pixels): PlotlyObject {
  const own = nodes.filter((node) => node.kind === kind);
  return {
    type: 'scatter',
    mode: 'markers+text',
    name,
    x: own.map(({ id }) => at.node(id).x),
    y: own.map(({ id }) => at.node(id).y),
    marker: { color: colour, size: nodeSize, symbol, opacity: 1, line: { width: 0 } },
    text: own.map(({ op }) => `<span style="color:${textOn(colour)}">${op}</span>`),
    textposition: 'middle center',
    textfont: { size: 11 },
    hoverinfo: 'text',
    hovertext: own.map(hoverOf),
    cliponaxis: false,
  };
}

function names(nodes: readonly GraphNode[], at: Pixels): PlotlyObject {
  const named = nodes.filter(({ name }) => name !== '');
  return {
    type: 'scatter',
    mode: 'text',
    name: 'names',
    x: named.map(({ id }) => at.node(id).x),
    y: named.map(({ id }) => at.node(id).y - nodeSize / 2 - 11),
    text: named.map(({ name }) => `<b>${name}</b>`),
    textposition: 'middle center',
    textfont: { size: 13, color: ink },
    hoverinfo: 'skip',
    showlegend: false,
    cliponaxis: false,
  };
}

function curve(path: readonly Place[], at: Pixels): PlotlyObject {
  const [first, ...rest] = path.map(at.of);
  let d = `M${first.x},${first.y}`;
  let before = first;
  for (const point of rest) {
    const middle = (before.x + point.x) / 2;
    d += ` C${middle},${before.y} ${middle},${point.y} ${point.x},${point.y}`;
    before = point;
  }
  return { type: 'path', path: d, layer: 'below', line: { color: ink, width: 1.5 } };
}

function arrowHead({ x, y }: Point): PlotlyObject {
  return {
    text: '',
    x,
    y,
    ax: -nodeSize / 2 - 8,
    ay: 0,
    showarrow: true,
    standoff: nodeSize / 2,
    arrowhead: 2,
    arrowsize: 0.9,
    arrowwidth: 1.5,
    arrowcolor: ink,
  };
}

function hoverOf({ id, name, formula, shape, value, upstream, local }: GraphNode): string {
  return [
    `<b>${name || id}</b>${formula === '' ? '' : ` = ${formula}`}, shape [${shape.join(', ')}]`,
    `value: ${listed(value, mostNumbers)}`,
    ...local.map((line) => `local: ${line}`),
    `upstream: ${listed(upstream, mostNumbers)}`,
  ].join('<br>');
}

function listed(values: readonly number[], most: number): string {
  const numbers = values.slice(0, most).map((value) => readable(value));
  return [...numbers, ...(values.length > most ? ['…'] : [])].join(', ');
}

function titleOf(nodes: readonly GraphNode[]): string {
  const made = nodes.filter(({ kind }) => kind !== 'input').length;
  const mixing = nodes.filter(({ kind }) => kind === 'mixing').length;
  const output = nodes[nodes.length - 1].name || 'The result';
  const share = mixing === 0 ? 'none of them mixes numbers' : `only ${mixing} of them mix numbers`;
  return `${output} is made by ${made} operations; ${share}`;
}

function meetingsOf({ nodes, edges }: GraphRecords): string {
  return '';
}
function altOf({ nodes, edges }: GraphRecords): string {
  return 'alt.';
}
