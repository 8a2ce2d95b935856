/** A small chart by block on a logarithmic axis, as SVG: there plotly would be too much. */
import { logTicks } from '../log-ticks.js';
import { escaped } from '../markup.js';

/** Numbers by block, as a line or as dots. */
export interface Trace {
  readonly colour: string;
  readonly as: 'line' | 'dots';
  /** The block of the first number; 0 is the input. */
  readonly from: number;
  readonly values: readonly number[];
}

/** What a chart shows and where. */
export interface ChartParts {
  /** What is measured, with its unit. */
  readonly title: string;
  readonly traces: readonly Trace[];
  /** Smallest and largest value shown; what lies beyond is a triangle at the edge. */
  readonly range: readonly [number, number];
  /** Number of blocks. */
  readonly depth: number;
  /** Upper left corner and size, in px. */
  readonly place: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** Room for the title, the numbers at the axes, and the name of the x axis. */
const [above, left, below] = [24, 40, 38];

/** The chart as a group. */
export function chartDrawn({ title, traces, range, depth, place }: ChartParts): string {
  const [width, height] = [place.width - left - 8, place.height - above - below];
  const x = (block: number): number => (block / depth) * width;
  const share = (value: number): number =>
    (Math.log(value) - Math.log(range[0])) / (Math.log(range[1]) - Math.log(range[0]));
  const y = (value: number): number => height * (1 - Math.max(0, Math.min(1, share(value))));
  const text = (words: string, at: string): string =>
    `<text ${at} fill='currentColor'>${escaped(words)}</text>`;
  const ticks = logTicks(range);
  const marks = ticks.values.map(
    (tick, i) =>
      `<path d='M0,${y(tick).toFixed(1)} H${width}' stroke='currentColor' stroke-opacity='0.18'/>` +
      text(ticks.labels[i], `x='-6' y='${(y(tick) + 4.5).toFixed(1)}' text-anchor='end'`),
  );
  const blocks = [...new Set([0, Math.round(depth / 2), depth])].map((block) =>
    text(String(block), `x='${x(block).toFixed(1)}' y='${height + 17}' text-anchor='middle'`),
  );
  return [
    `<g transform='translate(${place.x + left},${place.y + above})'>`,
    text(title, `x='${-left}' y='-10'`),
    ...marks,
    `<path d='M0,0 V${height} H${width}' fill='none' stroke='currentColor' stroke-opacity='0.6'/>`,
    ...blocks,
    text('Block (from the input)', `x='${width / 2}' y='${height + 32}' text-anchor='middle'`),
    ...traces.map((trace) => traceDrawn(trace, { x, y, range })),
    '</g>',
  ].join('');
}

interface Scales {
  readonly x: (block: number) => number;
  readonly y: (value: number) => number;
  readonly range: readonly [number, number];
}

function traceDrawn({ colour, as, from, values }: Trace, { x, y, range }: Scales): string {
  const points = values.map((value, i) => ({
    value: Number.isNaN(value) ? Infinity : value,
    at: [x(from + i).toFixed(1), y(Number.isNaN(value) ? Infinity : value).toFixed(1)],
  }));
  if (as === 'line') {
    const path = points.map(({ at }) => at.join(',')).join(' ');
    return `<polyline points='${path}' fill='none' stroke='${colour}' stroke-width='2.5'/>`;
  }
  return points
    .map(({ value, at: [cx, cy] }) => {
      if (value > range[1]) return `<path d='M${cx},${cy} m-5,4 l5,-9 l5,9 Z' fill='${colour}'/>`;
      if (value < range[0]) return `<path d='M${cx},${cy} m-5,-4 l5,9 l5,-9 Z' fill='${colour}'/>`;
      return `<circle cx='${cx}' cy='${cy}' r='3.2' fill='${colour}'/>`;
    })
    .join('');
}
