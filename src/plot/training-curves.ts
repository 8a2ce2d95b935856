/** Loss by step of several arms: the middle seed as a line, every seed as a thin one. It may grow while it is watched. */
import { acrossSeeds, inOrder, listed, orInfinity } from './across-seeds.js';
import { withArmNames } from './arm-name.js';
import { Figure } from './figure.js';
import type { PlotlyObject, Records } from './figure.js';
import { lines } from './lines.js';
import type { Series } from './lines.js';
import { readable } from './number.js';
import { okabeIto, transparent } from './palette.js';
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

/** One run as far as it has come. steps and losses have the same length. */
export interface TrainingRecord {
  readonly arm: string;
  readonly seed: number;
  /** Updates done when the loss was measured. */
  readonly steps: readonly number[];
  /** In nats; not finite where the run has blown up. */
  readonly losses: readonly number[];
  /** Trained in this notebook, to be told from what was stored. */
  readonly live?: boolean;
}

/** Words and ends of the picture; what is left out comes from the records. */
export interface TrainingCurvesOptions {
  readonly title?: string;
  readonly subtitle?: string;
  readonly alt?: string;
  /** What the loss is: "Loss on held-out strings". */
  readonly loss?: string;
  /** The loss of a guess: ln of the number of classes. */
  readonly chance?: number;
  /** How many updates there will be, so that the axis stands still while curves grow. */
  readonly of?: number;
  /** Logarithmic losses. */
  readonly log?: boolean;
  /** Larger losses stand at the upper edge; 1.5 times chance unless told. */
  readonly top?: number;
}

/**
 * Curves of the median over seeds with a thin line for every run, a line at chance, and triangles where a run leaves the
 * picture. Records of `live` have open circles. Call it again with longer records to see them grow.
 *
 * @throws RangeError where there is no record, or more than six arms.
 * @example
 * trainingCurves([{ arm: 'pre', seed: 0, steps: [0, 50, 100], losses: [1.8, 0.9, 0.3] }], { chance: Math.log(6) });
 */
export function trainingCurves(
  given: readonly TrainingRecord[],
  options: TrainingCurvesOptions = {},
): Figure {
  const records = withArmNames(given);
  const arms = inOrder(records, ({ arm }) => arm);
  if (arms.length === 0) throw new RangeError('trainingCurves: needs at least one record.');
  const edge = edgeOf(records, options);
  const curves = arms.map((arm) => middleOf(arm, records));
  const { chance } = options;
  const base = lines({
    title: options.title ?? titleOf(curves, chance),
    subtitle: options.subtitle ?? subtitleOf(records, edge),
    alt: options.alt ?? altOf(curves, records, chance),
    x: { label: 'Step', unit: 'updates of the weights', range: [0, lastStep(records, options)] },
    y: lossAxis(options.loss ?? 'Loss', edge),
    series: curves.map((curve) => ({ ...curve, y: underEdge(curve.y, edge) })),
    marks: chance === undefined ? [] : [{ text: `chance: ${readable(chance)}`, y: chance }],
  });
  return new Figure({
    title: base.title,
    subtitle: base.subtitle,
    alt: base.alt,
    data: [
      ...records.map((record) => thinLine(record, arms, edge)),
      ...base.data.map((trace) =>
        curves.reduce((one, { name, x, y }) => sayingTruth(one, name, hoversOf(name, x, y)), trace),
      ),
      ...beyondTrace(leaving(records, arms, edge), edge),
    ],
    layout: base.layout,
    records: recordsOf(given, options),
  });
}

/** The median over the seeds, at the steps that all of them have reached; of stored runs where there are any. */
function middleOf(arm: string, records: readonly TrainingRecord[]): Series {
  const all = records.filter((record) => record.arm === arm);
  const stored = all.filter(({ live }) => live !== true);
  const runs = stored.length > 0 ? stored : all;
  const x = runs[0].steps.filter((step) => runs.every(({ steps }) => steps.includes(step)));
  const y = x.map((step) => acrossSeeds(runs.map(({ steps, losses }) => losses[steps.indexOf(step)])).median);
  return { name: arm, x, y };
}

function edgeOf(records: readonly TrainingRecord[], { chance = 0, top, log }: TrainingCurvesOptions): Edge {
  const finite = records.flatMap(({ losses }) => losses).filter(Number.isFinite);
  const highest = Math.max(chance, ...finite);
  const ceiling = top ?? (chance > 0 ? Math.min(highest, 1.5 * chance) : highest);
  const lowest = Math.min(...finite.filter((loss) => loss > 0), ceiling / 2);
  return { top: ceiling > 0 ? ceiling : 1, bottom: log === true ? lowest : 0, log: log === true };
}

function lastStep(records: readonly TrainingRecord[], { of = 1 }: TrainingCurvesOptions): number {
  return Math.max(of, ...records.flatMap(({ steps }) => steps));
}

