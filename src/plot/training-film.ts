/** Two runs step by step, side by side: what happens in every block while a network learns, and while it does not. */
import { inOrder } from './across-seeds.js';
import type { Axis } from './axis.js';
import { logTicks } from './log-ticks.js';
import type { Figure, PlotlyObject, Records } from './figure.js';
import { middleRange } from './middle-range.js';
import { okabeIto } from './palette.js';
import { layerAxis, panels } from './panels.js';
import type { Panel } from './panels.js';
import { lossInTable, lossInWords } from './top-edge.js';
import { withSlider } from './with-slider.js';

/** The smallest and largest of a block's γ, or β. */
type Ends = readonly [number, number];

/** One block; each list has an entry for each step of the film. */
export interface FilmBlock {
  readonly name: string;
  /** How far the positions of a string differ in it: a standard deviation. */
  readonly differenceOfPositions: readonly number[];
  /** How far different strings differ in it, position by position: a standard deviation. */
  readonly differenceOfStrings: readonly number[];
  /** The norm of the gradient of its weights. */
  readonly gradient: readonly number[];
  readonly gamma: readonly Ends[];
  readonly beta: readonly Ends[];
}

/** One run. */
export interface FilmRun {
  readonly title: string;
  /** In nats, at each step of the film. */
  readonly loss: readonly number[];
  readonly blocks: readonly FilmBlock[];
}

/** What was filmed. */
export interface Film {
  /** Updates done at each frame. */
  readonly steps: readonly number[];
  readonly runs: readonly FilmRun[];
}

/** Words of the figure, and the step it starts at. */
export interface FilmOptions {
  readonly title?: string;
  /** The first step of the film unless told. */
  readonly initial?: number;
}

/**
 * A column for each run; under each other, by block, the difference of positions, that of strings, the norm of the
 * gradient, and γ and β from their smallest to their largest. One slider over the steps.
 *
 * @throws RangeError for no step, no run, more than three runs, or a list that has not one entry for each step.
 * @example
 * trainingFilm({ steps: [0, 10, 20], runs: [right, wrong] });
 */
export function trainingFilm(film: Film, options: FilmOptions = {}): Figure {
  checked(film);
  const ranges = rangesOf(film);
  const positions = film.steps.map((step, frame) => ({
    value: String(step),
    figure: frameOf(film, frame, { ranges, title: options.title ?? titleOf(film) }),
  }));
  return withSlider(positions, {
    label: 'step',
    initial: String(options.initial ?? film.steps[0]),
    alt: altOf(film),
  });
}

function checked({ steps, runs }: Film): void {
  if (steps.length === 0 || runs.length === 0 || runs.length > 3)
    throw new RangeError('trainingFilm: needs at least one step, and from one to three runs.');
  for (const { title, loss, blocks } of runs)
    for (const list of [
      loss,
      ...blocks.flatMap((one) => [...kinds.map((of) => one[of]), one.gamma, one.beta]),
    ])
      if (list.length !== steps.length)
        throw new RangeError(`trainingFilm: ${title} has ${list.length} entries for ${steps.length} steps.`);
}

/** What the upper rows measure, and in which colour. */
const sizes = {
  differenceOfPositions: { label: 'Difference of positions', unit: 'deviation', colour: okabeIto[0] },
  differenceOfStrings: { label: 'Difference of strings', unit: 'deviation', colour: okabeIto[4] },
  gradient: { label: 'Gradient', unit: 'norm', colour: okabeIto[1] },
} as const;
type Kind = keyof typeof sizes;
const kinds = ['differenceOfPositions', 'differenceOfStrings', 'gradient'] as const satisfies readonly Kind[];

interface Ranges extends Readonly<Record<Kind, Ends>> {
  readonly factors: Ends;
}

/** So many times more or less than the middle one is still shown. */
const timesTheMiddle = 1e5;

/** Axes that hold every step of every run. */
function rangesOf({ runs }: Film): Ranges {
  const blocks = runs.flatMap((run) => run.blocks);
  const ends = blocks.flatMap(({ gamma, beta }) => [...gamma, ...beta].flat()).filter(Number.isFinite);
  const rangeOf = (of: Kind): Ends =>
    middleRange(
      blocks.flatMap((block) => block[of]),
      timesTheMiddle,
    );
  return {
    differenceOfPositions: rangeOf('differenceOfPositions'),
    differenceOfStrings: rangeOf('differenceOfStrings'),
    gradient: rangeOf('gradient'),
    factors: [Math.min(-0.1, ...ends), Math.max(1.1, ...ends)],
  };
}

function frameOf(
  { steps, runs }: Film,
  frame: number,
  { ranges, title }: { readonly ranges: Ranges; readonly title: string },
): Figure {
  const losses = runs.map((run) => `${run.title} ${lossInWords(run.loss[frame])}`);
  return panels({
    title,
    subtitle: `after ${steps[frame]} updates, loss: ${losses.join(', ')}${isBeyond(runs, ranges) ? '\n▲ ▼ beyond the axis' : ''}`,
    alt: '',
    panels: [
      ...kinds.map((of, row) =>
        runs.map((run) => ({ ...sizesPanel(run, frame, { of, ranges }), name: row === 0 ? run.title : '' })),
      ),
      runs.map((run, n) => factorsPanel(run, frame, { range: ranges.factors, named: n === 0 })),
    ],
    records: recordsAt(runs, frame),
  });
}

