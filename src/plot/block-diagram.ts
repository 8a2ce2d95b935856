/** A residual block as a student draws it: the stream straight down, sub-layers on branches beside it. */
import { listed } from './across-seeds.js';
import { blockDrawn } from './block/draw.js';
import { streamOf } from './block/places.js';
import type { BlockGraph, BlockNode } from './block/places.js';
import { escaped } from './markup.js';
import { stillCard } from './still-card.js';
import { Widget } from './widget.js';

/** Words of the picture. */
export interface BlockDiagramOptions {
  /** What to see; where the norms stand, unless told. */
  readonly title?: string;
}

/**
 * The block from input to output, drawn from the parts that run.
 *
 * @throws RangeError where no way from an input to an output avoids the sub-layers, or an edge names an unknown part.
 * @example
 * blockDiagram({ nodes: [{ id: 'x', label: 'x', kind: 'input' }, ...], edges: [['x', 'norm'], ...] });
 */
export function blockDiagram(graph: BlockGraph, options: BlockDiagramOptions = {}): Widget {
  const drawn = blockDrawn(graph);
  const title = options.title ?? titleOf(graph);
  const alt = altOf(graph);
  const page =
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${drawn.width} ${drawn.height}' width='${Math.round(drawn.width * 1.2)}' ` +
    `role='img' aria-label='${escaped(alt)}' style='max-width:100%;height:auto;font:13px Arial,Helvetica,sans-serif'>${drawn.svg}</svg>`;
  return new Widget({
    title,
    alt,
    html: `<div class="normlab-block" style="color:inherit"><p style="margin:0.4em 0;font-weight:bold">${escaped(title)}</p>${page}</div>`,
    svg: stillCard({ title, alt, picture: drawn, notes: [] }),
    records: {
      columns: ['part', 'kind', 'comes from'],
      rows: graph.nodes.map(({ id, label, kind }) => [
        label,
        kind,
        sourcesOf(id, graph)
          .map(({ label: from }) => from)
          .join(', '),
      ]),
    },
  });
}

function sourcesOf(id: string, { nodes, edges }: BlockGraph): BlockNode[] {
  return edges.flatMap(([from, to]) => (to === id ? nodes.filter((node) => node.id === from) : []));
}

/** How many norms stand on the stream and how many on branches. */
function titleOf(graph: BlockGraph): string {
  const stream = streamOf(graph);
  const norms = graph.nodes.filter(({ kind }) => kind === 'norm');
  const on = norms.filter(({ id }) => stream.includes(id)).length;
  const counted = (count: number): string => `${count} ${count === 1 ? 'norm' : 'norms'}`;
  if (norms.length === 0) return 'From input to output the stream passes no norm';
  if (on === 0) return `The stream runs free; ${counted(norms.length)} on its branches`;
  return on === norms.length
    ? `The stream itself passes ${counted(on)}`
    : `The stream itself passes ${counted(on)}; ${counted(norms.length - on)} on its branches`;
}

/** The stream in order, then each part that is not on it. */
function altOf(graph: BlockGraph): string {
  const stream = streamOf(graph);
  const label = (id: string): string => graph.nodes.find((node) => node.id === id)?.label ?? id;
  const beside = graph.nodes.filter(({ id, kind }) => !stream.includes(id) && kind !== 'input');
  const each = beside.map(
    ({ id, label: name }) => `${name} takes ${listed(sourcesOf(id, graph).map((one) => one.label))}`,
  );
  const rest = each.length === 0 ? '' : ` Beside it: ${each.join('; ')}.`;
  return `${titleOf(graph)}. Along the stream: ${stream.map(label).join(', ')}.${rest}`;
}
