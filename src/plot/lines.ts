/** Curves over one axis: at most six that must be told apart, and any number of faint ones behind them. */
import { axisRange, axisTitle, largest, plotlyAxis, smallest } from './axis.js';
import type { Axis } from './axis.js';
import { Figure } from './figure.js';
import type { PlotlyObject, Records } from './figure.js';
import { readable } from './number.js';
import { dashes, faint, ink, okabeIto, transparent } from './palette.js';
import { legend, legendHeight } from './legend.js';
import { headingHeight } from './theme.js';

/** One curve. x, y, low and high have the same length. */
export interface Series {
  readonly name: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** A band around the curve, such as the smallest and largest of several seeds. */
  readonly low?: readonly number[];
  readonly high?: readonly number[];
  /** Points instead of a line. */
  readonly points?: boolean;
}

/** A word at a place of the picture, or a line across it. */
export interface Mark {
  readonly text: string;
  /** Across the picture at this x (a vertical line), at this y (a horizontal line), or, with both, at a point. */
  readonly x?: number;
  readonly y?: number;
  /** At a point: under it, not over it. */
  readonly below?: boolean;
  /** Of a vertical line: on its left, not on its right. */
  readonly left?: boolean;
}

/** What `lines` needs. */
export interface LinesOptions {
  readonly title: string;
  readonly subtitle?: string;
  readonly alt: string;
  readonly x: Axis;
  readonly y: Axis;
  /** At most six, in reading order. */
  readonly series: readonly Series[];
  /** Curves behind in grey, without hover or legend. */
  readonly behind?: readonly Series[];
  readonly marks?: readonly Mark[];
  /** Height in px. */
  readonly height?: number;
}

/** So many series can be told apart. */
export const mostSeries = 6;

/**
 * Curves with axis labels, a legend in reading order and the numbers as a table.
 *
 * @throws RangeError for more than six series.
 * @example
 * lines({
 *   title: 'The loss falls', alt: 'The loss falls from 2.3 to 0.4 in 100 steps.',
 *   x: { label: 'Step', unit: 'updates' }, y: { label: 'Loss', unit: 'nats' },
 *   series: [{ name: 'training', x: [0, 50, 100], y: [2.3, 0.9, 0.4] }],
 * });
 */
export function lines(options: LinesOptions): Figure {
  const { series, behind = [] } = options;
  if (series.length > mostSeries) {
    throw new RangeError(
      `lines: at most ${mostSeries} series can be told apart, got ${series.length}; put the others into \`behind\`.`,
    );
  }
  const all = [...series, ...behind];
  const xRange = axisRange(
    options.x,
    all.flatMap((one) => one.x),
  );
  const yRange = axisRange(
    options.y,
    all.flatMap((one) => [...one.y, ...(one.low ?? []), ...(one.high ?? [])]),
  );
  return new Figure({
    title: options.title,
    ...(options.subtitle === undefined ? {} : { subtitle: options.subtitle }),
    alt: options.alt,
    data: [
      ...(behind.length > 0 ? [shadows(behind, options.y.log === true ? smallest : -largest)] : []),
      ...series.flatMap((one, n) => [...band(one, n), curve(one, n, options, yRange)]),
    ],
    layout: layoutOf(options, xRange, yRange),
    records: records(options),
  });
}

type Ends = readonly [number, number];

function layoutOf(options: LinesOptions, xRange: Ends, yRange: Ends): PlotlyObject {
  const { series, marks = [] } = options;
  const above = legendHeight(series.map(({ name }) => name));
  const top = headingHeight(options.title, options.subtitle ?? '');
  return {
    height: (options.height ?? 340) + top + above,
    margin: { l: 64, r: 24, t: top + above, b: 64 },
    xaxis: plotlyAxis(options.x, xRange),
    yaxis: plotlyAxis(options.y, yRange, 0.07),
    showlegend: series.length > 1,
    legend,
    shapes: marks.filter((mark) => mark.x === undefined || mark.y === undefined).map(across),
    annotations: marks.map((mark) => word(mark, options)),
  };
}