/** Whether anything at any step lies beyond its axis. */
function isBeyond(runs: readonly FilmRun[], ranges: Ranges): boolean {
  const outside = (values: readonly number[], [low, high]: Ends): boolean =>
    values.some((value) => !(value >= low && value <= high));
  return runs.some(({ blocks }) =>
    blocks.some((block) => kinds.some((of) => outside(block[of], ranges[of]))),
  );
}

function blocksAxis({ blocks }: FilmRun): { x: Axis; xRange: [number, number] } {
  return { x: layerAxis(blocks.length, { label: 'Block', most: 6 }), xRange: [-0.6, blocks.length - 0.4] };
}

/** A dot for each block; beyond the axis a triangle at its edge. */
function sizesPanel(
  run: FilmRun,
  frame: number,
  { of, ranges }: { readonly of: Kind; readonly ranges: Ranges },
): Panel {
  const { label, unit, colour } = sizes[of];
  const range = ranges[of];
  const values = run.blocks.map((block) => block[of][frame]);
  const off = values.map((value) => (!(value <= range[1]) ? 1 : value < range[0] ? -1 : 0));
  const dots = {
    type: 'scatter',
    name: `${run.title}, ${label.toLowerCase()}`,
    x: values.map((_, i) => i),
    y: values.map((value, i) => (off[i] === 0 ? value : range[off[i] > 0 ? 1 : 0])),
    mode: 'lines+markers',
    line: { color: colour, width: 1 },
    marker: {
      color: colour,
      size: 8,
      opacity: 1,
      line: { width: 0 },
      symbol: off.map((side) => ['triangle-down', 'circle', 'triangle-up'][side + 1]),
    },
    hoverinfo: 'text',
    hovertext: values.map((value, i) => `<b>${run.blocks[i].name}</b><br>${label}: ${lossInWords(value)}`),
    cliponaxis: false,
  };
  const y = { label, unit, log: true, ticks: logTicks(range) };
  return { name: '', ...blocksAxis(run), y, yRange: range, traces: [dots] };
}

/** From the smallest to the largest γ and β of each block, γ on the left. */
function factorsPanel(
  run: FilmRun,
  frame: number,
  { range, named }: { readonly range: Ends; readonly named: boolean },
): Panel {
  const bar = (of: 'gamma' | 'beta', name: string): PlotlyObject => {
    const ends = run.blocks.map((layer) => layer[of][frame]);
    // What has no extent yet is still a line.
    const least = (range[1] - range[0]) / 40;
    return {
      type: 'bar',
      name,
      x: ends.map((_, i) => i + (of === 'gamma' ? -0.2 : 0.2)),
      // A block without a norm has neither.
      y: ends.map(([low, high]) => finiteOrNull(Math.max(high - low, least))),
      base: ends.map(([low, high]) => finiteOrNull(Math.min(low, (low + high - least) / 2))),
      width: 0.34,
      marker: { color: okabeIto[of === 'gamma' ? 2 : 3], line: { width: 0 } },
      hoverinfo: 'text',
      hovertext: ends.map(
        ([low, high], i) =>
          `<b>${run.blocks[i].name}</b><br>${name}: ${lossInWords(low)} to ${lossInWords(high)}`,
      ),
      showlegend: named,
    };
  };
  return {
    name: '',
    ...blocksAxis(run),
    y: { label: 'γ, β', unit: 'range' },
    yRange: range,
    traces: [bar('gamma', 'γ'), bar('beta', 'β')],
    levels: [0, 1],
  };
}

function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function recordsAt(runs: readonly FilmRun[], frame: number): Records {
  return {
    columns: [
      'run',
      'block',
      'difference of positions',
      'difference of strings',
      'gradient (norm)',
      'γ from',
      'γ to',
      'β from',
      'β to',
    ],
    rows: runs.flatMap((run) =>
      run.blocks.map((block) => [
        run.title,
        block.name,
        ...kinds.map((of) => lossInTable(block[of][frame])),
        ...[...block.gamma[frame], ...block.beta[frame]].map(lossInTable),
      ]),
    ),
  };
}

function titleOf({ runs }: Film): string {
  const ends = runs.map(({ title, loss }) => `${title} ${lossInWords(loss[loss.length - 1])}`);
  return `Block by block while it trains; loss at the end: ${ends.join(', ')}`;
}

/** How differences and gradients are spread over the blocks at the end. */
function altOf({ steps, runs }: Film): string {
  const last = steps.length - 1;
  const spread = (blocks: readonly FilmBlock[], of: Kind): string => {
    const values = blocks.map((block) => block[of][last]);
    return `${lossInWords(Math.min(...values))} to ${lossInWords(Math.max(...values))}`;
  };
  const each = runs.map(
    ({ title, loss, blocks }) =>
      `${title}: loss from ${lossInWords(loss[0])} to ${lossInWords(loss[last])}; at the end the difference of positions ` +
      `is ${spread(blocks, 'differenceOfPositions')}, that of strings ${spread(blocks, 'differenceOfStrings')}, ` +
      `the norm of the gradient ${spread(blocks, 'gradient')} over its ${blocks.length} blocks`,
  );
  const names = inOrder(runs, ({ title }) => title).length;
  return `${names === 1 ? 'A run' : `${names} runs`} over ${steps[last]} updates. ${each.join('. ')}.`;
}
