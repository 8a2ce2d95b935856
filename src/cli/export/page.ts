import { highlighted } from './code.js';
import { figuresOf } from './figures.js';
import { usesLibrary } from './library.js';
import { markdownWriter } from './markdown.js';
import type { Heading, Writer } from './markdown.js';
import { escapeHtml } from './mathematics.js';
import { tagged, text, titleOf } from './notebook.js';
import type { Cell, Notebook } from './notebook.js';
import { outputsHtml } from './outputs.js';
import type { Surroundings } from './outputs.js';

/** What a page is made of besides the executed notebook. */
export interface PageOptions {
  /** The notebook's name, without `.ipynb`: the title where it has no heading. */
  readonly name: string;
  /** One sentence on where the numbers come from, for the foot of the page. */
  readonly origin: string;
  /** The command that makes the page again. */
  readonly command: string;
  /** Relative address of another notebook's page, or nothing where there is none. */
  readonly pageOf: (notebook: string) => string | undefined;
}

/**
 * The page of an executed notebook: HTML that names only files beside it.
 * Cells tagged `hide-export` are left out.
 *
 * @example
 * const html = pageHtml(readNotebook('out.ipynb'), { name: 'out', origin: '', command: '', pageOf: () => undefined });
 */
export function pageHtml(notebook: Notebook, options: PageOptions): string {
  const writer = markdownWriter(options.pageOf);
  const around: Surroundings = { figures: figuresOf(notebook), markdown: (source) => writer.html(source) };
  const shown = notebook.cells.filter((cell) => !tagged(cell, 'hide-export'));
  const body = shown.map((cell) => cellHtml(cell, writer, around)).join('\n');
  const figures = [...around.figures.values()];
  const interactive = figures.some((figure) => figure.plotly);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(titleOf(notebook, options.name))}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="assets/katex.css">
<link rel="stylesheet" href="assets/style.css">
${interactive ? '<script src="assets/plotly.js" defer></script>\n' : ''}${figures.some(usesLibrary) ? '<script src="assets/normlab.js" defer></script>\n' : ''}<script src="assets/behaviour.js" defer></script>
</head>
<body>
<a class="skip" href="#text">Skip to the text</a>
${contents(writer.headings)}
<main id="text" tabindex="-1">
${body}
</main>
${foot(options)}
</body>
</html>
`;
}

function cellHtml(cell: Cell, writer: Writer, around: Surroundings): string {
  const source = text(cell.source).trim();
  if (cell.cell_type === 'markdown') return `<section class="prose">\n${writer.html(source)}</section>`;
  if (cell.cell_type === 'raw' || !source) return '';
  const code = `<pre class="code"><code class="hljs">${highlighted(source, 'typescript')}</code></pre>`;
  return `<section class="cell" id="${escapeHtml(cell.id)}">\n${code}\n${outputsHtml(cell, around)}\n</section>`;
}

/** Sections and their parts, as links. */
function contents(headings: readonly Heading[]): string {
  const listed = headings.filter(({ level }) => level === 2 || level === 3);
  if (listed.length < 2) return '';
  const items = listed.map(
    ({ level, id, html }) =>
      `<li class="level-${level}"><a href="#${encodeURIComponent(id)}">${html}</a></li>`,
  );
  return `<nav aria-label="Contents"><details><summary>Contents</summary>\n<ol>\n${items.join('\n')}\n</ol></details></nav>`;
}

function foot({ origin, command }: PageOptions): string {
  return `<footer>
<p>${escapeHtml(origin)} Every number above was printed by that run; <a href="reproduce.json">reproduce.json</a> keeps them with the versions they came from.</p>
<pre class="printed">${escapeHtml(command)}</pre>
</footer>`;
}
