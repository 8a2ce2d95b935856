/** What flows through the layers of a network while it trains: activations, gradients, dead units, and updates. */
import type { Axis } from './axis.js';
import type { Figure, PlotlyObject } from './figure.js';
import { readable } from './number.js';
import { okabeIto, viridisAt } from './palette.js';
import { layerAxis, panels } from './panels.js';
import type { Panel } from './panels.js';
import { lossInTable } from './top-edge.js';
import { withSlider } from './with-slider.js';

/** One layer; each list has an entry for each step. */
export interface LayerHistograms {
  readonly name: string;
  /** Shares of the activations in each bin. */
  readonly activations: readonly (readonly number[])[];
  /** Shares of the gradient's entries in each bin. */
  readonly gradients: readonly (readonly number[])[];
  /** √mean square of the activations. */
  readonly size: readonly number[];
  /** The share of units that are 0 for the whole batch. */
  readonly dead: readonly number[];
  /** Deviation of the update over deviation of the weights. */
  readonly updateToData: readonly number[];
}

/**
 * The bins are the same for all layers and steps; k bins have k + 1 edges. What lies beyond them is counted in the first and
 * the last.
 */
export interface HistogramRecords {
  readonly steps: readonly number[];
  /** Edges in the unit of the activations. */
  readonly activationEdges: readonly number[];
  /** Edges of log₁₀ |gradient|. */
  readonly gradientEdges: readonly number[];
  readonly layers: readonly LayerHistograms[];
}

/**
 * Under each other, by layer: histograms of activations and of gradients as columns of cells, the share of dead units, and
 * log₁₀ of update to data with a line at −3. One slider over the steps.
 *
 * @throws RangeError for no step, no layer, or a histogram whose bins do not fit the edges.
 * @example
 * histogramsByLayer({ steps: [0, 50], activationEdges: [-2, 0, 2], gradientEdges: [-8, -4, 0], layers });
 */
export function histogramsByLayer(
  records: HistogramRecords,
  options: { readonly title?: string } = {},
): Figure {
  const { steps, layers } = records;
  if (steps.length === 0 || layers.length === 0)
    throw new RangeError('histogramsByLayer: needs at least one step and one layer.');
  const title = options.title ?? titleOf(records);
  const positions = steps.map((step, frame) => ({
    value: String(step),
    figure: frameOf(records, frame, title),
  }));
  return withSlider(positions, { label: 'step', initial: String(steps[0]), alt: altOf(records) });
}

function frameOf(records: HistogramRecords, frame: number, title: string): Figure {
  const { layers, activationEdges, gradientEdges, steps } = records;
  const shares = { frame, layers };
  return panels({
    title,
    subtitle: `after ${steps[frame]} updates. A column of cells is a histogram: light is a large share of a layer’s numbers. The cells at its ends count what lies beyond, too`,
    alt: '',
    panels: [
      [columnsPanel({ ...shares, of: 'activations', edges: activationEdges })],
      [columnsPanel({ ...shares, of: 'gradients', edges: gradientEdges })],
      [deadPanel(layers, frame)],
      [updatePanel(layers, frame)],
    ],
    records: {
      columns: [
        'layer',
        'most frequent activation',
        'most frequent log₁₀ |gradient|',
        'dead units (share)',
        'log₁₀ update to data',
      ],
      rows: layers.map((layer) => [
        layer.name,
        middleOfBest(layer.activations[frame], activationEdges),
        middleOfBest(layer.gradients[frame], gradientEdges),
        layer.dead[frame],
        lossInTable(Math.log10(layer.updateToData[frame])),
      ]),
    },
  });
}

/** The middle of the bin that holds most. */
function middleOfBest(shares: readonly number[], edges: readonly number[]): number {
  const best = shares.indexOf(Math.max(...shares));
  return (edges[best] + edges[best + 1]) / 2;
}

function layersAxis(layers: readonly LayerHistograms[]): { x: Axis; xRange: [number, number] } {
  return { x: layerAxis(layers.length), xRange: [-0.6, layers.length - 0.4] };
}

interface Columns {
  readonly layers: readonly LayerHistograms[];
  readonly frame: number;
  readonly of: 'activations' | 'gradients';
  readonly edges: readonly number[];
}

interface Bin {
  /** Number of the layer. */
  readonly i: number;
  readonly layer: string;
  readonly share: number;
  readonly from: number;
  readonly to: number;
  /** From where to where, in words. */
  readonly says: string;
}

function binsOf({ layers, frame, of, edges }: Columns): Bin[] {
  return layers.flatMap((layer, i) => {
    const shares = layer[of][frame];
    if (shares.length !== edges.length - 1)
      throw new RangeError(
        `histogramsByLayer: ${layer.name} has ${shares.length} bins for ${edges.length} edges.`,
      );
    return shares.map((share, b) => {
      const [from, to] = [edges[b], edges[b + 1]];
      const ends = b === 0 ? `${readable(to)} or less` : `${readable(from)} or more`;
      const says = b === 0 || b === shares.length - 1 ? ends : `${readable(from)} to ${readable(to)}`;
      return { share, i, from, to, says, layer: layer.name };
    });
  });
}

