/** Buttons that show some of a figure's traces and hide the rest. */
import { Figure } from './figure.js';
import type { PlotlyObject } from './figure.js';
import { ink } from './palette.js';

/** One button: its words and the names of the traces it shows. */
export interface Choice {
  readonly label: string;
  readonly shows: readonly string[];
}

/** Height of the row of buttons above the picture, in px. */
export const buttonHeight = 44;

/**
 * The figure with a row of buttons over it; the first is chosen at the start.
 *
 * @throws RangeError where a button names a trace that the figure does not have.
 * @example
 * withToggle(figure, [{ label: 'both', shows: ['plain', 'normalized'] }, { label: 'plain', shows: ['plain'] }]);
 */
export function withToggle(figure: Figure, choices: readonly Choice[]): Figure {
  const names = figure.data.map((trace) => String(trace.name));
  for (const name of choices.flatMap(({ shows }) => shows)) {
    if (!names.includes(name))
      throw new RangeError(`withToggle: no trace "${name}"; it has ${names.join(', ')}.`);
  }
  const visible = ({ shows }: Choice): boolean[] =>
    names.map((name) => shows.some((shown) => name === shown || name === `${shown}, band`));
  const margin = figure.layout.margin as { t: number };
  const first = visible(choices[0]);
  return new Figure({
    title: figure.title,
    subtitle: figure.subtitle,
    alt: figure.alt,
    data: figure.data.map((trace, n) => ({ ...trace, visible: first[n] })),
    layout: {
      ...figure.layout,
      height: Number(figure.layout.height) + buttonHeight,
      margin: { ...margin, t: margin.t + buttonHeight },
      updatemenus: [{ ...row, buttons: buttons(choices, visible), pad: { t: 0, b: margin.t > 90 ? 34 : 8 } }],
    },
    records: figure.records,
    frames: figure.frames.map((frame) => ({ ...frame, layout: taller(frame.layout) })),
    position: [figure.position, choices[0].label].filter((part) => part !== '').join(', '),
  });
}

/** A frame that says its height must say the new one. */
function taller(layout: PlotlyObject): PlotlyObject {
  return layout.height === undefined ? layout : { ...layout, height: Number(layout.height) + buttonHeight };
}

const row: PlotlyObject = {
  type: 'buttons',
  direction: 'right',
  showactive: true,
  x: 0,
  xanchor: 'left',
  y: 1,
  yanchor: 'bottom',
  font: { size: 13, color: ink },
  bgcolor: 'rgba(128,128,128,0.12)',
  bordercolor: 'rgba(128,128,128,0.5)',
};

function buttons(choices: readonly Choice[], visible: (choice: Choice) => boolean[]): PlotlyObject[] {
  return choices.map((choice) => ({
    label: choice.label,
    method: 'restyle',
    args: [{ visible: visible(choice) }],
  }));
}
