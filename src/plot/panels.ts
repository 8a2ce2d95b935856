/** Several small pictures with their own axes in a grid, as one figure. */
import { axisTitle, plotlyAxis } from './axis.js';
import type { Axis } from './axis.js';
import { Figure } from './figure.js';
import type { PlotlyObject, Records } from './figure.js';
import { legend, legendHeight } from './legend.js';
import { ink } from './palette.js';
import { headingHeight, wrap } from './theme.js';

/** One picture of the grid. */
export interface Panel {
  /** What stands over it; '' for nothing. */
  readonly name: string;
  readonly x: Axis;
  readonly y: Axis;
  /** Ends of its axes. */
  readonly xRange: readonly [number, number];
  readonly yRange: readonly [number, number];
  /** In plotly's terms, without axes; those with `showlegend` are named over the grid. */
  readonly traces: readonly PlotlyObject[];
  /** Dashed lines across at these y. */
  readonly levels?: readonly number[];
}

/** What `panels` needs. */
export interface PanelsOptions {
  readonly title: string;
  readonly subtitle?: string;
  readonly alt: string;
  /** panels[row][column]; all rows have the same number. Panels of one row share their y axis. */
  readonly panels: readonly (readonly Panel[])[];
  readonly records: Records;
  /** Height of one panel's plot, in px. */
  readonly rowHeight?: number;
}

/** Px over a plot for its name, under it for its axis, and for each further line of the axis's words. */
const [above, axisHeight, lineHeight] = [24, 50, 17];
/** Characters of an axis's words that fit under a panel that has a phone's width to itself. */
const phoneColumns = 47;

/** What the layers are called, and how many of them are marked at most. */
export interface LayerAxisOptions {
  readonly label?: string;
  readonly most?: number;
}

/** The axis of layers 1, 2, …, which stand at 0, 1, …. */
export function layerAxis(count: number, { label = 'Layer', most = 12 }: LayerAxisOptions = {}): Axis {
  const step = Math.ceil(count / most);
  const values = Array.from({ length: Math.ceil(count / step) }, (_, i) => i * step);
  return {
    label,
    unit: 'from the input',
    ticks: { values, labels: values.map((value) => String(value + 1)) },
  };
}

/**
 * Panels in rows and columns. The y axis is named once a row, in the first column, in two lines: a row is low.
 *
 * @throws RangeError where there is no panel, or rows differ in their number.
 * @example
 * panels({ title: 'Two runs', alt: '…', records, panels: [[left, right]] });
 */
export function panels(options: PanelsOptions): Figure {
  const { panels: rows, title, alt, subtitle = '', records } = options;
  if (rows.length === 0 || rows.some((row) => row.length !== rows[0].length || row.length === 0))
    throw new RangeError('panels: needs at least one row, and rows of the same length.');
  const all = rows.flatMap((row, r) =>
    row.map((panel, c) => placed(panel, r * row.length + c, domainOf(options, r, c), row.length)),
  );
  const data = all.flatMap(({ traces }) => traces);
  const named = data.filter(({ showlegend }) => showlegend === true).map(({ name }) => String(name));
  const top = headingHeight(title, subtitle) + (named.length > 0 ? legendHeight(named) + above : 0);
  return new Figure({
    title,
    subtitle,
    alt,
    data,
    layout: {
      height: top + heightOf(options) + 14 + belowOf(options),
      margin: { l: 64, r: 16, t: top, b: 14 + belowOf(options) },
      barmode: 'overlay',
      ...Object.fromEntries(all.flatMap(({ axes }) => axes)),
      shapes: all.flatMap(({ shapes }) => shapes),
      annotations: all.flatMap(({ names }) => names),
      showlegend: named.length > 0,
      legend: { ...legend, y: 1, yanchor: 'bottom' },
    },
    records,
  });
}

/** From the upper edge of the first row's names to the x axis of the last row, in px. */
function heightOf(options: PanelsOptions): number {
  const { panels: rows, rowHeight = 120 } = options;
  const below = belowOf(options);
  return rows.length * (above + rowHeight + below) - below;
}

/** Px under a row for its axis, whose words may need several lines. */
function belowOf({ panels: rows }: PanelsOptions): number {
  const lines = rows.flatMap((row) => row.map(({ x }) => wordsOf(x, row.length).length));
  return axisHeight + (Math.max(...lines) - 1) * lineHeight;
}

/** The words at an x axis, in lines that fit a phone where so many panels stand side by side. */
function wordsOf(x: Axis, columns: number): string[] {
  return wrap(axisTitle(x), Math.floor(phoneColumns / columns));
}

interface Domain {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

function domainOf(options: PanelsOptions, row: number, column: number): Domain {
  const { panels: rows, rowHeight = 120 } = options;
  const foot = 1 - (row * (above + rowHeight + belowOf(options)) + above + rowHeight) / heightOf(options);
  const [count, gap] = [rows[row].length, 0.06];
  const width = (1 - gap * (count - 1)) / count;
  const start = column * (width + gap);
  return {
    x: [start, start + width],
    y: [Math.max(0, foot), Math.max(0, foot) + rowHeight / heightOf(options)],
  };
}

interface Placed {
  readonly traces: readonly PlotlyObject[];
  readonly axes: readonly (readonly [string, PlotlyObject])[];
  readonly shapes: readonly PlotlyObject[];
  readonly names: readonly PlotlyObject[];
}

function placed(panel: Panel, n: number, domain: Domain, columns: number): Placed {
  const number = n === 0 ? '' : String(n + 1);
  const [x, y] = [`x${number}`, `y${number}`];
  const axis = plotlyAxis(panel.x, panel.xRange, 0);
  const title = { ...(axis.title as PlotlyObject), text: wordsOf(panel.x, columns).join('<br>') };
  const across = { ...axis, title, domain: domain.x, anchor: y, showgrid: false };
  const scale = plotlyAxis(panel.y, panel.yRange, 0.06);
  const words =
    n % columns === 0 ? inTwoLines(panel.y, scale) : { title: { text: '' }, showticklabels: false };
  const up = { ...scale, ...words, domain: domain.y, anchor: x };
  const line = { color: ink, width: 1, dash: 'dash' };
  const name = {
    text: `<b>${panel.name}</b>`,
    ...{ x: 0, xref: `${x} domain`, xanchor: 'left' },
    ...{ y: 1, yref: `${y} domain`, yanchor: 'bottom', yshift: 4 },
    showarrow: false,
    font: { size: 13, color: ink },
  };
  return {
    traces: panel.traces.map((trace) => ({ showlegend: false, ...trace, xaxis: x, yaxis: y })),
    axes: [
      [`xaxis${number}`, across],
      [`yaxis${number}`, up],
    ],
    shapes: (panel.levels ?? []).map((level) => ({
      ...{ type: 'line', xref: `${x} domain`, x0: 0, x1: 1, yref: y, y0: level, y1: level },
      layer: 'below',
      line,
    })),
    names: panel.name === '' ? [] : [name],
  };
}

/** The unit under the label: there is little room beside a panel. */
function inTwoLines(axis: Axis, { title, ...rest }: PlotlyObject): PlotlyObject {
  const text = axisTitle(axis).replace(' (', '<br>(');
  return { ...rest, title: { ...(title as PlotlyObject), text } };
}
