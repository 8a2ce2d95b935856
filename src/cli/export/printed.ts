import { text } from './notebook.js';
import type { Cell, Notebook } from './notebook.js';
import { asPrinted } from './outputs.js';

/** The text one cell printed: streams, results and what a figure says of itself. */
export interface Printed {
  readonly cell: string;
  readonly text: string;
}

/**
 * What every cell of an executed notebook printed, cells without a word left out.
 *
 * @example
 * printedBy(notebook); // [{ cell: 'a1b2', text: '0.0817 0.1886' }]
 */
export function printedBy(notebook: Notebook): Printed[] {
  return notebook.cells
    .map((cell) => ({ cell: cell.id, text: wordsOf(cell) }))
    .filter((printed) => printed.text !== '');
}

/** Text of a cell's outputs in order, without colours: the same whether a result came as one or was logged. */
export function wordsOf(cell: Pick<Cell, 'outputs'>): string {
  const pieces = (cell.outputs ?? []).map((output) => {
    if (output.output_type === 'stream') return text(output.text);
    if (output.output_type === 'error') return `${output.ename}: ${output.evalue}\n`;
    const plain = text(output.data['text/plain']);
    return plain && !plain.endsWith('\n') ? `${plain}\n` : plain;
  });
  return asPrinted(pieces.join('')).trimEnd();
}

/** A number as code and prose write it: sign, decimals, power of ten. */
const NUMBER = String.raw`(?<![\w.])[-−]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?`;
const DURATION = new RegExp(String.raw`${NUMBER}\s?(?:s|ms|µs|seconds?|minutes?)\b`, 'g');

/** The numbers of a text, as written. Durations are left out: they differ from run to run. */
export function numbersIn(words: string): string[] {
  return withoutDurations(words).match(new RegExp(NUMBER, 'g')) ?? [];
}

/** The text with a mark in place of each number and duration: what is left must be the same in every run. */
export function wordsBetween(words: string): string {
  return withoutDurations(words).replace(new RegExp(NUMBER, 'g'), '#');
}

/** The text with a mark in place of each duration: what a progress line says of its time differs from run to run. */
export function withoutDurations(words: string): string {
  return words.replace(DURATION, '…');
}
