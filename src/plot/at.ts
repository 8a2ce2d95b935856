/** A figure with its control elsewhere: for the keyboard, for print, for a picture of another position. */
import { Figure } from './figure.js';
import type { PlotlyObject } from './figure.js';

/**
 * The same figure, its slider standing at another value from the start.
 *
 * @throws RangeError where the slider has no such value.
 * @example
 * at(signalByDepth(records), '5');
 */
export function at(figure: Figure, value: string): Figure {
  const frame = figure.frames.find(({ name }) => name === value);
  if (frame === undefined) {
    const names = figure.frames.map(({ name }) => name).join(', ');
    throw new RangeError(
      names === ''
        ? 'at: this figure has no slider.'
        : `at: the slider has no value ${value}; choose one of ${names}.`,
    );
  }
  const [slider] = figure.layout.sliders as PlotlyObject[];
  const { prefix, suffix } = slider.currentvalue as { prefix: string; suffix: string };
  const active = figure.frames.indexOf(frame);
  return new Figure({
    title: figure.title,
    subtitle: frame.subtitle ?? figure.subtitle,
    alt: figure.alt,
    data: figure.data.map((trace, t) => ({ ...trace, ...frame.data[t] })),
    layout: { ...figure.layout, ...frame.layout, sliders: [{ ...slider, active }] },
    records: figure.records,
    frames: figure.frames,
    position: `${prefix}${value}${suffix}`,
  });
}
