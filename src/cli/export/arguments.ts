import path from 'node:path';
import { ExportError } from './notebook.js';

/** What a call of the command asks for; paths are absolute. */
export type Asked =
  | (ToRun & { readonly kind: 'page'; readonly notebook: string; readonly out: string | undefined })
  | (ToRun & { readonly kind: 'compare'; readonly folder: string; readonly notebook: string | undefined })
  | { readonly kind: 'help' };

interface ToRun {
  /** The seconds that one cell may take, where the call says so. */
  readonly timeout: number | undefined;
}

/** How the command is called. */
export const usage = `npm run export -- NOTEBOOK [--out DIR]     runs a notebook and writes it as a page to keep
npm run export -- --compare DIR [NOTEBOOK] runs it again and names every number that differs
With --timeout SECONDS one cell may take longer than five minutes.`;

/**
 * Reads the words after `npm run export --`.
 *
 * @param words as given.
 * @param from the folder the words are relative to: where the command was typed.
 * @throws ExportError when they do not make sense.
 * @example
 * readArguments(['notebooks/01-layer-norm.ipynb', '--out', 'page'], '/ada');
 */
export function readArguments(words: readonly string[], from: string): Asked {
  const left = [...words];
  if (left.includes('--help') || left.includes('-h')) return { kind: 'help' };
  const option = (name: string, what = 'the name of a folder'): string | undefined => {
    const [at, joined] = [left.indexOf(name), left.findIndex((word) => word.startsWith(`${name}=`))];
    if (joined >= 0) return left.splice(joined, 1)[0]?.slice(name.length + 1);
    if (at < 0) return undefined;
    const [, value] = left.splice(at, 2);
    if (!value || value.startsWith('--')) throw new ExportError(`${name} needs ${what} after it.`);
    return value;
  };
  const [out, compare] = [option('--out'), option('--compare')];
  const seconds = option('--timeout', 'a whole number of seconds');
  const timeout = seconds === undefined ? undefined : secondsOf(seconds);
  const strange = left.find((word) => word.startsWith('-'));
  if (strange) throw new ExportError(`There is no option ${strange}. This is how it is called:\n${usage}`);
  if (left.length > 1)
    throw new ExportError(`One notebook at a time: leave out ${left.slice(1).join(', ')}.`);
  const notebook = left[0] === undefined ? undefined : path.resolve(from, left[0]);
  if (compare !== undefined)
    return { kind: 'compare', folder: path.resolve(from, compare), notebook, timeout };
  if (!notebook) throw new ExportError(`Name a notebook. This is how it is called:\n${usage}`);
  return { kind: 'page', notebook, out: out === undefined ? undefined : path.resolve(from, out), timeout };
}

function secondsOf(given: string): number {
  const seconds = Number(given);
  if (Number.isInteger(seconds) && seconds > 0) return seconds;
  throw new ExportError(`--timeout needs a whole number of seconds after it, and got ${given}.`);
}
