/** What differences make of a kink: the slope they report, place by place. */
import type { Figure } from './figure.js';
import { lines } from './lines.js';
import { readable } from './number.js';
import { withSlider } from './with-slider.js';

/** The slopes of ReLU found with one step. All lists have the same length. */
export interface KinkRecord {
  /** The step, > 0. */
  readonly h: number;
  readonly x: readonly number[];
  /** (f(x + h) − f(x − h)) / 2h. */
  readonly central: readonly number[];
  /** (f(x + h) − f(x)) / h. */
  readonly oneSided: readonly number[];
}

/**
 * Reported slope over x, with the true slope of ReLU, 0 then 1, beside it; a slider over the step.
 *
 * @throws RangeError where there is no record.
 * @example
 * kinkSlopes([{ h: 0.5, x: [-1, 0, 1], central: [0, 0.5, 1], oneSided: [0, 1, 1] }]);
 */
export function kinkSlopes(
  records: readonly KinkRecord[],
  options: { readonly initial?: number } = {},
): Figure {
  if (records.length === 0) throw new RangeError('kinkSlopes: needs at least one record.');
  const sorted = [...records].sort((a, b) => b.h - a.h);
  const [widest, narrowest] = [sorted[0].h, sorted[sorted.length - 1].h].map(readable);
  return withSlider(
    sorted.map((record) => ({ value: readable(record.h), figure: oneStep(record) })),
    {
      label: 'h',
      initial: readable(options.initial ?? sorted[0].h),
      alt:
        'The slope of ReLU as differences report it. The true slope jumps from 0 to 1 at x = 0; the central difference ' +
        'climbs in a straight line from 0 at x = −h to 1 at x = h and says one half at 0; the one-sided one climbs from −h to 0 ' +
        `and is right above 0. The slider takes h from ${widest} to ${narrowest}: the band of wrong slopes narrows with it, and stays.`,
    },
  );
}

/** On which sides of the kink a difference reports a wrong slope somewhere, in words. At the kink itself none is right. */
function wrongSides(x: readonly number[], slopes: readonly number[]): string {
  const isWrong = (at: number, i: number): boolean =>
    at !== 0 && Math.abs(slopes[i] - (at > 0 ? 1 : 0)) > 1e-6;
  const wrong = x.filter(isWrong);
  const [below, above] = [wrong.some((at) => at < 0), wrong.some((at) => at > 0)];
  if (below && above) return 'on both sides';
  return below ? 'on its left only' : above ? 'on its right only' : 'on neither side';
}

function oneStep({ h, x, central, oneSided }: KinkRecord): Figure {
  return lines({
    title: 'Within one step of a kink differences go wrong',
    subtitle: `h = ${readable(h)}: the central one ${wrongSides(x, central)}, the one-sided one ${wrongSides(x, oneSided)}`,
    alt: '',
    x: { label: 'x', unit: 'input of ReLU' },
    y: { label: 'Slope', unit: 'change of f for a change of x' },
    series: [
      { name: 'true slope', x: [x[0], 0, 0, x[x.length - 1]], y: [0, 0, 1, 1] },
      { name: 'central', x, y: central },
      { name: 'one-sided', x, y: oneSided },
    ],
  });
}
