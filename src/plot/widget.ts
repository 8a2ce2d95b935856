/** A picture that plotly cannot draw: a piece of a page with a script of its own, and the still picture beside it. */
import type { Records } from './figure.js';
import { Table } from './table.js';

/** What a builder hands over. */
export interface WidgetParts {
  /** What to see, as a sentence. */
  readonly title: string;
  /** The finding, for those who do not see the picture. */
  readonly alt: string;
  /** For a page: self-contained, with the still picture for where scripts do not run. */
  readonly html: string;
  /** The still picture. */
  readonly svg: string;
  readonly records: Records;
}

/**
 * A titled picture with its finding in words (`alt`) and its numbers (`table()`), like a `Figure`.
 *
 * @example
 * const widget = projection3d({ g: [1, 2, 0], xhat, rstd, dx });
 * widget.alt; // the finding
 */
export class Widget {
  readonly title: string;
  readonly alt: string;
  readonly html: string;
  readonly svg: string;
  readonly records: Records;

  constructor(parts: WidgetParts) {
    this.title = parts.title;
    this.alt = parts.alt;
    this.html = parts.html;
    this.svg = parts.svg;
    this.records = parts.records;
  }

  /** The numbers behind the picture, at most `rows` of them shown. */
  table(rows = 10): Table {
    return new Table(this.records.columns, this.records.rows, rows);
  }

  /** Lab and pages take the HTML; print and what shows no HTML the still picture; an export the records as well. */
  _repr_mimebundle_(): Record<string, unknown> {
    return {
      'text/html': this.html,
      'image/svg+xml': this.svg,
      'application/vnd.normlab.records+json': { title: this.title, ...this.records },
      'text/plain': this.alt,
    };
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.alt;
  }
}
