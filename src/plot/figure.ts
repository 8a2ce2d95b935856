/**
 * A figure: what a builder of this room returns. Plain data that plotly draws, with the words that go with it.
 *
 * A figure draws nothing itself and needs neither plotly nor a page: it can be stored, sent and tested as JSON.
 */
import { layoutInPageInk, traceInPageInk } from './page-ink.js';
import type { PlotlyObject } from './plotly-object.js';
import { Table } from './table.js';
import type { Cell } from './table.js';
import { heading, theme } from './theme.js';

export type { PlotlyObject } from './plotly-object.js';

/** One position of a slider: what changes in the traces (in their order) and in the layout. */
export interface Frame {
  readonly name: string;
  readonly data: readonly PlotlyObject[];
  readonly layout: PlotlyObject;
  /** The line under the title at this position. */
  readonly subtitle?: string;
}

/** What plotly needs to draw a figure: the content of `application/vnd.plotly.v1+json`. */
export interface PlotlySpec {
  readonly data: readonly PlotlyObject[];
  readonly layout: PlotlyObject;
  readonly frames: readonly Frame[];
  readonly config: PlotlyObject;
}

/** The numbers behind a figure: named columns, one row a drawn value. */
export interface Records {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What a builder hands over. */
export interface FigureParts {
  /** What to see, as a sentence. */
  readonly title: string;
  /** A line under the title: what this position of the control shows, or how to read the picture. */
  readonly subtitle?: string;
  /** The finding, for those who do not see the picture. */
  readonly alt: string;
  readonly data: readonly PlotlyObject[];
  /** Axes, shapes, annotations. Title, colours and fonts come from the theme. */
  readonly layout: PlotlyObject;
  readonly records: Records;
  readonly frames?: readonly Frame[];
  /** Where the control stands, as the still picture says it: "s = 0.5". */
  readonly position?: string;
}

/**
 * A titled picture with its finding in words (`alt`), its numbers (`table()`) and its plotly form (`toJSON()`).
 *
 * @example
 * const figure = lines({ title: 'The loss falls', x: { label: 'Step', unit: 'updates' }, ... });
 * figure.alt; // the finding
 * figure.table(20); // its first 20 rows of numbers
 */
export class Figure {
  readonly title: string;
  readonly subtitle: string;
  readonly alt: string;
  readonly data: readonly PlotlyObject[];
  readonly layout: PlotlyObject;
  readonly frames: readonly Frame[];
  readonly records: Records;
  readonly position: string;

  constructor(parts: FigureParts) {
    this.title = parts.title;
    this.subtitle = parts.subtitle ?? '';
    this.alt = parts.alt;
    this.data = parts.data;
    this.layout = { ...theme, ...parts.layout, title: heading(this.title, this.subtitle) };
    this.frames = parts.frames ?? [];
    this.records = parts.records;
    this.position = parts.position ?? '';
  }

  /** The numbers behind the figure, at most `rows` of them shown. */
  table(rows = 10): Table {
    return new Table(this.records.columns, this.records.rows, rows);
  }

  /**
   * The figure as plotly draws it, its text in the colour of the page around it. JupyterLab fits it to its width; a page
   * that draws it by itself adds `responsive: true` to the config.
   */
  toJSON(): PlotlySpec {
    // Not `responsive`: in Lab it lets a figure collapse as soon as its slider moves.
    const config = { displaylogo: false, displayModeBar: false };
    const frames = this.frames.map(({ name, data, layout }) => ({
      name,
      data: data.map(traceInPageInk),
      layout: layoutInPageInk(layout),
    }));
    // The numbers travel along, those of every position: whoever has only the plotly form can still make the table.
    const layout = { ...layoutInPageInk(this.layout), meta: { records: this.records } };
    return { data: this.data.map(traceInPageInk), layout, frames, config };
  }

  /** What a notebook shows where no still picture is added. */
  _repr_mimebundle_(): Record<string, unknown> {
    return { 'application/vnd.plotly.v1+json': this.toJSON(), 'text/plain': this.alt };
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.alt;
  }
}
