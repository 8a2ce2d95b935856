/** Axes that say what they measure, in which unit, and whether they are logarithmic. */
import type { PlotlyObject } from './figure.js';
import { logTicks } from './log-ticks.js';
import { powerOfTen } from './number.js';
import { grid, ink } from './palette.js';
import { wrap } from './theme.js';

/** One axis of a figure. */
export interface Axis {
  /** What is measured: "Size of h". */
  readonly label: string;
  /** In which unit, or how it is counted: "√mean(h²)", "layers from the input". */
  readonly unit: string;
  /** Logarithmic; the label then says so. */
  readonly log?: boolean;
  /** Smallest and largest value shown. Without it the data decide. */
  readonly range?: readonly [number, number];
  /** Names at given values, instead of numbers. */
  readonly ticks?: { readonly values: readonly number[]; readonly labels: readonly string[] };
}

/** The words at an axis: "Size of h (√mean(h²), log scale)". */
export function axisTitle({ label, unit, log }: Axis): string {
  return `${label} (${[unit, ...(log === true ? ['log scale'] : [])].join(', ')})`;
}

/** Smallest and largest value an axis must show for these values: on a log axis the positive finite ones. */
export function axisRange(axis: Axis, values: readonly number[]): [number, number] {
  if (axis.range !== undefined) return [axis.range[0], axis.range[1]];
  const shown = values.filter((value) => Number.isFinite(value) && (axis.log !== true || value >= smallest));
  if (shown.length === 0) return axis.log === true ? [0.1, 10] : [0, 1];
  const low = shown.reduce((a, b) => Math.min(a, b));
  const high = shown.reduce((a, b) => Math.max(a, b));
  if (axis.log === true) return low === high ? [low / 10, high * 10] : [low, high];
  return low === high ? [low - 1, high + 1] : [low, high];
}

/** Below this a log axis says underflow instead of drawing. */
export const smallest = 1e-300;
/** Above this a log axis says overflow. */
export const largest = 1e300;

/** Characters of a title that fit beside a plot of the usual height, and under one on a phone. */
const titleColumns = 50;

/** The axis in plotly's terms. `pad` is the share of the range left free at either end. */
export function plotlyAxis(axis: Axis, range: readonly [number, number], pad = 0.04): PlotlyObject {
  const ends = axis.log === true ? range.map((end) => Math.log10(end)) : [...range];
  const room = (ends[1] - ends[0]) * pad;
  return {
    title: {
      text: wrap(axisTitle(axis), titleColumns).join('<br>'),
      font: { size: 13, color: ink },
      standoff: 10,
    },
    type: axis.log === true ? 'log' : 'linear',
    range: [ends[0] - room, ends[1] + room],
    fixedrange: true,
    gridcolor: grid,
    linecolor: ink,
    zeroline: false,
    ticks: 'outside',
    ticklen: 4,
    tickcolor: ink,
    tickfont: { size: 13, color: ink },
    automargin: true,
    ...tickMarks(axis, range),
  };
}

function tickMarks(axis: Axis, range: readonly [number, number]): PlotlyObject {
  if (axis.ticks !== undefined) return marksAt(axis.ticks);
  if (axis.log !== true) return { nticks: 7 };
  const [low, high] = range.map((end) => Math.log10(end));
  const step = [1, 2, 3, 5, 10, 20, 50, 100].find((size) => (high - low) / size <= 7) ?? 100;
  const powers: number[] = [];
  for (let power = Math.ceil(low / step) * step; power <= high; power += step) powers.push(power);
  if (powers.length < 3) return finerMarks(range);
  return marksAt({
    values: powers.map((power) => Number(`1e${power}`)),
    labels: powers.map((power) => powerOfTen(power)),
  });
}

/** Two powers of ten do not yet tell a scale: their double and fivefold do. Within one decade plotly knows better. */
function finerMarks(range: readonly [number, number]): PlotlyObject {
  const marks = logTicks(range);
  return marks.values.length < 3 ? { nticks: 7 } : marksAt(marks);
}

function marksAt({ values, labels }: NonNullable<Axis['ticks']>): PlotlyObject {
  return { tickmode: 'array', tickvals: [...values], ticktext: [...labels] };
}

/** Tick marks of an index that counts from 0: all of them, or as many as a phone has room for. */
export function indexTicks(count: number): { values: number[]; labels: string[] } {
  const step = Math.ceil(count / 12);
  const values = Array.from({ length: Math.ceil(count / step) }, (_, i) => i * step);
  return { values, labels: values.map(String) };
}
