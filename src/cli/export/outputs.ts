import { figureHtml } from './figures.js';
import type { Figure } from './figures.js';
import { drawFormulas, escapeHtml } from './mathematics.js';
import { tagged, text } from './notebook.js';
import type { Bundle, Cell, Output } from './notebook.js';

/** What the outputs of a cell need of the page around them. */
export interface Surroundings {
  readonly figures: ReadonlyMap<Bundle, Figure>;
  readonly markdown: (source: string) => string;
}

/** The outputs of a code cell as HTML, in order. */
export function outputsHtml(cell: Cell, around: Surroundings): string {
  return joined(cell.outputs ?? [])
    .map((output) => outputHtml(output, cell, around))
    .join('\n');
}

function outputHtml(output: Output, cell: Cell, around: Surroundings): string {
  if (output.output_type === 'stream') return printed(asPrinted(text(output.text)), output.name);
  if (output.output_type === 'error') return errorHtml(output, tagged(cell, 'raises-exception'));
  const figure = around.figures.get(output.data);
  return figure ? figureHtml(figure) : bundleHtml(output.data, around);
}

/** The richest form of a bundle that a page without a kernel can show. */
function bundleHtml(bundle: Bundle, around: Surroundings): string {
  if ('text/html' in bundle) return `<div class="card">${drawFormulas(text(bundle['text/html']))}</div>`;
  if ('text/markdown' in bundle) return around.markdown(text(bundle['text/markdown']));
  if ('text/latex' in bundle) return around.markdown(text(bundle['text/latex']));
  for (const mime of ['image/png', 'image/jpeg'])
    if (mime in bundle)
      return `<img src="data:${mime};base64,${text(bundle[mime]).replace(/\s/g, '')}" alt="${escapeHtml(text(bundle['text/plain']))}">`;
  return printed(text(bundle['text/plain']), 'result');
}

function printed(words: string, kind: string): string {
  return words.trim() ? `<pre class="printed ${kind}">${escapeHtml(words.replace(/\n$/, ''))}</pre>` : '';
}

function errorHtml(error: Output & { output_type: 'error' }, meant: boolean): string {
  const what = error.evalue ? `${error.ename}: ${error.evalue}` : error.ename;
  const whole = asPrinted(error.traceback.join('\n')).trim();
  const where =
    whole && whole !== what
      ? `<details><summary>Where</summary><pre>${escapeHtml(whole)}</pre></details>`
      : '';
  const why = meant ? '<p class="why">This cell stops here on purpose.</p>' : '';
  return `<div class="stopped">${why}<pre>${escapeHtml(asPrinted(what))}</pre>${where}</div>`;
}

/** Neighbouring pieces of one stream are one text. */
function joined(outputs: readonly Output[]): Output[] {
  const whole: Output[] = [];
  for (const output of outputs) {
    const last = whole.at(-1);
    if (output.output_type === 'stream' && last?.output_type === 'stream' && last.name === output.name)
      whole[whole.length - 1] = { ...last, text: text(last.text) + text(output.text) };
    else whole.push(output);
  }
  return whole;
}

/** Text as a terminal leaves it: no colour codes, and what a carriage return wrote over is gone. */
export function asPrinted(words: string): string {
  const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*[A-Za-z]`, 'g');
  return words
    .replace(colours, '')
    .replace(/\r\n/g, '\n')
    .split('\n')
    .map((line) => line.slice(line.lastIndexOf('\r', line.length - 2) + 1).replace(/\r$/, ''))
    .join('\n');
}
