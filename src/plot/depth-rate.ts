/** Final loss against learning rate for each placement of the norm, at one depth. */
import { acrossSeeds, inOrder, listed } from './across-seeds.js';
import type { Spread } from './across-seeds.js';
import { withArmNames } from './arm-name.js';
import type { Axis } from './axis.js';
import { Figure } from './figure.js';
import type { PlotlyObject, Records } from './figure.js';
import { lines } from './lines.js';
import type { Series } from './lines.js';
import { readable } from './number.js';
import { okabeIto } from './palette.js';
import {
  beyondInWords,
  beyondTrace,
  isBeyond,
  lossAxis,
  lossInTable,
  lossInWords,
  sayingTruth,
  underEdge,
} from './top-edge.js';
import type { Beyond, Edge } from './top-edge.js';

/** One run. */
export interface DepthRateRecord {
  /** The placement: the name of its curve. */
  readonly arm: string;
  readonly seed: number;
  readonly learningRate: number;
  /** In nats; not finite where the run has blown up. */
  readonly loss: number;
  /** Trained in this notebook, to be told from what was stored. */
  readonly live?: boolean;
}

/** Words of the picture. */
export interface DepthRateOptions {
  /** The loss of a guess, in nats. */
  readonly chance: number;
  /** Number of layers. */
  readonly depth: number;
  readonly title?: string;
}

/** The stored runs of one placement: at each rate the middle one and the ends. */
interface Curve {
  readonly arm: string;
  readonly rates: readonly number[];
  readonly spreads: readonly Spread[];
}

/**
 * A curve for each placement: the median over seeds and, as a band, the smallest and largest. Losses above twice chance,
 * and those that are no finite number, are triangles at the upper edge. Runs of `live` lie over it as open circles.
 *
 * @throws RangeError where no record is a stored one, or for more than six placements.
 * @example
 * depthRate([{ arm: 'pre', seed: 0, learningRate: 1e-3, loss: 0.4 }], { chance: Math.log(8), depth: 12 });
 */
export function depthRate(given: readonly DepthRateRecord[], options: DepthRateOptions): Figure {
  const records = withArmNames(given);
  const stored = records.filter(({ live }) => live !== true);
  const live = records.filter((record) => record.live === true);
  if (stored.length === 0) throw new RangeError('depthRate: needs at least one stored record.');
  const curves = inOrder(stored, ({ arm }) => arm).map((arm) => curveOf(arm, stored));
  const edge = edgeOf(records, options.chance);
  const base = lines({
    title: options.title ?? titleOf(curves, options.depth),
    subtitle: subtitleOf(stored, live),
    alt: altOf(curves, live, options),
    x: rateAxis(inOrder(records, ({ learningRate }) => learningRate)),
    y: lossAxis('Loss after training', edge),
    series: curves.map((curve) => seriesOf(curve, edge)),
    marks: [{ text: `chance: ${readable(options.chance)}`, y: options.chance }],
  });
  const medians = base.data.map((trace) =>
    curves.reduce((one, curve) => sayingTruth(one, curve.arm, hoversOf(curve)), trace),
  );
  return new Figure({
    title: base.title,
    subtitle: base.subtitle,
    alt: base.alt,
    data: [...medians, ...liveTrace(live, curves, edge), ...beyondTrace(beyondOf(curves, edge), edge)],
    layout: base.layout,
    records: recordsOf(given),
  });
}

/** Learning rates on a logarithmic axis, each with its own mark. */
function rateAxis(rates: readonly number[]): Axis {
  const values = [...rates].sort((a, b) => a - b);
  return {
    label: 'Learning rate',
    unit: 'of the optimizer',
    log: true,
    ticks: { values, labels: values.map((rate) => String(Number(rate.toPrecision(3)))) },
  };
}

function seriesOf({ arm, rates, spreads }: Curve, edge: Edge): Series {
  const medians = spreads.map(({ median }) => median);
  return {
    name: arm,
    x: rates,
    y: underEdge(medians, edge),
    low: spreads.map(({ low }) => Math.min(low, edge.top)),
    high: spreads.map(({ high }) => Math.min(high, edge.top)),
  };
}

function recordsOf(records: readonly DepthRateRecord[]): Records {
  return {
    columns: ['placement', 'Learning rate', 'seed', 'run', 'Loss after training (nats)'],
    rows: records.map(({ arm, learningRate, seed, live, loss }) => [
      arm,
      learningRate,
      seed,
      live === true ? 'live' : 'stored',
      lossInTable(loss),
    ]),
  };
}

function curveOf(arm: string, stored: readonly DepthRateRecord[]): Curve {
  const own = stored.filter((record) => record.arm === arm);
  const rates = inOrder(own, ({ learningRate }) => learningRate).sort((a, b) => a - b);
  const at = (rate: number): number[] =>
    own.filter(({ learningRate }) => learningRate === rate).map(({ loss }) => loss);
  return { arm, rates, spreads: rates.map((rate) => acrossSeeds(at(rate))) };
}

