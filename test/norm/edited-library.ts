import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import { transformSync } from '@swc/core';
import type * as Autograd from '../../src/autograd/index.js';
import type * as Norms from '../../src/norm/index.js';
import type * as Tensors from '../../src/tensor/index.js';
import type * as RowsModule from '../../src/tensor/rows.js';

const requireHere = createRequire(__filename);
const src = join(__dirname, '../../src');

/** The rooms that a normalization stands on, and the normalizations. */
export type Library = typeof Tensors & typeof Autograd & typeof Norms;

/** The row helpers, which are no part of the public library. */
export type Rows = typeof RowsModule;

/** A replacement of text in one source file. */
export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

type Modules = Map<string, { exports: unknown }>;

/**
 * The library compiled in memory from its source with one piece of text replaced, as a copy of its own: only what the
 * edited file does not reach is shared between copies.
 *
 * @throws {Error} if the text to replace does not stand in the file exactly once, or nothing would change.
 */
export function editedLibrary({ file, from, to }: Edit): { library: Library; rowsModule: Rows } {
  const edited = join(src, file);
  const text = readFileSync(edited, 'utf8');
  const found = text.split(from).length - 1;
  if (found !== 1 || from === to) throw new Error(`${file} holds this text ${found} times: ${from}`);
  const code = translate(text.replace(from, () => to));
  const touched: Modules = new Map();
  const reached = new Map<string, boolean>();
  const load = (path: string): unknown => {
    const isTouched = reaches(edited, path, reached);
    const loaded = isTouched ? touched : untouched;
    const before = loaded.get(path);
    if (before) return before.exports;
    const module = { exports: {} as unknown };
    loaded.set(path, module);
    const request = (name: string): unknown =>
      name.startsWith('.') ? load(at(path, name)) : requireHere(name);
    const run = compileFunction(path === edited ? code : kept(path), ['module', 'exports', 'require']) as (
      ...given: unknown[]
    ) => void;
    run(module, module.exports, request);
    return module.exports;
  };
  const rooms = ['tensor', 'autograd', 'norm'].map((room) => load(join(src, room, 'index.ts')));
  return {
    library: Object.assign({}, ...rooms) as Library,
    rowsModule: load(join(src, 'tensor/rows.ts')) as Rows,
  };
}

const untouched: Modules = new Map();

/** Whether the file at a path is the edited one, or imports one that is reached. */
function reaches(edited: string, path: string, known: Map<string, boolean>): boolean {
  const before = known.get(path);
  if (before !== undefined) return before;
  const found = path === edited || importsOf(path).some((one) => reaches(edited, one, known));
  known.set(path, found);
  return found;
}

const imports = new Map<string, string[]>();

function importsOf(path: string): string[] {
  const found =
    imports.get(path) ??
    [...kept(path).matchAll(/require\("(\.[^"]+)"\)/g)].map(([, name]) => at(path, name));
  imports.set(path, found);
  return found;
}

const at = (path: string, name: string): string => resolve(dirname(path), name.replace(/\.js$/, '.ts'));

const translated = new Map<string, string>();

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
