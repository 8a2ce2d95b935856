/** A gradient as the sum of what several paths bring: a stack of bars for each entry, and a dot where they add up to. */
import { axisRange, axisTitle, indexTicks, plotlyAxis } from './axis.js';
import type { Axis } from './axis.js';
import { Figure } from './figure.js';
import type { PlotlyObject } from './figure.js';
import { legend, legendHeight } from './legend.js';
import { readable } from './number.js';
import { ink, okabeIto } from './palette.js';
import { headingHeight } from './theme.js';

/** What one path brings to each entry. */
export interface PathContribution {
  /** "direct: r·g", "through the mean: −r·mean(g)". */
  readonly name: string;
  readonly values: readonly number[];
}

/** The paths, the direct one first, and the gradient that they must add up to. */
export interface PathContributionRecords {
  readonly paths: readonly PathContribution[];
  readonly dx: readonly number[];
}

const xAxis: Axis = { label: 'Entry of dx', unit: 'index in the word' };
const yAxis: Axis = { label: 'Gradient', unit: 'loss per unit of x' };
/** The dots have a colour of their own: more paths than this could not be told apart. */
const mostPaths = okabeIto.length - 1;
/** Paths and sum may differ by this share of the largest number. */
const tolerance = 1e-6;

/**
 * @throws RangeError for no path or more than five, for different lengths, or where the paths do not add up to dx: then one
 * is missing or wrong.
 * @example
 * pathContributions({
 *   paths: [{ name: 'direct', values: [1, 3] }, { name: 'through the mean', values: [-2, -2] }],
 *   dx: [-1, 1],
 * });
 */
export function pathContributions({ paths, dx }: PathContributionRecords): Figure {
  requireSum(paths, dx);
  const title = titleOf(paths, dx);
  const subtitle = `Length ${short(lengthOf(paths[0].values))} on the direct path, ${short(lengthOf(dx))} in dx`;
  const names = [...paths.map(({ name }) => name), 'dx, their sum'];
  const top = headingHeight(title, subtitle) + legendHeight(names);
  return new Figure({
    title,
    subtitle,
    alt: altOf(paths, dx),
    data: [...paths.map(stack), dots(dx)],
    layout: {
      height: top + 300 + 64,
      margin: { l: 64, r: 24, t: top, b: 64 },
      barmode: 'relative',
      bargap: 0.35,
      xaxis: {
        ...plotlyAxis({ ...xAxis, ticks: indexTicks(dx.length) }, [-0.5, dx.length - 0.5], 0),
        showgrid: false,
      },
      yaxis: {
        ...plotlyAxis(yAxis, axisRange(yAxis, ends(paths, dx)), 0.06),
        zeroline: true,
        zerolinecolor: ink,
      },
      showlegend: true,
      legend,
    },
    records: {
      columns: ['path', axisTitle(xAxis), axisTitle(yAxis)],
      rows: [...paths, { name: 'dx', values: dx }].flatMap(({ name, values }) =>
        values.map((value, i) => [name, i, value]),
      ),
    },
  });
}

function requireSum(paths: readonly PathContribution[], dx: readonly number[]): void {
  if (paths.length === 0 || paths.length > mostPaths) {
    throw new RangeError(`pathContributions: needs from 1 to ${mostPaths} paths, got ${paths.length}.`);
  }
  const odd = paths.find(({ values }) => values.length !== dx.length);
  if (odd !== undefined) {
    throw new RangeError(
      `pathContributions: ${odd.name} has ${odd.values.length} values for ${dx.length} entries.`,
    );
  }
  const largest = Math.max(...paths.flatMap(({ values }) => values.map(Math.abs)));
  const total = dx.map((_, i) => paths.reduce((sum, { values }) => sum + values[i], 0));
  const wrong = total.findIndex((sum, i) => !(Math.abs(sum - dx[i]) <= tolerance * largest));
  if (wrong >= 0) {
    throw new RangeError(
      `pathContributions: at entry ${wrong} the paths add up to ${readable(total[wrong])}, but dx is ` +
        `${readable(dx[wrong])}. A path is missing or wrong.`,
    );
  }
}

function stack({ name, values }: PathContribution, n: number): PlotlyObject {
  return {
    type: 'bar',
    name,
    x: values.map((_, i) => i),
    y: [...values],
    marker: { color: okabeIto[n], line: { width: 0 } },
    hoverinfo: 'text',
    hovertext: values.map((value, i) => `<b>${name}</b><br>entry ${i}: ${readable(value)}`),
  };
}

function dots(dx: readonly number[]): PlotlyObject {
  return {
    type: 'scatter',
    mode: 'markers',
    name: 'dx, their sum',
    x: dx.map((_, i) => i),
    y: [...dx],
    marker: {
      color: '#FFFFFF',
      size: 11,
      symbol: 'diamond',
      opacity: 1,
      line: { color: '#111111', width: 2 },
    },
    hoverinfo: 'text',
    hovertext: dx.map((value, i) => `<b>dx, the sum</b><br>entry ${i}: ${readable(value)}`),
    cliponaxis: false,
  };
}

/** 0 and how far the stacks reach up and down. */
function ends(paths: readonly PathContribution[], dx: readonly number[]): number[] {
  const reach = (sign: number): number[] =>
    dx.map((_, i) => paths.reduce((sum, { values }) => sum + sign * Math.max(0, sign * values[i]), 0));
  return [0, ...reach(1), ...reach(-1)];
}

function lengthOf(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
}

function short(value: number): string {
  return readable(Number(value.toPrecision(3)));
}

/** Which share of the direct gradient's length the other paths take back. */
function titleOf([direct, ...others]: readonly PathContribution[], dx: readonly number[]): string {
  if (others.length === 0) return 'dx is what the direct path brings, and nothing else';
  const share = 1 - lengthOf(dx) / lengthOf(direct.values);
  const percent = Math.round(100 * Math.abs(share));
  const words = share >= 0 ? 'take back' : 'add';
  return `The paths through the statistics ${words} ${percent} % of the direct gradient`;
}

function altOf(paths: readonly PathContribution[], dx: readonly number[]): string {
  const told = paths.map(({ name, values }) => `${name} has length ${short(lengthOf(values))}`).join(', ');
  const sum = dx.reduce((total, value) => total + value, 0);
  const isZero = Math.abs(sum) <= tolerance * lengthOf(dx);
  return (
    `${titleOf(paths, dx)}. Of ${dx.length} entries: ${told}; dx, their sum, has length ${short(lengthOf(dx))}` +
    `${isZero ? ', and its entries add up to 0' : ''}.`
  );
}