/** A column of cells for each layer. */
function columnsPanel(columns: Columns): Panel {
  const { layers, of, edges } = columns;
  const bins = binsOf(columns);
  const largest = Math.max(...bins.map(({ share }) => share));
  const colour = (share: number): string =>
    share === 0 ? 'rgba(128,128,128,0.1)' : viridisAt(share / largest);
  const [label, unit] = of === 'activations' ? ['Activation', 'value'] : ['Gradient', 'log₁₀ |value|'];
  const cells = {
    type: 'bar',
    name: of,
    x: bins.map(({ i }) => i),
    y: bins.map(({ from, to }) => to - from),
    base: bins.map(({ from }) => from),
    width: 0.86,
    marker: { color: bins.map(({ share }) => colour(share)), line: { width: 0 } },
    hoverinfo: 'text',
    hovertext: bins.map(
      ({ share, says, layer }) =>
        `<b>${layer}</b><br>${label}: ${says}<br>${readable(Number((100 * share).toPrecision(3)))} %`,
    ),
  };
  const yRange: [number, number] = [edges[0], edges[edges.length - 1]];
  return { name: '', ...layersAxis(layers), y: { label, unit }, yRange, traces: [cells] };
}

function deadPanel(layers: readonly LayerHistograms[], frame: number): Panel {
  const percent = layers.map(({ dead }) => 100 * dead[frame]);
  return {
    name: '',
    ...layersAxis(layers),
    y: { label: 'Dead units', unit: '%' },
    yRange: [0, 100],
    traces: [
      {
        type: 'bar',
        name: 'dead units',
        x: percent.map((_, i) => i),
        y: percent,
        width: 0.7,
        marker: { color: okabeIto[1], line: { width: 0 } },
        hoverinfo: 'text',
        hovertext: percent.map((value, i) => `<b>${layers[i].name}</b><br>dead: ${readable(value)} %`),
      },
    ],
  };
}

/** Log₁₀ of update to data from −6 to 0; beyond them triangles at the edge. */
function updatePanel(layers: readonly LayerHistograms[], frame: number): Panel {
  const logs = layers.map(({ updateToData }) => Math.log10(updateToData[frame]));
  const traces: PlotlyObject[] = [
    {
      type: 'scatter',
      name: 'update to data',
      mode: 'markers',
      x: logs.map((_, i) => i),
      y: logs.map((log) => (Number.isNaN(log) ? 0 : Math.max(-6, Math.min(0, log)))),
      marker: {
        color: okabeIto[0],
        size: 9,
        opacity: 1,
        line: { width: 0 },
        symbol: logs.map((log) => (!(log <= 0) ? 'triangle-up' : log < -6 ? 'triangle-down' : 'circle')),
      },
      hoverinfo: 'text',
      hovertext: logs.map(
        (log, i) => `<b>${layers[i].name}</b><br>log₁₀ update to data: ${lossInTable(log)}`,
      ),
      cliponaxis: false,
    },
  ];
  return {
    name: '',
    ...layersAxis(layers),
    y: { label: 'Update : data', unit: 'log₁₀' },
    yRange: [-6, 0],
    traces,
    levels: [-3],
  };
}

/** Dead layers first; where there are none, what becomes of the size on the way up. */
function titleOf({ layers }: HistogramRecords): string {
  const last = layers[0].dead.length - 1;
  const dead = layers.filter((layer) => layer.dead[last] > 0.5).length;
  return dead === 0
    ? `From ${endsOf(layers)} the activations ${sizesInWords(layers, 0)}`
    : `In ${dead} of ${layers.length} layers more than half of the units end up dead`;
}

const endsOf = (layers: readonly LayerHistograms[]): string =>
  `${layers[0].name} to ${layers[layers.length - 1].name}`;

/** What becomes of the size from the first layer to the last: less than a factor of 2 does not count. */
function sizesInWords(layers: readonly LayerHistograms[], frame: number): string {
  const ratio = layers[0].size[frame] / layers[layers.length - 1].size[frame];
  if (!(ratio > 0 && Number.isFinite(ratio))) return 'lose every finite size';
  const fold = (factor: number): string => `${readable(Number(factor.toPrecision(3)))}-fold`;
  if (ratio >= 2) return `shrink ${fold(ratio)}`;
  return ratio <= 0.5 ? `grow ${fold(1 / ratio)}` : 'keep their size';
}

function altOf({ steps, layers }: HistogramRecords): string {
  const last = steps.length - 1;
  const sizes = [0, last].map((frame) => `after ${steps[frame]} updates they ${sizesInWords(layers, frame)}`);
  const each = layers.map(
    ({ name, dead, updateToData }) =>
      `${name}: ${readable(Math.round(100 * dead[last]))} % dead, log₁₀ of update to data ${lossInTable(Number(Math.log10(updateToData[last]).toFixed(1)))}`,
  );
  return `Activations from ${endsOf(layers)}: ${[...new Set(sizes)].join(', ')}. By layer after ${steps[last]} updates. ${each.join('; ')}. A good update to data is near −3.`;
}
