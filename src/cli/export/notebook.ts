import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Text of a notebook: one string, or its lines. */
type Text = string | readonly string[];

/** A mime bundle as nbformat stores it. */
export type Bundle = Readonly<Record<string, unknown>>;

/** One output of a code cell (nbformat 4). */
export type Output =
  | { readonly output_type: 'stream'; readonly name: 'stdout' | 'stderr'; readonly text: Text }
  | { readonly output_type: 'execute_result' | 'display_data'; readonly data: Bundle }
  | {
      readonly output_type: 'error';
      readonly ename: string;
      readonly evalue: string;
      readonly traceback: readonly string[];
    };

/** One cell (nbformat 4.5): its id is stable between runs. */
export interface Cell {
  readonly id: string;
  readonly cell_type: 'markdown' | 'code' | 'raw';
  readonly source: Text;
  readonly metadata: { readonly tags?: readonly string[] };
  readonly outputs?: readonly Output[];
}

/** A notebook file, as far as an export reads it. */
export interface Notebook {
  readonly cells: readonly Cell[];
  readonly metadata: {
    readonly kernelspec?: { readonly name?: string; readonly display_name?: string };
    readonly language_info?: { readonly name?: string; readonly version?: string };
  };
}

/** A mistake that one sentence answers: what happened, and what to do. */
export class ExportError extends Error {
  override readonly name = 'ExportError';
}

/** Joins what nbformat may store as lines. Anything that is not text becomes JSON. */
export function text(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((line) => (typeof line === 'string' ? line : '')).join('');
  return value === undefined ? '' : JSON.stringify(value);
}

/** True if the cell carries the tag. */
export function tagged(cell: Cell, tag: string): boolean {
  return cell.metadata.tags?.includes(tag) ?? false;
}

/**
 * Reads a notebook file.
 *
 * @param file path of an `.ipynb`.
 * @param strings `[found, instead]` pairs replaced everywhere, so that no path of this machine is kept.
 * @throws ExportError when there is no such file or it is not a notebook.
 * @example
 * const notebook = readNotebook('notebooks/01-layer-norm.ipynb');
 */
export function readNotebook(file: string, strings: readonly (readonly [string, string])[] = []): Notebook {
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch {
    throw new ExportError(
      `There is no notebook ${path.basename(file)}: name one, such as notebooks/01-layer-norm.ipynb.`,
    );
  }
  for (const [found, instead] of strings)
    content = content.replaceAll(JSON.stringify(found).slice(1, -1), instead);
  try {
    const parsed = JSON.parse(content) as Notebook;
    if (Array.isArray(parsed.cells)) return withIds(parsed);
  } catch {
    // Said below: not a notebook.
  }
  throw new ExportError(
    `${path.basename(file)} is not a notebook that can be read: open it in JupyterLab and save it once.`,
  );
}

/** Notebooks before nbformat 4.5 have no cell ids: the place of the cell then stands for it. */
function withIds(notebook: Notebook): Notebook {
  const cells = notebook.cells.map((cell, i) => ({ ...cell, id: cell.id || `cell-${i + 1}` }));
  return { metadata: notebook.metadata ?? {}, cells };
}

/** SHA-256 of what the author wrote (kinds, sources and tags of the cells, in order), whatever the outputs are. */
export function sourceHash(notebook: Notebook): string {
  const written = notebook.cells.map((cell) => [
    cell.cell_type,
    text(cell.source),
    cell.metadata?.tags ?? [],
  ]);
  return createHash('sha256').update(JSON.stringify(written)).digest('hex');
}

/** The notebook's first heading, without its marks, or `otherwise`. */
export function titleOf(notebook: Notebook, otherwise: string): string {
  for (const cell of notebook.cells) {
    const heading = cell.cell_type === 'markdown' ? /^#\s+(.+)$/m.exec(text(cell.source))?.[1] : undefined;
    if (heading) return heading.replace(/[*`$]/g, '').trim();
  }
  return otherwise;
}
