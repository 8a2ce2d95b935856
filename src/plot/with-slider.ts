/** One slider over figures of the same make: each position is a frame computed beforehand. */
import { Figure } from './figure.js';
import type { Frame, PlotlyObject } from './figure.js';
import { ink, okabeIto } from './palette.js';

/** One position of the slider. */
export interface Position {
  /** What the slider says here: "0.5". */
  readonly value: string;
  readonly figure: Figure;
}

/** What moves, where it starts, and the words of the whole. */
export interface SliderOptions {
  /** What the slider sets: "s". */
  readonly label: string;
  /** Its unit, said after the value. */
  readonly unit?: string;
  /** The position shown first, by its value. */
  readonly initial: string;
  /** The finding over all positions. */
  readonly alt: string;
}

/** Height of the slider under the picture, in px. */
export const sliderHeight = 96;

/**
 * The figures as positions of one slider. Axes are fixed to what all positions need, so that nothing jumps.
 *
 * @throws RangeError where `initial` is no position, or where the figures differ in their number of traces or marks.
 * @example
 * withSlider([{ value: '0.5', figure: a }, { value: '5', figure: b }], { label: 's', initial: '0.5', alt: '…' });
 */
export function withSlider(positions: readonly Position[], options: SliderOptions): Figure {
  const start = positions.find(({ value }) => value === options.initial);
  if (start === undefined) {
    const values = positions.map(({ value }) => value).join(', ');
    throw new RangeError(`withSlider: no position ${options.initial}; choose one of ${values}.`);
  }
  const figures = positions.map(({ figure }) => figure);
  sameMake(figures);
  const axes = sharedAxes(figures);
  const margin = start.figure.layout.margin as { t: number; b: number };
  const top = Math.max(...figures.map(({ layout }) => (layout.margin as { t: number }).t));
  const height = Number(start.figure.layout.height) + top - margin.t + sliderHeight;
  return new Figure({
    title: start.figure.title,
    subtitle: start.figure.subtitle,
    alt: options.alt,
    data: start.figure.data,
    layout: {
      ...start.figure.layout,
      ...axes,
      height,
      margin: { ...margin, t: top, b: margin.b + sliderHeight },
      sliders: [slider(positions, options)],
    },
    frames: framesOf(positions, height),
    position: said(options, start.value),
    records: {
      columns: [options.label, ...start.figure.records.columns],
      rows: positions.flatMap(({ value, figure }) => figure.records.rows.map((row) => [value, ...row])),
    },
  });
}

function said({ label, unit }: SliderOptions, value: string): string {
  return `${prefixOf(label)}${value}${unit === undefined ? '' : ` ${unit}`}`;
}

/** A symbol equals its value; a word introduces it. */
function prefixOf(label: string): string {
  return label.length > 2 ? `${label}: ` : `${label} = `;
}

/** How far the slider must stand back so that the label at its end is not cut, with so much room beside the plot. */
function overhang({ value }: Position, room: number): number {
  return Math.max(4, Math.ceil(value.length * 3.3 - room + 8));
}

function slider(positions: readonly Position[], options: SliderOptions): PlotlyObject {
  return {
    active: positions.findIndex(({ value }) => value === options.initial),
    x: 0,
    len: 1,
    y: 0,
    yanchor: 'top',
    pad: { l: overhang(positions[0], 60), r: overhang(positions[positions.length - 1], 20), t: 58, b: 8 },
    currentvalue: {
      prefix: prefixOf(options.label),
      suffix: options.unit === undefined ? '' : ` ${options.unit}`,
      xanchor: 'left',
      offset: 14,
      font: { size: 15, color: ink },
    },
    font: { size: 12, color: ink },
    transition: { duration: 0 },
    bgcolor: '#9A9A9A',
    activebgcolor: okabeIto[0],
    bordercolor: ink,
    borderwidth: 1,
    tickcolor: ink,
    ticklen: 5,
    minorticklen: 3,
    steps: positions.map(({ value }) => ({
      label: value,
      method: 'animate',
      args: [
        [value],
        { mode: 'immediate', transition: { duration: 0 }, frame: { duration: 0, redraw: true } },
      ],
    })),
  };
}

/**
 * What changes in any position is said in every one: plotly keeps what a frame does not mention. The height is said too:
 * a page that resizes its figures makes plotly forget it.
 */
function framesOf(positions: readonly Position[], height: number): Frame[] {
  const base = positions[0].figure;
  const moving = base.data.map((trace, t) =>
    Object.keys(trace).filter((key) =>
      positions.some(({ figure }) => differ(figure.data[t][key], trace[key])),
    ),
  );
  const titled = ['title', 'shapes', 'annotations'].filter((key) =>
    positions.some(({ figure }) => differ(figure.layout[key], base.layout[key])),
  );
  return positions.map(({ value, figure }) => ({
    name: value,
    data: figure.data.map((trace, t) => pick(trace, moving[t])),
    layout: { ...pick(figure.layout, titled), height },
    subtitle: figure.subtitle,
  }));
}

function pick(from: PlotlyObject, keys: readonly string[]): PlotlyObject {
  return Object.fromEntries(keys.map((key) => [key, from[key]]));
}

function differ(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}

/** Frames swap what is there; they can neither add nor take away. */
function sameMake(figures: readonly Figure[]): void {
  const count = (value: unknown): number => (Array.isArray(value) ? value.length : 0);
  const make = ({ data, layout }: Figure): string =>
    [
      data.map((trace) => Object.keys(trace).join()).join(';'),
      count(layout.shapes),
      count(layout.annotations),
    ].join();
  if (figures.some((figure) => make(figure) !== make(figures[0]))) {
    throw new RangeError('withSlider: every position needs the same traces and the same number of marks.');
  }
}

/** Every axis with the widest range that any position asks for. */
function sharedAxes(figures: readonly Figure[]): PlotlyObject {
  const names = Object.keys(figures[0].layout).filter((key) => /^[xy]axis\d*$/.test(key));
  return Object.fromEntries(
    names.map((name) => {
      const ranges = figures.map(({ layout }) => (layout[name] as { range: [number, number] }).range);
      const widest = widestAxis(figures, name);
      return [name, { ...widest, range: extent(ranges) }];
    }),
  );
}

/** The axis whose own range is the longest: its tick marks suit the shared range best. */
function widestAxis(figures: readonly Figure[], name: string): PlotlyObject {
  const length = ({ layout }: Figure): number => {
    const [from, to] = (layout[name] as { range: [number, number] }).range;
    return Math.abs(to - from);
  };
  const widest = figures.reduce((best, figure) => (length(figure) > length(best) ? figure : best));
  return widest.layout[name] as PlotlyObject;
}

function extent(ranges: readonly (readonly [number, number])[]): [number, number] {
  const [from, to] = ranges[0];
  const low = Math.min(...ranges.flat());
  const high = Math.max(...ranges.flat());
  return from <= to ? [low, high] : [high, low];
}
