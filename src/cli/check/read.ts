import { statSync, readFileSync } from 'node:fs';
import { buildSync } from 'esbuild';

/** A learner's file, ready for the sandbox; or why it cannot be graded. */
export type Submission =
  | {
      readonly text: string;
      readonly code: string;
      /** The source map of the code, as JSON. */
      readonly map: string;
      readonly imports: readonly string[];
    }
  | { readonly cannot: string };

const largest = 1_000_000;

/**
 * Reads a file and translates it, without running any of it.
 *
 * @param path Where it is.
 * @param file What the learner calls it.
 */
export function readSubmission(path: string, file: string, exportName: string): Submission {
  const text = textOf(path, file);
  return typeof text === 'string' ? translate(text, file, exportName) : text;
}

function textOf(path: string, file: string): string | { readonly cannot: string } {
  try {
    const found = statSync(path);
    if (found.isDirectory()) return { cannot: `${file} is a folder; give the path of one file.` };
    if (!found.isFile()) return { cannot: `${file} is no file.` };
    if (found.size > largest) return { cannot: `${file} is larger than a megabyte.` };
    return readFileSync(path, 'utf8');
  } catch {
    return { cannot: `${file} cannot be read; give the path of a TypeScript file.` };
  }
}

/** TypeScript to a module of JavaScript, and what it exports and imports. */
export function translate(text: string, file: string, exportName: string): Submission {
  const outfile = 'answer.js';
  try {
    const built = buildSync({
      stdin: { contents: text, loader: 'ts', sourcefile: file },
      outfile,
      write: false,
      metafile: true,
      sourcemap: 'external',
      format: 'esm',
      target: 'es2022',
      tsconfigRaw: {},
      logLevel: 'silent',
    });
    const about = built.metafile.outputs[outfile];
    const [map, code] = built.outputFiles.map((output) => output.text);
    if (!about.exports.includes(exportName)) return { cannot: lacks(file, exportName, about.exports, text) };
    return { text, code, map, imports: about.imports.map(({ path }) => path) };
  } catch (error) {
    return { cannot: `${file} does not parse. ${firstError(error)}` };
  }
}

function lacks(file: string, exportName: string, exports: readonly string[], text: string): string {
  const there = exports.length > 0 ? `it exports ${exports.join(', ')}` : 'it exports nothing';
  const remedy = new RegExp(`(function|const|let)\\s+${exportName}\\b`).test(text)
    ? `Write export in front of ${exportName}.`
    : `Name your function ${exportName} and write export in front.`;
  return `${file} has no export ${exportName}: ${there}. ${remedy}`;
}

interface BuildError {
  readonly text: string;
  readonly location: { readonly line: number; readonly lineText: string } | null;
}

function firstError(error: unknown): string {
  const [first] = (error as { readonly errors?: readonly BuildError[] }).errors ?? [];
  if (first === undefined) return 'It cannot be translated.';
  const { text, location } = first;
  return location ? `Line ${location.line}: ${text}, in ${location.lineText.trim().slice(0, 80)}` : text;
}
