/** One cell from its text to its outcome: compiled, run in the notebook's scope, its last value made into a bundle. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { constants, Script } from 'node:vm';
import type { CellCompiler, CompiledCell } from './compiler.js';
import { bundleOf } from './display.js';
import type { Bundle } from './display.js';
import type { Drive, Steps } from './drive.js';
import { interrupted, PlainError } from './errors.js';
import type { Failure, Sources } from './errors.js';
import type { Owner } from './guard.js';
import { iterate } from './pauses.js';
import { locator } from './places.js';
import { typeFailure } from './type-failure.js';
import { UnmadeNames } from './unmade-names.js';

/** What a cell ended in; a result is there where its last expression has a value. */
export type CellEnd = { result: Bundle | undefined } | { failure: Failure };

type Accessors = Record<string, [() => unknown, (value: unknown) => void]>;
type Body = (
  exports: object,
  require: (name: string) => unknown,
  bind: (accessors: Accessors) => void,
  iterateValues: typeof iterate,
) => unknown;

export class Notebook {
  /** The variables of all cells. */
  readonly #scope: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  readonly #compiler: CellCompiler;
  readonly #drive: Drive;
  readonly #sources: Sources;
  readonly #require: (name: string) => unknown;
  readonly #unmade = new UnmadeNames();

  constructor(
    compiler: CellCompiler,
    drive: Drive,
    sources: Sources,
    modules: Record<string, () => unknown>,
  ) {
    this.#compiler = compiler;
    this.#drive = drive;
    this.#sources = sources;
    // The name ends in .ts, so that `./x.js` finds x.ts as it does in a module.
    const require = createRequire(path.join(process.cwd(), 'cell.ts'));
    const own = (name: string): unknown => (Object.hasOwn(modules, name) ? modules[name]() : require(name));
    this.#require = Object.assign(own, { resolve: require.resolve, cache: require.cache });
  }

  /**
   * Runs a cell under its name in stack traces, `In[9].ts`.
   *
   * @param id Which cell of the notebook it is, where that is known.
   */
  async run(owner: Owner, code: string, name: string, id?: string): Promise<CellEnd> {
    const compiled = await this.#compiler.compile(code);
    this.#unmade.forget(id);
    if ('problems' in compiled) {
      const run = { name: name.replace('.ts', ''), cell: id };
      const failure = typeFailure(compiled, { name: run.name, code, unmade: this.#unmade });
      this.#unmade.add(run, compiled.names);
      return { failure };
    }
    const { cell } = compiled;
    this.#sources.add(name, { code, locate: locator(cell.maps) });
    const outcome = await this.#drive.run(owner, () => this.#steps(cell, name));
    if ('interrupted' in outcome) return { failure: interrupted };
    if ('error' in outcome) return { failure: this.#sources.failure(outcome.error) };
    return { result: outcome.value as Bundle | undefined };
  }

  *#steps(cell: CompiledCell, name: string): Steps {
    const running = this.#body(cell, name)(this.#scope, this.#require, this.#bind, iterate);
    if (cell.pauses) yield* running as Steps;
    if (!cell.lastExpression) return undefined;
    const value = this.#scope[cell.lastExpression];
    delete this.#scope[cell.lastExpression];
    return value === undefined || value === null ? undefined : yield* bundleOf(value);
  }

  #body(cell: CompiledCell, name: string): Body {
    const head = `(function${cell.pauses ? '*' : ''} cell(exports, require, bind, iterate) { "use strict";`;
    const script = new Script(`${head}\n${cell.javascript}\n})`, {
      filename: name,
      lineOffset: -1,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    return script.runInThisContext() as Body;
  }

  /** Later cells reach a variable through accessors: there is one variable, also for the functions of its cell. */
  readonly #bind = (accessors: Accessors): void => {
    for (const [name, [get, set]] of Object.entries(accessors))
      Object.defineProperty(this.#scope, name, { get, set, configurable: true, enumerable: true });
  };
}

/** What an import of the browser's plotly gives: it cannot run here. */
export function noPlotly(): never {
  throw new PlainError(
    "plotly.js-dist draws in a browser, not in a cell: write `import { show } from 'normlab/notebook'` and `show(figure)`.",
  );
}
