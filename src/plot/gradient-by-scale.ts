/** How large the gradient of the weights is, for every scale of the weights. */
import type { Figure } from './figure.js';
import { lines } from './lines.js';
import { readable } from './number.js';

/** The gradient in one network. */
export interface GradientByScaleRecord {
  /** s, the factor at the weights. */
  readonly scale: number;
  /** ‖dW‖, the root of the sum of squares. */
  readonly gradient: number;
}

/**
 * The gradient over the scale of the weights, both on log axes: 1/s is a straight line that falls.
 *
 * @example
 * gradientByScale([{ scale: 1, gradient: 44 }, { scale: 10, gradient: 4.4 }]);
 */
export function gradientByScale(records: readonly GradientByScaleRecord[]): Figure {
  const [first, last] = [records[0], records[records.length - 1]];
  const slope = Math.log(last.gradient / first.gradient) / Math.log(last.scale / first.scale);
  const power = Math.abs(slope + 1) < 0.05 ? '1/s' : `s to the power ${written(slope)}`;
  return lines({
    title: `The gradient of the weights goes as ${power}`,
    alt: `On two log axes the gradient goes from ${readable(first.gradient)} at s = ${readable(first.scale)} to ${readable(last.gradient)} at s = ${readable(last.scale)}: a slope of ${written(slope)}.`,
    x: { label: 's, scale of the weights', unit: 'a factor', log: true },
    y: { label: 'Gradient of sW', unit: 'its length', log: true },
    series: [
      { name: 'gradient', x: records.map(({ scale }) => scale), y: records.map(({ gradient }) => gradient) },
    ],
  });
}

function written(slope: number): string {
  return slope.toFixed(2).replace('-', '−');
}
