import { escapeHtml } from './mathematics.js';
import { unique } from './markdown.js';
import { text } from './notebook.js';
import type { Bundle, Notebook } from './notebook.js';
import { plain, tableHtml, tableOf } from './table.js';
import type { Plotly, Table } from './table.js';

const plotlyMime = 'application/vnd.plotly.v1+json';
const svgMime = 'image/svg+xml';
/** The numbers of a picture that is not plotly's, with its title. */
const recordsMime = 'application/vnd.normlab.records+json';

/** One figure of an executed notebook. */
export interface Figure {
  /** Stem of its files: `size-of-h-by-layer`. */
  readonly name: string;
  /** Id of the cell that drew it. */
  readonly cell: string;
  readonly title: string;
  /** What the picture shows, in words. */
  readonly alt: string;
  readonly svg: string | undefined;
  /** Of a picture that moves by a script of its own: that script, with the picture. */
  readonly html: string | undefined;
  readonly plotly: Plotly | undefined;
  readonly table: Table | undefined;
}

/** True if a bundle is a picture that an export keeps as a file. */
function isFigure(bundle: Bundle): boolean {
  return plotlyMime in bundle || svgMime in bundle;
}

/**
 * The figures of an executed notebook in reading order, under the bundle each came from.
 *
 * @example
 * for (const figure of figuresOf(notebook).values()) console.log(figure.name, figure.alt);
 */
export function figuresOf(notebook: Notebook): Map<Bundle, Figure> {
  const figures = new Map<Bundle, Figure>();
  const taken = new Set<string>();
  for (const cell of notebook.cells)
    for (const output of cell.outputs ?? []) {
      if (!('data' in output) || !isFigure(output.data)) continue;
      const figure = figureOf(output.data, cell.id, taken);
      taken.add(figure.name);
      figures.set(output.data, figure);
    }
  return figures;
}

function figureOf(bundle: Bundle, cell: string, taken: ReadonlySet<string>): Figure {
  const plotly = bundle[plotlyMime] as Plotly | undefined;
  const alt = text(bundle['text/plain']).trim() || 'A figure without a description.';
  const records = bundle[recordsMime] as (Table & { readonly title: string }) | undefined;
  const title = titleOf(plotly) || records?.title || alt.split('\n', 1)[0] || 'figure';
  return {
    name: unique(fileStem(title), (stem) => taken.has(stem)),
    cell,
    title,
    alt,
    svg: svgMime in bundle ? text(bundle[svgMime]) : undefined,
    html: records && text(bundle['text/html']),
    plotly,
    table: plotly ? tableOf(plotly) : records && { columns: records.columns, rows: records.rows },
  };
}

function titleOf(plotly: Plotly | undefined): string {
  const title = plotly?.layout?.['title'] as string | { text?: string } | undefined;
  const whole = typeof title === 'string' ? title : (title?.text ?? '');
  // What is bold is the title; a line under it may change with a control.
  const bold = [...whole.matchAll(/<b>(.*?)<\/b>/g)].map(([, words]) => words).join(' ');
  return plain(bold || whole);
}

/** A name that every file system takes: lower case ASCII letters, digits and hyphens, at most 48 of them. */
function fileStem(title: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  const whole = words.length > 48 ? words.slice(0, 48).replace(/-[^-]*$/, '') : words;
  return whole.replace(/^-+|-+$/g, '') || 'figure';
}

/** The files of a figure, by path: its picture, and its records with the data table. */
export function figureFiles(figure: Figure): Map<string, string> {
  const { svg, name, plotly, table, title, alt, cell } = figure;
  const files = new Map<string, string>();
  if (svg) files.set(`figures/${name}.svg`, svg);
  files.set(`figures/${name}.json`, `${JSON.stringify({ cell, title, alt, plotly, table }, null, 1)}\n`);
  return files;
}

/**
 * A figure on the page: its picture, which plotly or a script of its own replaces where scripts run; its table and files
 * one click away.
 */
export function figureHtml(figure: Figure): string {
  const { name, alt, svg, html, plotly, table } = figure;
  const label = escapeHtml(alt);
  const still = svg
    ? `<img src="figures/${name}.svg" alt="${label}"${size(svg)}>`
    : `<p class="spoken">${label}</p>`;
  const records = plotly
    ? `<script type="application/json">${JSON.stringify(plotly).replace(/</g, '\\u003c')}</script>`
    : '';
  const links = [
    svg && `<a href="figures/${name}.svg">picture</a>`,
    `<a href="figures/${name}.json">records</a>`,
  ];
  return `<figure id="${name}">
<div class="picture">${html || still}</div>
${records}
<details class="data"><summary>Data of this figure</summary>
<p>${label}</p>
${table ? tableHtml(table, `figures/${name}.json`) : ''}
<p>Files: ${links.filter(Boolean).join(', ')}</p>
</details>
</figure>`;
}

/** Width and height of the picture, so that nothing jumps while it loads. */
function size(svg: string): string {
  const box = /viewBox="[-\d.]+[ ,]+[-\d.]+[ ,]+([\d.]+)[ ,]+([\d.]+)"/.exec(svg);
  return box ? ` width="${Math.round(Number(box[1]))}" height="${Math.round(Number(box[2]))}"` : '';
}
