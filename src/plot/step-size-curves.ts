/** How the error of a central difference depends on its step: a V, in each precision. */
import type { Figure } from './figure.js';
import { lines } from './lines.js';
import { readable } from './number.js';
import { withSlider } from './with-slider.js';
import { withToggle } from './with-toggle.js';

/** The errors of one function in one precision. steps and errors have the same length. */
export interface StepSizeCurve {
  readonly name: string;
  /** The precision: 'float64'. */
  readonly dtype: string;
  readonly steps: readonly number[];
  /** Relative errors, > 0. */
  readonly errors: readonly number[];
  /** The step that theory calls best. */
  readonly predicted: number;
}

/**
 * Error over step on log axes, a slider over the functions, buttons for the precisions; the predicted best step is a
 * dotted line for each precision.
 *
 * @throws RangeError where there is no curve, or a function lacks a precision that another has.
 * @example
 * const x3 = { name: 'x³', dtype: 'float64', steps: [0.1, 1e-5, 1e-9], errors: [3e-3, 3e-11, 3e-8], predicted: 5e-6 };
 * stepSizeCurves([x3]);
 */
export function stepSizeCurves(
  curves: readonly StepSizeCurve[],
  options: { readonly initial?: string } = {},
): Figure {
  if (curves.length === 0) throw new RangeError('stepSizeCurves: needs at least one curve.');
  const names = [...new Set(curves.map(({ name }) => name))];
  const dtypes = [...new Set(curves.map(({ dtype }) => dtype))];
  if (names.length * dtypes.length !== curves.length)
    throw new RangeError('stepSizeCurves: needs one curve for each function and each precision.');
  const of = (name: string): StepSizeCurve[] => curves.filter((one) => one.name === name);
  const figure = withSlider(
    names.map((name) => ({ value: name, figure: oneFunction(of(name)) })),
    {
      label: 'function',
      initial: options.initial ?? names[0],
      alt: altOf(of(options.initial ?? names[0]), names),
    },
  );
  if (dtypes.length < 2) return figure;
  return withToggle(figure, [
    { label: dtypes.length === 2 ? 'both' : 'all', shows: dtypes },
    ...dtypes.map((dtype) => ({ label: dtype, shows: [dtype] })),
  ]);
}

function oneFunction(curves: readonly StepSizeCurve[]): Figure {
  return lines({
    title: 'Too large a step bends, too small a step rounds',
    subtitle: curves
      .map((one) => `${one.dtype}: best h ${short(best(one).step)}, h₀ ${short(one.predicted)}`)
      .join('\n'),
    alt: '',
    x: { label: 'Step h', unit: 'units of x', log: true },
    y: { label: 'Error of the slope', unit: 'relative to f′', log: true },
    series: curves.map(({ dtype, steps, errors }) => ({ name: dtype, x: steps, y: errors })),
    marks: curves.map(({ dtype, predicted }) => ({
      text: `h₀ ${dtype.replace('float', '')}`,
      x: predicted,
      left: true,
    })),
  });
}

/** The measured step with the least error. */
function best({ steps, errors }: StepSizeCurve): { step: number; error: number } {
  const least = errors.indexOf(Math.min(...errors));
  return { step: steps[least], error: errors[least] };
}

function short(value: number): string {
  return readable(Number(value.toPrecision(2)));
}

function altOf(curves: readonly StepSizeCurve[], names: readonly string[]): string {
  const found = curves.map((one) => {
    const { step, error } = best(one);
    return `in ${one.dtype} it is least, ${short(error)}, at h = ${short(step)}, where theory says ${short(one.predicted)}`;
  });
  const others = names.length > 1 ? ` A slider goes through ${names.join('; ')}.` : '';
  return (
    `The error of the central difference of ${curves[0].name} over the step, on log axes: a V. Large steps err by ` +
    `curvature, small ones by rounding; ${found.join('; ')}.${others}`
  );
}
