import type { Figure, Widget } from '../plot/index.js';
import { stillPicture } from './still-picture.js';

/** A figure on its way to the page: for plotly or as a widget, as a still picture, and in words. */
export interface ShownFigure {
  _repr_mimebundle_(): Promise<Record<string, unknown>>;
}

/**
 * Shows a figure as the last line of a cell. JupyterLab lets you move its controls or turn it; GitHub, print and exports
 * show the still picture; a screen reader and a terminal get the finding in words.
 *
 * @example
 * show(signalByDepth(records));
 */
export function show(figure: Figure | Widget): ShownFigure {
  return {
    // A figure without text/html: a page made by nbconvert would prefer it to the picture.
    async _repr_mimebundle_() {
      if (!('toJSON' in figure)) return figure._repr_mimebundle_();
      return {
        'application/vnd.plotly.v1+json': figure.toJSON(),
        'image/svg+xml': await stillPicture(figure),
        'text/plain': figure.alt,
      };
    },
    [Symbol.for('nodejs.util.inspect.custom')]: () => figure.alt,
  };
}