function edgeOf(records: readonly DepthRateRecord[], chance: number): Edge {
  const positive = records.map(({ loss }) => loss).filter((loss) => loss > 0 && Number.isFinite(loss));
  return { top: 2 * chance, bottom: Math.min(chance / 2, ...positive), log: true };
}

/** Open circles in the colours of the curves. */
function liveTrace(live: readonly DepthRateRecord[], curves: readonly Curve[], edge: Edge): PlotlyObject[] {
  if (live.length === 0) return [];
  const colours = live.map((one) => colourOf(one.arm, curves));
  return [
    {
      type: 'scatter',
      mode: 'markers',
      name: 'trained here',
      x: live.map(({ learningRate }) => learningRate),
      y: live.map(({ loss }) => (isBeyond(loss, edge) ? edge.top : loss)),
      marker: {
        symbol: 'circle-open',
        size: 13,
        color: colours,
        opacity: 1,
        line: { width: 3, color: colours },
      },
      hoverinfo: 'text',
      hovertext: live.map(
        ({ arm, seed, learningRate, loss }) =>
          `<b>${arm}, seed ${seed}, trained here</b><br>Learning rate: ${readable(learningRate)}<br>Loss: ${lossInWords(loss)}`,
      ),
      showlegend: false,
      cliponaxis: false,
    },
  ];
}

function colourOf(arm: string, curves: readonly Curve[]): string {
  const n = curves.findIndex((curve) => curve.arm === arm);
  return okabeIto[n < 0 ? okabeIto.length - 1 : n];
}

/** The medians that leave the picture; of several at one rate each has its own row. */
function beyondOf(curves: readonly Curve[], edge: Edge): Beyond[] {
  const taken = new Map<number, number>();
  return curves.flatMap((curve) => {
    const { rates, spreads } = curve;
    const hovers = hoversOf(curve);
    return spreads.flatMap(({ median }, i) => {
      if (!isBeyond(median, edge)) return [];
      const row = taken.get(rates[i]) ?? 0;
      taken.set(rates[i], row + 1);
      return [{ x: rates[i], row, colour: colourOf(curve.arm, curves), hover: hovers[i] }];
    });
  });
}

function hoversOf({ arm, rates, spreads }: Curve): string[] {
  return spreads.map(
    ({ median, low, high }, i) =>
      `<b>${arm}</b><br>Learning rate: ${readable(rates[i])}<br>` +
      `Loss: ${lossInWords(median)}, from ${lossInWords(low)} to ${lossInWords(high)}`,
  );
}

/** The placement with the lowest median at a rate. */
function bestAt(rate: number, curves: readonly Curve[]): string {
  const medians = curves.map(({ rates, spreads }) => spreads[rates.indexOf(rate)]?.median ?? Infinity);
  return curves[medians.indexOf(Math.min(...medians))].arm;
}

function titleOf(curves: readonly Curve[], depth: number): string {
  const rates = [...new Set(curves.flatMap((curve) => curve.rates))].sort((a, b) => a - b);
  const best = rates.map((rate) => bestAt(rate, curves));
  const winners = [...new Set(best)];
  if (winners.length === 1)
    return `At depth ${depth}, ${winners[0]} has the lowest loss at each of ${rates.length} learning rates`;
  const wins = winners.map((arm) => `${arm} at ${best.filter((one) => one === arm).length}`);
  return `At depth ${depth} the best placement depends on the learning rate: ${listed(wins)} of ${rates.length}`;
}

function subtitleOf(stored: readonly DepthRateRecord[], live: readonly DepthRateRecord[]): string {
  const seeds = inOrder(stored, ({ seed }) => seed).length;
  return [
    `Stored: median of ${seeds} ${seeds === 1 ? 'seed' : 'seeds'}, band from the smallest to the largest`,
    ...(live.length === 0 ? [] : ['○ trained in this notebook']),
    beyondInWords,
  ].join('\n');
}

function altOf(
  curves: readonly Curve[],
  live: readonly DepthRateRecord[],
  options: DepthRateOptions,
): string {
  const each = curves.map(({ arm, rates, spreads }) => {
    const medians = spreads.map(({ median }) => median);
    const lowest = Math.min(...medians);
    const trains = medians.filter((loss) => loss < options.chance / 2).length;
    return Number.isFinite(lowest)
      ? `${arm} comes to ${lossInWords(lowest)} at ${readable(rates[medians.indexOf(lowest)])} and below half of chance at ${trains} of ${rates.length} rates`
      : `${arm} gives no finite number at any rate`;
  });
  const here = live.map(
    ({ arm, learningRate, loss }) => `${arm} ${lossInWords(loss)} at ${readable(learningRate)}`,
  );
  return (
    `Loss after training against learning rate at depth ${options.depth}, chance ${readable(options.chance)}: ` +
    `${each.join('; ')}.${here.length === 0 ? '' : ` Trained here: ${here.join(', ')}.`}`
  );
}
