import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import { transformSync } from '@swc/core';
import { deriveFrom } from './derive.js';
import type { Derive } from './derive.js';

const requireHere = createRequire(__filename);
const room = join(__dirname, '../../src/derive');
const translated = new Map<string, string>();

/** A replacement of text in one source file of the room. */
export interface SourceEdit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/**
 * The checker compiled in memory from its source with one piece of text replaced, as a copy of its own.
 *
 * @throws {Error} if the text to replace does not stand in the file exactly once, or nothing would change.
 */
export function editedDerive({ file, from, to }: SourceEdit): Derive {
  const edited = join(room, `${file}.ts`);
  const text = readFileSync(edited, 'utf8');
  const found = text.split(from).length - 1;
  if (found !== 1 || from === to) throw new Error(`${file} holds this text ${found} times: ${from}`);
  const loaded = new Map<string, { exports: unknown }>();
  const load = (path: string): unknown => {
    const before = loaded.get(path);
    if (before) return before.exports;
    const module = { exports: {} as unknown };
    loaded.set(path, module);
    const code = path === edited ? translate(text.replace(from, () => to)) : kept(path);
    const request = (name: string): unknown =>
      name.startsWith('.') ? load(resolve(dirname(path), name.replace(/\.js$/, '.ts'))) : fromPackage(name);
    const run = compileFunction(code, ['module', 'exports', 'require']) as (...given: unknown[]) => void;
    run(module, module.exports, request);
    return module.exports;
  };
  return deriveFrom((name) => load(join(room, `${name}.ts`)));
}

interface Mathematics {
  create(all: unknown): { config(settings: object): void };
}
let mathematics: ReturnType<Mathematics['create']> | undefined;

/**
 * The copy runs outside of jest's realm, and mathjs takes an object for its settings only if it is of its own. One mathjs
 * serves all copies, since making one takes its time.
 */
function fromPackage(name: string): unknown {
  if (!name.startsWith('mathjs')) return requireHere(name);
  const library = requireHere(name) as Mathematics;
  const create: Mathematics['create'] = (all) => {
    const made = (mathematics ??= library.create(all));
    const config = (settings: object): void => made.config({ ...settings });
    return Object.create(made, { config: { value: config } }) as typeof made;
  };
  return { ...library, create };
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
