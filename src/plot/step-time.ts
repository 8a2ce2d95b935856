/** What a training step costs in several engines as the model and its data grow: by depth, by batch, by length. */
import { acrossSeeds, inOrder, listed } from './across-seeds.js';
import type { Spread } from './across-seeds.js';
import type { Figure, PlotlyObject, Records } from './figure.js';
import { logTicks } from './log-ticks.js';
import { readable } from './number.js';
import { dashes, okabeIto } from './palette.js';
import { panels } from './panels.js';
import type { Panel } from './panels.js';

/** What a step's cost depends on. */
export interface StepSizes {
  /** Number of blocks. */
  readonly depth: number;
  /** Strings in a batch. */
  readonly batch: number;
  /** Tokens in a string. */
  readonly length: number;
}

/** One engine at one size. */
export interface StepTimeRecord extends StepSizes {
  readonly engine: string;
  /** CPU time of a step, > 0, in each round; in a round the engines take turns. */
  readonly milliseconds: readonly number[];
}

const words = {
  depth: ['Depth', 'blocks'],
  batch: ['Batch', 'strings'],
  length: ['Length', 'tokens'],
} as const;
const sizes = ['depth', 'batch', 'length'] as const;

/**
 * Three panels on log axes with a line for each engine: the median time of a step, a bar from the smallest to the largest.
 * A panel varies one size, the others are those of `base`. Title and `alt` hold the first engine against the others.
 *
 * @throws RangeError for no record of `base`, more than six engines, or engines that have not the same sizes and rounds.
 * @example
 * const base = { depth: 4, batch: 16, length: 6 };
 * stepTime([{ engine: 'ours', ...base, milliseconds: [5.1, 5, 5.4] }], base).title; // 'A step in ours takes 5.1 ms of CPU time'
 */
export function stepTime(records: readonly StepTimeRecord[], base: StepSizes): Figure {
  const engines = byEngine(records, base);
  const all = records.flatMap(({ milliseconds }) => milliseconds);
  const range = [Math.min(...all) / 1.1, Math.max(...all) * 1.1] as const;
  return panels({
    title: titleOf(engines),
    subtitle: `One size at a time, from depth ${base.depth}, batch ${base.batch}, length ${base.length}; the median of ${records[0].milliseconds.length}, with a bar from the smallest to the largest`,
    alt: altOf(engines, base),
    panels: [sizes.map((size) => panelOf(size, engines, { base, range }))],
    records: recordsOf(records),
    rowHeight: 220,
  });
}

/** The records of each engine, the same sizes in the same order. */
type Engines = ReadonlyMap<string, readonly StepTimeRecord[]>;

function byEngine(records: readonly StepTimeRecord[], base: StepSizes): Engines {
  const names = inOrder(records, ({ engine }) => engine);
  const engines = new Map(names.map((name) => [name, records.filter(({ engine }) => engine === name)]));
  const measured = (some: readonly StepTimeRecord[] = []): string =>
    JSON.stringify(
      some.map(({ depth, batch, length, milliseconds }) => [depth, batch, length, milliseconds.length]),
    );
  if (!records.some((record) => sizes.every((size) => record[size] === base[size])))
    throw new RangeError('stepTime: needs a record of the base.');
  if (names.length > okabeIto.length)
    throw new RangeError(
      `stepTime: at most ${okabeIto.length} engines can be told apart, got ${names.length}.`,
    );
  for (const name of names)
    if (measured(engines.get(name)) !== measured(engines.get(names[0])))
      throw new RangeError(
        `stepTime: ${name} was not measured at the same sizes, or not as often, as ${names[0]}.`,
      );
  return engines;
}

/** Those that differ from the base in this size only, from small to large. */
function along(
  size: keyof StepSizes,
  records: readonly StepTimeRecord[],
  base: StepSizes,
): { readonly at: number; readonly spread: Spread }[] {
  return records
    .filter((record) => sizes.every((other) => other === size || record[other] === base[other]))
    .map((record) => ({ at: record[size], spread: acrossSeeds(record.milliseconds) }))
    .sort((a, b) => a.at - b.at);
}

