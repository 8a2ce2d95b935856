/** Records → figures. Needs no page, no plotly and nothing of Node: `import { lines } from 'normlab/plot'`. */
export { Figure } from './figure.js';
export type { FigureParts, Frame, PlotlyObject, PlotlySpec, Records } from './figure.js';
export { Table } from './table.js';
export type { Cell } from './table.js';
export type { Axis } from './axis.js';
export { lines, mostSeries } from './lines.js';
export type { LinesOptions, Mark, Series } from './lines.js';
export { withSlider } from './with-slider.js';
export type { Position, SliderOptions } from './with-slider.js';
export { withToggle } from './with-toggle.js';
export type { Choice } from './with-toggle.js';
export { signalByDepth } from './signal-by-depth.js';
export type { SignalByDepthOptions, SignalByDepthRecord } from './signal-by-depth.js';
