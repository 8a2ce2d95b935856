import { text } from '../../src/cli/export/notebook.js';
import type { Cell } from '../../src/cli/export/notebook.js';
import { wordsOf } from '../../src/cli/export/printed.js';

/** As much of a cell as is read here. */
type Readable = Pick<Cell, 'cell_type' | 'source' | 'outputs'>;

/**
 * The numbers of the prose that no cell prints and no cell is given: each as it stands in the text.
 *
 * Looked at are numbers with a decimal point and powers of ten; code, links and folded solutions are not prose. A number
 * of the prose counts as printed if a printed number, or one in a cell, rounds to it.
 */
export function numbersNobodyPrints({ cells }: { readonly cells: readonly Readable[] }): string[] {
  const known = new Set<number>();
  for (const cell of cells)
    if (cell.cell_type === 'code')
      for (const value of numbersIn(`${text(cell.source)}
${wordsOf(cell)}`)) known.add(value);
  const values = [...known];
  return cells
    .filter(({ cell_type }) => cell_type === 'markdown')
    .flatMap(({ source }) => claimedIn(text(source)))
    .filter(({ matches }) => !values.some(matches))
    .map(({ written }) => written);
}

interface Claim {
  readonly written: string;
  matches(value: number): boolean;
}

function claimedIn(markdown: string): Claim[] {
  const prose = markdown
    .replace(/```[\s\S]*?```/g, ' ')
    .replace(/`[^`]*`/g, ' ')
    .replace(/<details>[\s\S]*?<\/details>/g, ' ')
    .replace(/\]\([^)]*\)/g, '] ')
    .replace(/arXiv:[\d.]+/g, ' ')
    .replace(/ {2,}/g, ' ');
  const powers = [...prose.matchAll(/10\^\{?([-−]?\d+)\}?/g)].map(([written, exponent]) => {
    const power = Number(exponent.replace('−', '-'));
    return { written, matches: (value: number) => value !== 0 && Math.floor(Math.log10(Math.abs(value)) + 1e-9) === power };
  });
  const decimals = [...prose.replace(/10\^\{?[-−]?\d+\}?/g, ' ').matchAll(/\d+\.\d+/g)].map(([written]) => {
    const digits = written.length - written.indexOf('.') - 1;
    return { written, matches: (value: number) => Math.abs(value).toFixed(digits) === written };
  });
  return [...powers, ...decimals];
}

function numbersIn(printed: string): number[] {
  return [...printed.matchAll(/\d+(?:_\d{3})*(?:\.\d+)?(?:e[-+]?\d+)?/g)].map(([found]) => Number(found.replaceAll('_', '')));
}
