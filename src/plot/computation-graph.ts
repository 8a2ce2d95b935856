/** The operations that made a tensor, drawn from its tape. */
import { plotlyAxis } from './axis.js';
import { Figure } from './figure.js';
import type { Records } from './figure.js';
import { arrow } from './graph-arrows.js';
import { circles, drawingOf, kinds, names, ring } from './graph-drawing.js';
import type { Drawing } from './graph-drawing.js';
import { layered } from './layered.js';
import type { Edge } from './layered.js';
import { legend, legendHeight } from './legend.js';
import { readable } from './number.js';
import { headingHeight, wrap } from './theme.js';
import { withSlider } from './with-slider.js';

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

/** The tape: nodes, each after those it comes from, the output last; and what flows where. */
export interface GraphRecords {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly Edge[];
}

/** So many numbers of a tensor are said before "…". */
const mostNumbers = 6;

/**
 * The graph from inputs (left) to output, each node under the name that its maker gave it. Over a node stand its value,
 * its local derivatives and the gradient that reached it; with `walk`, a slider goes through them, output first.
 *
 * @throws RangeError where there is no operation.
 * @example
 * computationGraph(tape(y, { names: { x, mu, c, y }, dy }));
 */
export function computationGraph(records: GraphRecords, options: { readonly walk?: boolean } = {}): Figure {
  const { nodes, edges } = records;
  if (edges.length === 0) throw new RangeError('computationGraph: needs at least one operation.');
  const drawing = drawingOf(
    nodes,
    layered(
      nodes.map(({ id }) => id),
      edges,
    ),
  );
  const alt = altOf(records);
  if (options.walk !== true) return picture(records, drawing, { subtitle: meetings(records), alt });
  const depth = ({ id }: GraphNode): number => drawing.nodes.get(id)?.x ?? 0;
  const backwards = [...nodes].reverse().sort((a, b) => depth(b) - depth(a));
  const positions = backwards.map((node) => ({
    value: called(node),
    figure: picture(records, drawing, { subtitle: said(node).join('\n'), alt: '', active: node.id }),
  }));
  return withSlider(positions, { label: 'node', initial: positions[0].value, alt });
}

interface Words {
  readonly subtitle: string;
  readonly alt: string;
  readonly active?: string;
}

function picture({ nodes, edges }: GraphRecords, drawing: Drawing, { subtitle, alt, active }: Words): Figure {
  const title = titleOf(nodes);
  const here = drawing.nodes.get(active ?? '');
  const shown = kinds.filter(({ kind }) => nodes.some((node) => node.kind === kind));
  const top = headingHeight(title, subtitle) + legendHeight(shown.map(({ name }) => name));
  const hovered = nodes.map((node) => ({ ...node, hover: hoverOf(node) }));
  const depth = {
    label: 'Depth',
    unit: 'operations from the inputs',
    ticks: { values: drawing.columns, labels: drawing.columns.map((_, c) => String(c)) },
  };
  const lane = plotlyAxis({ label: 'Lane', unit: 'order only' }, [drawing.y[1], drawing.y[0]], 0);
  return new Figure({
    title,
    subtitle,
    alt,
    data: [
      ...shown.map((kind) => circles(kind, hovered, drawing)),
      names(nodes, drawing),
      ...(here === undefined ? [] : [ring(here)]),
    ],
    layout: {
      height: top + drawing.y[1] - drawing.y[0] + 56,
      margin: { l: 36, r: 12, t: top, b: 56 },
      xaxis: { ...plotlyAxis(depth, drawing.x, 0), showgrid: false },
      yaxis: { ...lane, showgrid: false, showline: false, showticklabels: false, ticks: '' },
      showlegend: true,
      legend: { ...legend, itemsizing: 'constant' },
      shapes: drawing.edges.flatMap((path, e) => arrow(path, edges[e].to === active)),
    },
    records: recordsOf(active === undefined ? nodes : nodes.filter(({ id }) => id === active)),
  });
}

function recordsOf(nodes: readonly GraphNode[]): Records {
  return {
    columns: ['node', 'made by', 'shape', 'value', 'local derivative', 'upstream gradient'],
    rows: nodes.map((node) => [
      called(node),
      node.formula || 'input',
      `[${node.shape.join(', ')}]`,
      listed(node.value, node.value.length),
      node.local.join('; '),
      listed(node.upstream, node.upstream.length),
    ]),
  };
}

function called({ name, formula, id }: GraphNode): string {
  return name || formula || id;
}

/** What there is to know of a node, line by line. */
function said({ name, id, formula, shape, value, upstream, local }: GraphNode): string[] {
  const what = [name, formula].filter((part) => part !== '').join(' = ') || id;
  return [
    `${what}, shape [${shape.join(', ')}]`,
    `value: ${listed(value)}`,
    `upstream: ${listed(upstream)}`,
    ...local.map((line) => `local: ${line}`),
  ];
}

/** In lines that a phone can show. */
function hoverOf(node: GraphNode): string {
  const [what, ...lines] = said(node).map((line) => wrap(line, 44).join('<br>'));
  return [`<b>${what}</b>`, ...lines].join('<br>');
}

function listed(values: readonly number[], most: number = mostNumbers): string {
  const numbers = values.slice(0, most).map((value) => readable(value).replace('-', '−'));
  return [...numbers, ...(values.length > most ? ['…'] : [])].join(', ');
}

function titleOf(nodes: readonly GraphNode[]): string {
  const made = nodes.filter(({ kind }) => kind !== 'input').length;
  const mixing = nodes.filter(({ kind }) => kind === 'mixing').length;
  const output = nodes[nodes.length - 1].name || 'The result';
  if (made === 1)
    return `${output} is made by 1 operation; it mixes ${mixing === 1 ? 'numbers' : 'no numbers'}`;
  const share =
    ['none of them mixes', 'only 1 of them mixes'][mixing] ??
    `${mixing === made ? 'all' : `only ${mixing}`} of them mix`;
  return `${output} is made by ${made} operations; ${share} numbers`;
}

/** Where several paths part on the way forward, their gradients add up on the way back. */
function meetings({ nodes, edges }: GraphRecords): string {
  const parting = nodes.filter(({ id }) => edges.filter(({ from }) => from === id).length > 1);
  const where = parting.map(called).join(' and ');
  return where === ''
    ? 'No two paths part: the gradient runs along one line'
    : `Paths part at ${where}: there the gradients that come back are added`;
}

function altOf(records: GraphRecords): string {
  const { nodes } = records;
  const made = nodes.filter(({ kind }) => kind !== 'input');
  const inputs = nodes.filter(({ kind }) => kind === 'input').map(called);
  const steps = made.map(({ name, formula }) => (name === '' ? formula : `${name} = ${formula}`));
  return `${titleOf(nodes)}. From ${inputs.join(', ')}: ${steps.join('; ')}. ${meetings(records)}.`;
}
