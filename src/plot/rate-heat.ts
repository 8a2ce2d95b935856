/** Final loss of networks as a heat map: which of them trains at which learning rate, or from which initial weights. */
import { acrossSeeds, inOrder } from './across-seeds.js';
import { withArmNames } from './arm-name.js';
import { cells } from './cells.js';
import type { GridCell } from './cells.js';
import type { Figure } from './figure.js';
import { readable } from './number.js';
import { viridisAt } from './palette.js';
import { lossInTable, lossInWords } from './top-edge.js';

/** One run. */
export interface RateHeatRecord {
  /** Which network: the name of its row. */
  readonly arm: string;
  readonly seed: number;
  /** The learning rate, or the scale of the initial weights. */
  readonly at: number;
  /** After training, in nats; not finite where the run has blown up. */
  readonly loss: number;
}

/** What is varied along the columns, and words. */
export interface RateHeatOptions {
  readonly along: 'learning rate' | 'initial scale';
  /** The loss of a guess, in nats. */
  readonly chance: number;
  readonly title?: string;
}

/**
 * A cell for each network and rate with the median loss over seeds: dark is small, the lightest colour is chance or more,
 * grey with ∞ is no finite number.
 *
 * @throws RangeError where a network has no run at one of the rates.
 * @example
 * rateHeat([{ arm: 'none', seed: 0, at: 0.01, loss: 0.9 }], { along: 'learning rate', chance: Math.log(10) });
 */
export function rateHeat(given: readonly RateHeatRecord[], options: RateHeatOptions): Figure {
  const records = withArmNames(given);
  const arms = inOrder(records, ({ arm }) => arm);
  const places = inOrder(records, ({ at }) => at).sort((a, b) => a - b);
  const medians = arms.map((arm) => places.map((at) => medianOf(records, arm, at)));
  const lowest = Math.min(...medians.flat());
  const share = (loss: number): number => (loss - lowest) / (options.chance - lowest);
  const cell = (loss: number, arm: string, at: number): GridCell => ({
    text: Number.isFinite(loss) ? brief(loss) : '∞',
    colour: Number.isFinite(loss) ? viridisAt(share(loss)) : null,
    hover: `<b>${arm}</b><br>${options.along}: ${readable(at)}<br>loss: ${lossInWords(loss)}`,
  });
  const said = medians.map((row, r) => sentence(row, { arm: arms[r], places, options }));
  const unit = options.along === 'learning rate' ? 'of gradient descent' : 'deviation of the weights';
  return cells({
    title: options.title ?? titleOf(arms, medians, options),
    subtitle: `Loss after training, median over seeds: dark is small, the lightest is chance (${readable(options.chance)}) or more; ∞ is no finite number`,
    alt: `Loss after training by network and ${options.along}. ${said.join('. ')}.`,
    x: {
      label: options.along === 'learning rate' ? 'Learning rate' : 'Initial scale',
      unit,
      ticks: placeTicks(places),
    },
    y: { label: 'Network', unit: 'by its norm', ticks: { values: arms.map((_, i) => i), labels: arms } },
    grids: [
      { name: '', cells: medians.map((row, r) => row.map((loss, c) => cell(loss, arms[r], places[c]))) },
    ],
    records: {
      columns: ['network', options.along, 'seed', 'Loss after training (nats)'],
      rows: given.map(({ arm, at, seed, loss }) => [arm, at, seed, lossInTable(loss)]),
    },
  });
}

/** A mark for each column, or, where a phone has no room for them, for every other one: those with the shorter words. */
function placeTicks(places: readonly number[]): { values: number[]; labels: string[] } {
  const all = places.map((_, i) => i);
  const half = (odd: number): number[] => all.filter((i) => i % 2 === odd);
  const length = (some: readonly number[]): number => some.map((i) => readable(places[i])).join('').length;
  const values =
    all.length <= 6
      ? all
      : half(length(half(0)) / half(0).length <= length(half(1)) / half(1).length ? 0 : 1);
  return { values, labels: values.map((i) => readable(places[i])) };
}

function medianOf(records: readonly RateHeatRecord[], arm: string, at: number): number {
  const losses = records.filter((one) => one.arm === arm && one.at === at).map(({ loss }) => loss);
  if (losses.length === 0) throw new RangeError(`rateHeat: ${arm} has no run at ${readable(at)}.`);
  return acrossSeeds(losses).median;
}

/** Two or three signs, so that nine columns fit a phone. */
function brief(loss: number): string {
  if (loss >= 99.5) return '≫';
  return loss >= 9.95 ? loss.toFixed(0) : loss.toFixed(1);
}

/** At how many places a network comes below half of chance. */
function trained(row: readonly number[], chance: number): number {
  return row.filter((loss) => loss < chance / 2).length;
}

function titleOf(
  arms: readonly string[],
  medians: readonly (readonly number[])[],
  { along, chance }: RateHeatOptions,
): string {
  const counts = medians.map((row) => trained(row, chance));
  const sorted = arms.map((arm, i) => ({ arm, count: counts[i] })).sort((a, b) => b.count - a.count);
  const what = along === 'learning rate' ? 'learning rates' : 'initial scales';
  const each = sorted.map(({ arm, count }) => `${arm} at ${count}`).join(', ');
  return `Of ${medians[0].length} ${what}, loss falls below half of chance with ${each}`;
}

function sentence(
  row: readonly number[],
  { arm, places, options }: { arm: string; places: readonly number[]; options: RateHeatOptions },
): string {
  const lowest = Math.min(...row);
  const lost = row.filter((loss) => !Number.isFinite(loss)).length;
  const best = Number.isFinite(lowest)
    ? `is lowest, ${lossInWords(lowest)}, at ${readable(places[row.indexOf(lowest)])}`
    : 'has no finite loss';
  return `${arm} ${best}, below half of chance at ${trained(row, options.chance)} of ${row.length}, without a finite loss at ${lost}`;
}
