/** Bars over named places, with their numbers on them. */
import { axisRange, axisTitle, plotlyAxis } from './axis.js';
import type { Axis } from './axis.js';
import { Figure } from './figure.js';
import type { PlotlyObject } from './figure.js';
import { fixed, readable } from './number.js';
import { ink, okabeIto, transparent } from './palette.js';
import { legend, legendHeight } from './legend.js';
import { headingHeight } from './theme.js';

/** The room on each side of a bar; a place is 1 wide. */
const gap = 0.2;

/** Bars of one colour: one value for each place. */
export interface BarGroup {
  readonly name: string;
  readonly values: readonly number[];
}

/** A level across the bars: a dashed line, and a band of ± spread about it. The subtitle says what they are. */
export interface Level {
  readonly value: number;
  readonly spread?: number;
}

/** What `bars` needs. */
export interface BarsOptions {
  readonly title: string;
  readonly subtitle?: string;
  readonly alt: string;
  readonly x: Axis;
  /** Names of the places from left to right. */
  readonly places: readonly string[];
  readonly y: Axis;
  /** At most six, in reading order. */
  readonly groups: readonly BarGroup[];
  readonly level?: Level;
  /** The number on a bar; four digits after the point unless told. */
  readonly format?: (value: number) => string;
  /** Height in px. */
  readonly height?: number;
}

/**
 * Bars from zero, each with its number.
 *
 * @throws RangeError for more than six groups, or a group whose length is not the number of places.
 * @example
 * bars({
 *   title: 'The middle word is the longest', alt: 'Lengths 2, 5 and 3.', places: ['to', 'right', 'now'],
 *   x: { label: 'Word', unit: 'in order' }, y: { label: 'Length', unit: 'letters' },
 *   groups: [{ name: 'length', values: [2, 5, 3] }],
 * });
 */
export function bars(options: BarsOptions): Figure {
  const { groups, places, level } = options;
  if (groups.length > okabeIto.length) {
    throw new RangeError(`bars: at most ${okabeIto.length} groups can be told apart, got ${groups.length}.`);
  }
  const odd = groups.find(({ values }) => values.length !== places.length);
  if (odd !== undefined) {
    throw new RangeError(`bars: ${odd.name} has ${odd.values.length} values for ${places.length} places.`);
  }
  const values = groups.flatMap((group) => group.values);
  const edges =
    level === undefined ? [] : [level.value - (level.spread ?? 0), level.value + (level.spread ?? 0)];
  const format = options.format ?? fixed;
  return new Figure({
    title: options.title,
    ...(options.subtitle === undefined ? {} : { subtitle: options.subtitle }),
    alt: options.alt,
    data: groups.map((group, n) => barTrace(group, n, options, format)),
    layout: layoutOf(options, axisRange(options.y, [0, ...values, ...edges])),
    records: {
      columns: ['series', axisTitle(options.x), axisTitle(options.y)],
      rows: groups.flatMap((group) => places.map((place, i) => [group.name, place, group.values[i]])),
    },
  });
}

function barTrace(
  { name, values }: BarGroup,
  n: number,
  { x, y, places }: BarsOptions,
  format: (value: number) => string,
): PlotlyObject {
  return {
    type: 'bar',
    name,
    x: places.map((_, i) => i),
    y: [...values],
    marker: { color: okabeIto[n] },
    text: values.map(format),
    textposition: 'outside',
    textangle: 0,
    textfont: { size: 13, color: ink },
    cliponaxis: false,
    hoverinfo: 'text',
    hovertext: values.map(
      (value, i) => `<b>${name}</b><br>${x.label}: ${places[i]}<br>${y.label}: ${readable(value)}`,
    ),
  };
}

function layoutOf(options: BarsOptions, range: readonly [number, number]): PlotlyObject {
  const { groups, places, level } = options;
  const top = headingHeight(options.title, options.subtitle ?? '');
  const above = legendHeight(groups.map(({ name }) => name));
  const xaxis = plotlyAxis(
    { ...options.x, ticks: { values: places.map((_, i) => i), labels: places } },
    [-0.5, places.length - 0.5],
    0,
  );
  return {
    height: (options.height ?? 320) + top + above,
    margin: { l: 64, r: 24, t: top + above, b: 64 },
    bargap: 2 * gap,
    xaxis: { ...xaxis, showgrid: false },
    yaxis: { ...plotlyAxis(options.y, range, 0.1), zeroline: true, zerolinecolor: ink },
    showlegend: groups.length > 1,
    legend,
    shapes: level === undefined ? [] : levelShapes(level, places.length),
  };
}

/** The dashed line stands between the bars only, so that it strikes no number on a bar through. */
function levelShapes({ value, spread = 0 }: Level, places: number): PlotlyObject[] {
  const fillcolor = transparent(okabeIto[4], 0.22);
  const band = { xref: 'paper', x0: 0, x1: 1, y0: value - spread, y1: value + spread };
  const line = { color: okabeIto[4], width: 2, dash: 'dash' };
  const between = Array.from({ length: places + 1 }, (_, i) => ({
    x0: Math.max(i - 0.5 - gap, -0.5),
    x1: Math.min(i - 0.5 + gap, places - 0.5),
  }));
  return [
    { ...band, type: 'rect', layer: 'below', fillcolor, line: { width: 0 } },
    ...between.map((part) => ({ ...part, type: 'line', layer: 'below', y0: value, y1: value, line })),
  ];
}
