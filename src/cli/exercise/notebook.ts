/** Notebooks as learners get them: without solutions, and without what was printed or kept by whoever ran them. */
import type { Listed } from './listed.js';

/** A notebook: its file's name and its text. */
export interface NotebookFile {
  readonly name: string;
  readonly text: string;
  /** True where whoever hands it out may have written answers into it. */
  readonly mayBeAnswered: boolean;
}

interface Cell {
  readonly id?: string;
  readonly cell_type: string;
  readonly source: string | readonly string[];
  readonly execution_count?: number | null;
  readonly outputs?: readonly unknown[];
  readonly metadata: { readonly tags?: readonly string[] };
}

interface Notebook {
  readonly cells: readonly Cell[];
}

const solutions =
  /\n?<details>\s*<summary>(?:Worked solution|A way around|Solution)\b[^<]*<\/summary>[\s\S]*?<\/details>/g;

/** A text without what is folded under "Worked solution", "A way around" or "Solution". */
export function withoutSolutions(markdown: string): string {
  return markdown.replace(solutions, '').trim();
}

/** The line of code that speaks of an exercise, in a notebook where it stands; the one that checks it, if there is one. */
export function lineAbout({ exercise: { id }, called }: Listed, { text }: NotebookFile): string | undefined {
  const lines = cellsOf(text)
    .filter((cell) => cell.cell_type === 'code')
    .flatMap((cell) => sourceOf(cell).split('\n'));
  return (
    lines.find((line) => called !== '' && endsName(line, called)) ??
    lines.find((line) => line.includes(`notYetWritten('${id}')`))
  )?.trim();
}

const endsName = (line: string, name: string): boolean =>
  line
    .split(name)
    .slice(1)
    .some((rest) => !/^\w/.test(rest));

/** True where a notebook was run and kept so. */
export function wasRun(text: string): boolean {
  return cellsOf(text).some(
    ({ execution_count: count, outputs = [] }) => (count ?? null) !== null || outputs.length > 0,
  );
}

/**
 * The text of a notebook as learners get it.
 *
 * @param beside The names of the notebooks that are handed out with it: links to others become words.
 */
export function forLearners(text: string, beside: readonly string[]): string {
  const notebook = JSON.parse(text) as Notebook;
  const cells = notebook.cells
    .map((cell) => (cell.cell_type === 'code' ? cleared(cell) : prose(cell, beside)))
    .filter((cell) => cell.cell_type === 'code' || sourceOf(cell) !== '');
  return `${JSON.stringify({ ...notebook, cells }, undefined, 1)}\n`;
}

const cleared = (cell: Cell): Cell => ({
  ...cell,
  execution_count: null,
  outputs: [],
  metadata: tagsOf(cell),
});

function prose(cell: Cell, beside: readonly string[]): Cell {
  const words = withoutSolutions(sourceOf(cell)).replace(
    /\[([^\]]*)\]\(([\w./-]+\.(?:ipynb|md|ts))\)/g,
    (link: string, said: string, to: string) => (beside.includes(to) ? link : said),
  );
  return { ...cell, source: words.split(/(?<=\n)/), metadata: tagsOf(cell) };
}

const tagsOf = ({ metadata: { tags } }: Cell): Cell['metadata'] => (tags === undefined ? {} : { tags });
const cellsOf = (text: string): readonly Cell[] => (JSON.parse(text) as Notebook).cells;
const sourceOf = ({ source }: Cell): string => [source].flat().join('');
