import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import type { BuildFailure, Plugin } from 'esbuild';

/** A learner's file as JavaScript, ready for the sandbox; or why it cannot be graded. */
export type Translated =
  | {
      readonly code: string;
      /** The source map of the code, as JSON. */
      readonly map: string;
      /** What is still imported, and would have to come from elsewhere. */
      readonly imports: readonly string[];
    }
  | { readonly cannot: string };

/** What is known of the file beside its text. */
export interface About {
  readonly file: string;
  readonly exportName: string;
  /** What it may import: the library's own code is then put into the file. */
  readonly mayImport?: 'normlab' | undefined;
}

const outfile = 'answer.js';
/** Where the learner's own lines come from, in source maps and to the plugin. */
export const origin = 'answer';
const source = join(__dirname, '..', '..');

/**
 * TypeScript to a module of JavaScript, and what it exports and imports; none of it is run.
 *
 * @throws {Error} where the translator itself breaks down.
 */
export async function translate(text: string, { file, exportName, mayImport }: About): Promise<Translated> {
  try {
    const { metafile, outputFiles } = await build({
      entryPoints: [origin],
      plugins: [only(text, mayImport)],
      bundle: mayImport !== undefined,
      outfile,
      write: false,
      metafile: true,
      sourcemap: 'external',
      format: 'esm',
      target: 'es2022',
      tsconfigRaw: {},
      logLevel: 'silent',
    });
    const { exports, imports } = metafile.outputs[outfile];
    if (!exports.includes(exportName)) return { cannot: lacks({ file, exportName }, exports, text) };
    const [map, code] = outputFiles.map((output) => output.text);
    return { code, map, imports: imports.map(({ path }) => path) };
  } catch (error) {
    const [first] = (error as Partial<BuildFailure>).errors ?? [];
    if (first === undefined) throw error;
    const { text: words, location } = first;
    const place = location ? `Line ${location.line}: ` : '';
    const line = location ? `, in ${location.lineText.trim().slice(0, 80)}` : '';
    return { cannot: `${file} does not parse. ${place}${words}${line}` };
  }
}

/** Lets the learner's text in, and the library where it is allowed; every other import stays one. */
function only(text: string, mayImport: About['mayImport']): Plugin {
  return {
    name: 'only',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /.*/ }, ({ kind, namespace, path, resolveDir }) => {
        if (kind === 'entry-point') return { path, namespace: origin };
        if (namespace !== origin) return ours(path, resolveDir);
        if (path === mayImport) return { path: join(source, 'index.ts'), sideEffects: false };
        return { path, external: true };
      });
      onLoad({ filter: /.*/, namespace: origin }, () => ({ contents: text, loader: 'ts' }));
    },
  };
}

/** A file of the library; what is not asked of it is left out. Packages are found as ever. */
function ours(path: string, from: string): { path: string; sideEffects: boolean } | undefined {
  if (!path.startsWith('.') || from.includes('node_modules')) return undefined;
  return { path: resolve(from, path.replace(/\.js$/, '.ts')), sideEffects: false };
}

function lacks({ file, exportName }: About, exports: readonly string[], text: string): string {
  const there = exports.length > 0 ? `it exports ${exports.join(', ')}` : 'it exports nothing';
  return `${file} has no export ${exportName}: ${there}. ${remedyFor(exportName, text)}`;
}

function remedyFor(name: string, text: string): string {
  if (new RegExp(`export\\s+default\\s+(async\\s+)?function\\s+${name}\\b`).test(text))
    return `Leave out default: export function ${name}.`;
  if (/\bmodule\.exports\b|\bexports\.\w/.test(text))
    return `Write export function ${name} in place of what Node calls exports.`;
  return new RegExp(`(function|const|let)\\s+${name}\\b`).test(text)
    ? `Write export in front of ${name}.`
    : `Name your function ${name} and write export in front.`;
}