/** One run; where it is live, with about ten open circles on it. */
function thinLine(record: TrainingRecord, arms: readonly string[], edge: Edge): PlotlyObject {
  const { arm, seed, steps, losses, live = false } = record;
  const colour = okabeIto[arms.indexOf(arm)];
  const every = Math.max(1, Math.ceil(steps.length / 10));
  const size = steps.map((_, i) => (i % every === 0 ? 8 : 0));
  const circles = { symbol: 'circle-open', color: colour, size, line: { width: 2 } };
  return {
    type: 'scatter',
    name: `${arm}, seed ${seed}`,
    x: [...steps],
    y: underEdge(losses, edge).map((loss) => (Number.isNaN(loss) ? null : loss)),
    mode: live ? 'lines+markers' : 'lines',
    line: { color: transparent(colour, live ? 0.9 : 0.4), width: 1 },
    ...(live ? { marker: circles } : {}),
    hoverinfo: 'text',
    hovertext: losses.map((loss, i) => hoverOf(record, steps[i], loss)),
    showlegend: false,
    cliponaxis: false,
  };
}

function hoverOf({ arm, seed, live }: TrainingRecord, step: number, loss: number): string {
  const where = live === true ? ', trained here' : '';
  return `<b>${arm}, seed ${seed}${where}</b><br>Step: ${step}<br>Loss: ${lossInWords(loss)}`;
}

function hoversOf(name: string, steps: readonly number[], losses: readonly number[]): string[] {
  return losses.map((loss, i) => `<b>${name}, median</b><br>Step: ${steps[i]}<br>Loss: ${lossInWords(loss)}`);
}

/** Where runs leave the picture. */
function leaving(records: readonly TrainingRecord[], arms: readonly string[], edge: Edge): Beyond[] {
  return records.flatMap((record) =>
    record.losses.flatMap((loss, i) => {
      const before = i > 0 && isBeyond(record.losses[i - 1], edge);
      if (!isBeyond(loss, edge) || before) return [];
      const colour = okabeIto[arms.indexOf(record.arm)];
      return [{ x: record.steps[i], row: 0, colour, hover: hoverOf(record, record.steps[i], loss) }];
    }),
  );
}

function lastOf(values: readonly number[]): number {
  return orInfinity(values[values.length - 1] ?? Infinity);
}

const hasDiverged = ({ y }: Series): boolean => !Number.isFinite(lastOf(y));

/** What the curves show so far: who is lowest, who is still at chance, and who has no finite loss any more. */
function titleOf(curves: readonly Series[], chance = Infinity): string {
  const lost = curves.filter(hasDiverged);
  const atChance = curves.filter((curve) => !hasDiverged(curve) && lastOf(curve.y) > 0.9 * chance);
  const best = curves.reduce((low, one) => (lastOf(one.y) < lastOf(low.y) ? one : low));
  const step = best.x[best.x.length - 1] ?? 0;
  if (lost.length === curves.length) return `${namesOf(lost)} ${has(lost)} diverged after ${step} updates`;
  if (lost.length + atChance.length === curves.length) return `After ${step} updates no loss is below chance`;
  const loss = lossInWords(lastOf(best.y));
  if (curves.length === 1) return `${best.name} has a loss of ${loss} after ${step} updates`;
  return [
    `${best.name} has the lowest loss after ${step} updates, ${loss}`,
    ...(atChance.length > 0
      ? [`${namesOf(atChance)} ${atChance.length === 1 ? 'is' : 'are'} at chance`]
      : []),
    ...(lost.length > 0 ? [`${namesOf(lost)} ${has(lost)} diverged`] : []),
  ].join('; ');
}

const namesOf = (curves: readonly Series[]): string => listed(curves.map(({ name }) => name));
const has = ({ length }: readonly Series[]): string => (length === 1 ? 'has' : 'have');

function subtitleOf(records: readonly TrainingRecord[], edge: Edge): string {
  const stored = records.filter(({ live }) => live !== true);
  const seeds = inOrder(stored.length > 0 ? stored : records, ({ seed }) => seed).length;
  const parts = [
    ...(seeds > 1 ? [`Line: median of ${seeds} seeds, thin: each of them`] : []),
    ...(stored.length < records.length ? ['○ trained in this notebook'] : []),
    ...(leaving(records, [], edge).length > 0 ? [beyondInWords] : []),
  ];
  return parts.join('\n');
}

function altOf(curves: readonly Series[], records: readonly TrainingRecord[], chance?: number): string {
  const ends = curves.map((curve) => {
    const { name, x, y } = curve;
    const last = records.filter(({ arm }) => arm === name).map(({ losses }) => lastOf(losses));
    const { low, high } = acrossSeeds(last);
    const range =
      last.length < 2 ? '' : ` (${lossInWords(low)} to ${lossInWords(high)} over ${last.length} runs)`;
    const after = `after ${x[x.length - 1] ?? 0} updates${range}`;
    return hasDiverged(curve)
      ? `${name} has diverged, no finite loss ${after}`
      : `${name} ends at ${lossInWords(lastOf(y))} ${after}`;
  });
  return `Loss by step: ${ends.join('; ')}${chance === undefined ? '' : `. Chance is ${readable(chance)}`}.`;
}

function recordsOf(records: readonly TrainingRecord[], { loss = 'Loss' }: TrainingCurvesOptions): Records {
  return {
    columns: ['arm', 'seed', 'run', 'Step (updates of the weights)', `${loss} (nats)`],
    rows: records.flatMap(({ arm, seed, steps, losses, live }) =>
      steps.map((step, i) => [arm, seed, live === true ? 'live' : 'stored', step, lossInTable(losses[i])]),
    ),
  };
}