function panelOf(
  size: keyof StepSizes,
  engines: Engines,
  { base, range }: { readonly base: StepSizes; readonly range: readonly [number, number] },
): Panel {
  const curves = [...engines].map(([name, records]) => ({ name, points: along(size, records, base) }));
  const values = curves[0].points.map(({ at }) => at);
  const ticks = { values, labels: values.map(readable) };
  const [label, unit] = words[size];
  return {
    name: '',
    x: { label, unit, log: true, ticks },
    y: { label: 'Step', unit: 'CPU ms', log: true, ticks: logTicks(range) },
    xRange: [values[0] / 1.1, values[values.length - 1] * 1.1],
    yRange: range,
    traces: curves.map(({ name, points }, n): PlotlyObject => ({
      type: 'scatter',
      name,
      x: values,
      y: points.map(({ spread }) => spread.median),
      error_y: {
        type: 'data',
        symmetric: false,
        array: points.map(({ spread }) => spread.high - spread.median),
        arrayminus: points.map(({ spread }) => spread.median - spread.low),
        ...{ color: okabeIto[n], thickness: 1, width: 3 },
      },
      mode: 'lines+markers',
      line: { color: okabeIto[n], width: 2.5, dash: dashes[n] },
      marker: { color: okabeIto[n], size: 7, opacity: 1, line: { width: 0 } },
      hoverinfo: 'text',
      hovertext: points.map(
        ({ at, spread }) =>
          `<b>${name}</b><br>${label}: ${at} ${unit}<br>Step: ${short(spread.median)} ms, from ${short(spread.low)} to ${short(spread.high)}`,
      ),
      showlegend: size === sizes[0] && engines.size > 1,
      cliponaxis: false,
    })),
  };
}

function short(value: number): string {
  return readable(Number(value.toPrecision(2)));
}

/** "0.9 to 2.1", or one number where both ends read the same. */
function fromTo(values: readonly number[]): string {
  return [...new Set([Math.min(...values), Math.max(...values)].map(short))].join(' to ');
}

function titleOf(engines: Engines): string {
  const [[own, records], ...others] = engines;
  if (others.length === 0) {
    const medians = records.map(({ milliseconds }) => acrossSeeds(milliseconds).median);
    return `A step in ${own} takes ${fromTo(medians)} ms of CPU time`;
  }
  const times = others.map(([name, theirs], i) => {
    const ratios = records.map(({ milliseconds }, n) => ratio(milliseconds, theirs[n].milliseconds));
    return `${fromTo(ratios)}${i === 0 ? ' times its time' : ''} in ${name}`;
  });
  return `A step in ${own} takes ${listed(times)}`;
}

/** The median over the rounds, so that a slow moment of the machine cancels. */
function ratio(times: readonly number[], others: readonly number[]): number {
  return acrossSeeds(times.map((time, round) => time / others[round])).median;
}

function altOf(engines: Engines, base: StepSizes): string {
  const grown = sizes.map((size) => {
    const each = [...engines].map(([name, records]) => {
      const points = along(size, records, base);
      const ends = [points[0], points[points.length - 1]];
      return { name, at: ends.map(({ at }) => at), times: ends.map(({ spread }) => short(spread.median)) };
    });
    const times = each.map(({ name, times: [first, last] }) => `${first} to ${last} in ${name}`);
    return `From ${size} ${each[0].at.join(' to ')}: ${times.join(', ')}`;
  });
  return `${titleOf(engines)}. CPU milliseconds of a step on log axes. ${grown.join('. ')}.`;
}

function recordsOf(records: readonly StepTimeRecord[]): Records {
  return {
    columns: ['engine', ...sizes, 'CPU ms (median)', 'smallest', 'largest'],
    rows: records.map(({ engine, milliseconds, ...record }) => {
      const { median, low, high } = acrossSeeds(milliseconds);
      return [engine, ...sizes.map((size) => record[size]), median, low, high];
    }),
  };
}
