/** What ε does: the deviation that comes out against the deviation that went in. */
import type { Figure } from './figure.js';
import { lines } from './lines.js';
import type { Series } from './lines.js';
import { powerOfTen, readable } from './number.js';
import { withSlider } from './with-slider.js';

/** Measured for one ε. inputs and outputs have the same length. */
export interface EpsilonRecord {
  /** ε > 0. */
  readonly eps: number;
  /** Deviation of a word before the layer, > 0. */
  readonly inputs: readonly number[];
  /** Deviation of the same word after it, with γ = 1. */
  readonly outputs: readonly number[];
}

/**
 * Output deviation against input deviation, both on log axes; a slider over ε, with a line where the input deviation
 * is √ε: there the output is 1/√2.
 *
 * @throws RangeError where there is no record.
 * @example
 * epsilonDial([{ eps: 1e-5, inputs: [1e-4, 1e-2, 1], outputs: [0.03, 0.95, 1] }]);
 */
export function epsilonDial(records: readonly EpsilonRecord[], options: { initial?: number } = {}): Figure {
  if (records.length === 0) throw new RangeError('epsilonDial: needs at least one record.');
  const sorted = [...records].sort((a, b) => a.eps - b.eps);
  const largest = sorted[sorted.length - 1].eps;
  const common = sorted.find(({ eps }) => eps === 1e-5) ?? sorted[0];
  const positions = sorted.map((one) => ({ value: sayEps(one.eps), figure: oneEps(one, sorted) }));
  return withSlider(positions, {
    label: 'ε',
    initial: sayEps(options.initial ?? common.eps),
    alt:
      'Output deviation against input deviation of a word, both on log axes. Far above √ε the output has deviation 1; ' +
      'at √ε it has 0.71; below, it shrinks in proportion to the input. ' +
      `As ε goes from ${sayEps(sorted[0].eps)} to ${sayEps(largest)}, that bend moves from ` +
      `${readable(Math.sqrt(sorted[0].eps))} to ${readable(Math.sqrt(largest))}.`,
  });
}

/** ε as a power of ten where it is one: 10⁻⁵. */
export function sayEps(eps: number): string {
  if (eps === 0) return '0';
  const exponent = Math.round(Math.log10(eps));
  return Math.abs(eps / Number(`1e${exponent}`) - 1) < 1e-12 ? powerOfTen(exponent) : readable(eps);
}

function oneEps(record: EpsilonRecord, all: readonly EpsilonRecord[]): Figure {
  const root = Math.sqrt(record.eps);
  return lines({
    title: 'Only words whose deviation is well above √ε leave with deviation 1',
    subtitle: `ε = ${sayEps(record.eps)}: the bend is at √ε = ${readable(Number(root.toPrecision(3)))}`,
    alt: '',
    x: { label: 'Deviation of the input', unit: '√variance', log: true },
    y: { label: 'Deviation of the output', unit: '√variance', log: true },
    series: [series(record)],
    behind: all.map(series),
    marks: [{ text: '√ε', x: root }],
  });
}

function series({ eps, inputs, outputs }: EpsilonRecord): Series {
  return { name: `ε = ${sayEps(eps)}`, x: inputs, y: outputs };
}