function curve(
  one: Series,
  n: number,
  { x, y }: LinesOptions,
  range: readonly [number, number],
): PlotlyObject {
  const off = one.y.map((value) => (y.log === true ? offScale(value) : ''));
  const drawn = one.y.map((value, i) => {
    if (off[i] === '') return Number.isFinite(value) ? value : null;
    return off[i] === 'overflow' ? range[1] : range[0];
  });
  const size = off.map((word) => (word !== '' ? 9 : one.points === true ? 6 : 0));
  return {
    type: 'scatter',
    name: one.name,
    x: [...one.x],
    y: drawn,
    mode: one.points === true ? 'markers' : 'lines+markers',
    line: { color: okabeIto[n], width: 2.5, dash: dashes[n] },
    marker: {
      color: okabeIto[n],
      size,
      symbol: off.map((word) => symbols[word]),
      opacity: 1,
      line: { width: 0 },
    },
    hoverinfo: 'text',
    hovertext: one.y.map(
      (value, i) =>
        `<b>${one.name}</b><br>${x.label}: ${readable(one.x[i])}<br>${y.label}: ${said(value, off[i])}`,
    ),
    cliponaxis: false,
  };
}

type OffScale = '' | 'underflow' | 'overflow';
const symbols: Record<OffScale, string> = {
  '': 'circle',
  underflow: 'triangle-down',
  overflow: 'triangle-up',
};

/** A log axis has no place for 0, for what is nearly 0, nor for infinity. */
function offScale(value: number): OffScale {
  if (value < smallest) return 'underflow';
  return value > largest ? 'overflow' : '';
}

function said(value: number, off: OffScale): string {
  if (off === 'overflow') return `${readable(value)} (overflow: drawn at the upper edge)`;
  if (off === 'underflow') return `${readable(value)} (below 1e-300, underflow: drawn at the lower edge)`;
  return Number.isNaN(value) ? 'not a number' : readable(value);
}

function band({ x, low, high, name }: Series, n: number): PlotlyObject[] {
  if (low === undefined || high === undefined) return [];
  return [
    {
      type: 'scatter',
      name: `${name}, band`,
      x: [...x, ...[...x].reverse()],
      y: [...high, ...[...low].reverse()],
      mode: 'lines',
      fill: 'toself',
      fillcolor: transparent(okabeIto[n], 0.2),
      line: { width: 0 },
      hoverinfo: 'skip',
      showlegend: false,
    },
  ];
}

/** All faint curves as one trace, with gaps between them. */
function shadows(behind: readonly Series[], least: number): PlotlyObject {
  const drawn = (value: number): number | null => (value >= least && value <= largest ? value : null);
  return {
    type: 'scatter',
    name: 'others',
    x: behind.flatMap((one) => [...one.x, null]),
    y: behind.flatMap((one) => [...one.y.map(drawn), null]),
    mode: 'lines',
    line: { color: faint, width: 1 },
    hoverinfo: 'skip',
    showlegend: false,
  };
}

function across({ x, y }: Mark): PlotlyObject {
  const line = { color: ink, width: 1, dash: 'dot' };
  return x !== undefined
    ? { type: 'line', x0: x, x1: x, y0: 0, y1: 1, yref: 'paper', line }
    : { type: 'line', x0: 0, x1: 1, xref: 'paper', y0: y, y1: y, line };
}

function word({ text, x, y, below = false, left = false }: Mark, axes: LinesOptions): PlotlyObject {
  const at = (value: number, axis: Axis): number => (axis.log === true ? Math.log10(value) : value);
  const words = { text, showarrow: false, font: { size: 13, color: ink } };
  if (x !== undefined && y !== undefined) {
    const yanchor = below ? 'top' : 'bottom';
    return { ...words, x: at(x, axes.x), y: at(y, axes.y), xanchor: 'right', yanchor };
  }
  const beside = left ? { xanchor: 'right', xshift: -4 } : { xanchor: 'left', xshift: 4 };
  return x !== undefined
    ? { ...words, x: at(x, axes.x), y: 1, yref: 'paper', yanchor: 'top', ...beside }
    : { ...words, x: 1, xref: 'paper', y: at(y ?? 0, axes.y), yanchor: 'bottom', xanchor: 'right' };
}

function records({ series, x, y }: LinesOptions): Records {
  const banded = series.some((one) => one.low !== undefined);
  return {
    columns: ['series', axisTitle(x), axisTitle(y), ...(banded ? ['low', 'high'] : [])],
    rows: series.flatMap((one) =>
      one.x.map((value, i) => [
        one.name,
        value,
        one.y[i],
        ...(banded ? [one.low?.[i] ?? null, one.high?.[i] ?? null] : []),
      ]),
    ),
  };
}
