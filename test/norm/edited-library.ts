import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import { transformSync } from '@swc/core';
import type * as Library from '../../src/index.js';
import type * as RowsModule from '../../src/tensor/rows.js';

const requireHere = createRequire(__filename);
const src = join(__dirname, '../../src');
const translated = new Map<string, string>();

/** The row helpers, which are no part of the public library. */
export type Rows = typeof RowsModule;

/** A replacement of text in one source file. */
export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/**
 * The library compiled in memory from its source with one piece of text replaced, as a copy of its own.
 *
 * @throws {Error} if the text to replace does not stand in the file exactly once, or nothing would change.
 */
export function editedLibrary({ file, from, to }: Edit): { library: typeof Library; rowsModule: Rows } {
  const text = readFileSync(join(src, file), 'utf8');
  const found = text.split(from).length - 1;
  if (found !== 1 || from === to) throw new Error(`${file} holds this text ${found} times: ${from}`);
  const loaded = new Map<string, { exports: unknown }>();
  const load = (path: string): unknown => {
    const before = loaded.get(path);
    if (before) return before.exports;
    const module = { exports: {} as unknown };
    loaded.set(path, module);
    const code = path === join(src, file) ? translate(text.replace(from, () => to)) : kept(path);
    const request = (name: string): unknown =>
      name.startsWith('.') ? load(resolve(dirname(path), name.replace(/\.js$/, '.ts'))) : requireHere(name);
    const run = compileFunction(code, ['module', 'exports', 'require']) as (...given: unknown[]) => void;
    run(module, module.exports, request);
    return module.exports;
  };
  return {
    library: load(join(src, 'index.ts')) as typeof Library,
    rowsModule: load(join(src, 'tensor/rows.ts')) as Rows,
  };
}

function kept(path: string): string {
  const code = translated.get(path) ?? translate(readFileSync(path, 'utf8'));
  translated.set(path, code);
  return code;
}

function translate(text: string): string {
  return transformSync(text, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  }).code;
}
