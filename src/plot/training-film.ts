/** Two runs step by step, side by side: what happens in every layer while a network learns, and while it does not. */
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

/** The smallest and largest of a layer's γ, or β. */
type Ends = readonly [number, number];

/** One layer; each list has an entry for each step of the film. */
export interface FilmLayer {
  readonly name: string;
  /** How far the positions of a string differ in it: a standard deviation. */
  readonly activation: readonly number[];
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
  readonly layers: readonly FilmLayer[];
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
 * A column for each run; under each other, by layer, the difference of positions, the norm of the gradient, and γ and
 * β from their smallest to their largest. One slider over the steps.
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
  for (const { title, loss, layers } of runs)
    for (const list of [
      loss,
      ...layers.flatMap((one) => [one.activation, one.gradient, one.gamma, one.beta]),
    ])
      if (list.length !== steps.length)
        throw new RangeError(`trainingFilm: ${title} has ${list.length} entries for ${steps.length} steps.`);
}

interface Ranges {
  readonly activation: Ends;
  readonly gradient: Ends;
  readonly factors: Ends;
}

/** Axes that hold every step of every run. */
function rangesOf({ runs }: Film): Ranges {
  const layers = runs.flatMap((run) => run.layers);
  const ends = layers.flatMap(({ gamma, beta }) => [...gamma, ...beta].flat()).filter(Number.isFinite);
  return {
    activation: middleRange(layers.flatMap(({ activation }) => activation)),
    gradient: middleRange(layers.flatMap(({ gradient }) => gradient)),
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
    subtitle: `after ${steps[frame]} updates, loss: ${losses.join(', ')}`,
    alt: '',
    panels: [
      runs.map((run) => sizesPanel(run, frame, { of: 'activation', range: ranges.activation })),
      runs.map((run) => sizesPanel(run, frame, { of: 'gradient', range: ranges.gradient })),
      runs.map((run, n) => factorsPanel(run, frame, { range: ranges.factors, named: n === 0 })),
    ],
    records: recordsAt(runs, frame),
  });
}

function layersAxis({ layers }: FilmRun): { x: Axis; xRange: [number, number] } {
  return { x: layerAxis(layers.length, 6), xRange: [-0.6, layers.length - 0.4] };
}

/** A dot for each layer; beyond the axis a triangle at its edge. */
function sizesPanel(
  run: FilmRun,
  frame: number,
  { of, range }: { readonly of: 'activation' | 'gradient'; readonly range: Ends },
): Panel {
  const values = run.layers.map((layer) => layer[of][frame]);
  const off = values.map((value) => (!(value <= range[1]) ? 1 : value < range[0] ? -1 : 0));
  const y: Axis =
    of === 'activation'
      ? { label: 'Difference', unit: 'of positions', log: true, ticks: logTicks(range) }
      : { label: 'Gradient', unit: 'norm', log: true, ticks: logTicks(range) };
  const dots = {
    type: 'scatter',
    name: `${run.title}, ${of}`,
    x: values.map((_, i) => i),
    y: values.map((value, i) => (off[i] === 0 ? value : range[off[i] > 0 ? 1 : 0])),
    mode: 'lines+markers',
    line: { color: okabeIto[of === 'activation' ? 0 : 1], width: 1 },
    marker: {
      color: okabeIto[of === 'activation' ? 0 : 1],
      size: 8,
      opacity: 1,
      line: { width: 0 },
      symbol: off.map((side) => ['triangle-down', 'circle', 'triangle-up'][side + 1]),
    },
    hoverinfo: 'text',
    hovertext: values.map((value, i) => `<b>${run.layers[i].name}</b><br>${y.label}: ${lossInWords(value)}`),
    cliponaxis: false,
  };
  return { name: of === 'activation' ? run.title : '', ...layersAxis(run), y, yRange: range, traces: [dots] };
}

/** From the smallest to the largest γ and β of each layer, γ on the left. */
function factorsPanel(
  run: FilmRun,
  frame: number,
  { range, named }: { readonly range: Ends; readonly named: boolean },
): Panel {
  const bar = (of: 'gamma' | 'beta', name: string): PlotlyObject => {
    const ends = run.layers.map((layer) => layer[of][frame]);
    // What has no extent yet is still a line.
    const least = (range[1] - range[0]) / 40;
    return {
      type: 'bar',
      name,
      x: ends.map((_, i) => i + (of === 'gamma' ? -0.2 : 0.2)),
      // A layer without a norm has neither.
      y: ends.map(([low, high]) => finiteOrNull(Math.max(high - low, least))),
      base: ends.map(([low, high]) => finiteOrNull(Math.min(low, (low + high - least) / 2))),
      width: 0.34,
      marker: { color: okabeIto[of === 'gamma' ? 2 : 3], line: { width: 0 } },
      hoverinfo: 'text',
      hovertext: ends.map(
        ([low, high], i) =>
          `<b>${run.layers[i].name}</b><br>${name}: ${lossInWords(low)} to ${lossInWords(high)}`,
      ),
      showlegend: named,
    };
  };
  return {
    name: '',
    ...layersAxis(run),
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
      'layer',
      'difference of positions',
      'gradient (norm)',
      'γ from',
      'γ to',
      'β from',
      'β to',
    ],
    rows: runs.flatMap((run) =>
      run.layers.map(({ name, activation, gradient, gamma, beta }) => [
        run.title,
        name,
        ...[activation[frame], gradient[frame], ...gamma[frame], ...beta[frame]].map(lossInTable),
      ]),
    ),
  };
}

function titleOf({ runs }: Film): string {
  const ends = runs.map(({ title, loss }) => `${title} ends at loss ${lossInWords(loss[loss.length - 1])}`);
  return `Layer by layer while it trains: ${ends.join(', ')}`;
}

/** How activations and gradients differ over the layers at the end. */
function altOf({ steps, runs }: Film): string {
  const last = steps.length - 1;
  const spread = (values: readonly number[]): string =>
    `${lossInWords(Math.min(...values))} to ${lossInWords(Math.max(...values))}`;
  const each = runs.map(({ title, loss, layers }) => {
    const activation = spread(layers.map((layer) => layer.activation[last]));
    const gradient = spread(layers.map((layer) => layer.gradient[last]));
    return (
      `${title}: loss from ${lossInWords(loss[0])} to ${lossInWords(loss[last])}; at the end deviations of activations ` +
      `are ${activation}, gradient norms ${gradient} over its ${layers.length} layers`
    );
  });
  const names = inOrder(runs, ({ title }) => title).length;
  return `${names === 1 ? 'A run' : `${names} runs`} over ${steps[last]} updates. ${each.join('. ')}.`;
}
