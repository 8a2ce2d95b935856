/**
 * TypeScript as the converter of cells shall see it. The converter fixes its options; three functions of the compiler
 * are replaced in the copy that it is given: the one that sets up the program (our options, our globals, no watching
 * of folders, only the cell is checked), the one that visits children (names of earlier cells), and the one that
 * makes CommonJS (pauses, live variables, source maps).
 */
import { statSync } from 'node:fs';
import path from 'node:path';
import type * as ts from '@tslab/typescript-for-tslab';
import { alwaysThere, cellGlobals } from './cell-globals.js';
import { awaitAsYield } from './pauses.js';

const mapComment = /\n\/\/# sourceMappingURL=.*\s*$/;

export type TypeScript = typeof ts;
type Builder = ts.EmitAndSemanticDiagnosticsBuilderProgram;

/** What the last translation left behind. */
export interface Traces {
  pauses: boolean;
  /** Maps from the cell's module to the cell, and from the CommonJS to that module. */
  toCell: string;
  toModule: string;
}

export class CellTypeScript {
  readonly traces: Traces = { pauses: false, toCell: '', toModule: '' };
  nodeTypes = false;
  readonly #ts: TypeScript;
  readonly #root: string;
  readonly #watched = new Map<string, { changed: ts.FileWatcherCallback; time: number }>();
  #checker: (() => ts.TypeChecker) | undefined;

  constructor(typescript: TypeScript, root: string) {
    this.#ts = typescript;
    this.#root = root;
  }

  /** A copy of the compiler's exports with the three functions replaced. */
  adapted(): TypeScript {
    const copy = {};
    for (const name of Object.keys(this.#ts) as (keyof TypeScript)[])
      Object.defineProperty(copy, name, { get: () => this.#ts[name], enumerable: true, configurable: true });
    const replace = (name: keyof TypeScript, value: unknown): unknown =>
      Object.defineProperty(copy, name, { value, enumerable: true });
    replace('createWatchCompilerHost', this.#host);
    replace('visitEachChild', this.#visitEachChild);
    replace('transpileModule', this.#toCommonJS);
    return copy as TypeScript;
  }

  /** Tells the program which source files were edited since it read them. */
  refresh(): void {
    for (const [file, watched] of this.#watched) {
      const time = changedAt(file);
      if (time === watched.time) continue;
      watched.time = time;
      watched.changed(
        file,
        time ? this.#ts.FileWatcherEventKind.Changed : this.#ts.FileWatcherEventKind.Deleted,
      );
    }
  }

  readonly #host = (roots: string[], options: ts.CompilerOptions, system: ts.System): unknown => {
    const globals = path.join(this.#root, '__cell_globals__.d.ts');
    const host = this.#ts.createWatchCompilerHost(
      [...roots, globals],
      { ...options, ...this.#options() },
      this.#system(system, globals),
      undefined as never,
      () => undefined,
      () => undefined,
    );
    // The converter sets this once; each program passes through here on its way.
    let created: (program: Builder) => void = () => undefined;
    Object.defineProperty(host, 'afterProgramCreate', {
      set: (callback: typeof created) => (created = callback),
      get: () => (program: Builder) => created(this.#onlyTheCell(program)),
    });
    return host;
  };

  #options(): ts.CompilerOptions {
    const inProject = (file: string): string => path.join(this.#root, file);
    return {
      strict: true,
      useUnknownInCatchVariables: false,
      lib: ['lib.es2023.d.ts'],
      types: this.nodeTypes ? ['node'] : [],
      typeRoots: [inProject('node_modules/@types')],
      disableTopLevelAwait: false,
      sourceMap: true,
      allowImportingTsExtensions: true,
      rootDir: path.parse(this.#root).root,
      paths: {
        normlab: [inProject('src/index.ts')],
        'normlab/*': [inProject('src/*/index.ts')],
        tslab: [inProject('node_modules/tslab/dist/public.d.ts')],
      },
    };
  }

  #system(system: ts.System, globals: string): ts.System {
    const text = (this.nodeTypes ? '' : cellGlobals) + alwaysThere;
    const isCell = (file: string): boolean => /^__(tslab|prev)__\./.test(path.basename(file));
    const nothing = { close: (): void => undefined };
    const own: Partial<ts.System> = {
      readFile: (file, encoding) => (file === globals ? text : system.readFile(file, encoding)),
      fileExists: (file) => file === globals || system.fileExists(file),
      watchDirectory: () => nothing,
      watchFile: (file, changed, interval) => {
        if (isCell(file)) return system.watchFile!(file, changed, interval);
        if (!file.includes('node_modules') && file !== globals)
          this.#watched.set(file, { changed, time: changedAt(file) });
        return { close: () => this.#watched.delete(file) };
      },
    };
    return Object.assign(Object.create(system) as ts.System, own);
  }

  /** The library is checked by its own tools: a cell waits only for its own check, and is emitted alone. */
  #onlyTheCell(program: Builder): Builder {
    const emit = program.emit.bind(program) as (...args: unknown[]) => ts.EmitResult;
    this.#checker = () => program.getProgram().getTypeChecker();
    return Object.assign(program, {
      getAllDependencies: (file: ts.SourceFile) => [file.fileName],
      emit: (file: ts.SourceFile, write: ts.WriteFileCallback, ...rest: unknown[]) =>
        emit(
          file,
          (name: string, data: string, mark: boolean) => {
            if (name.endsWith('.map')) this.traces.toCell = data;
            else write(`outDir/${path.basename(name)}`, data, mark);
          },
          ...rest,
        ),
    });
  }

  /** `{ lr }` becomes `{ lr: exports.lr }` where an earlier cell made lr; the key in `{ lr: 1 }` stays a key. */
  readonly #visitEachChild = (
    node: ts.Node,
    visit: ts.Visitor,
    context: ts.TransformationContext,
  ): ts.Node => {
    const { factory } = this.#ts;
    if (this.#ts.isShorthandPropertyAssignment(node) && this.#isOfEarlierCell(node)) {
      const value = factory.createPropertyAccessExpression(factory.createIdentifier('exports'), node.name);
      const preset = node.objectAssignmentInitializer;
      return factory.createPropertyAssignment(
        node.name.text,
        preset ? factory.createAssignment(value, this.#ts.visitNode(preset, visit) as ts.Expression) : value,
      );
    }
    let key: ts.Node | undefined;
    if (this.#ts.isBindingElement(node)) key = node.propertyName;
    else if (this.#ts.isPropertyAssignment(node)) key = node.name;
    const keep = key && this.#ts.isIdentifier(key) ? key : undefined;
    return this.#ts.visitEachChild(node, (child) => (child === keep ? child : visit(child)), context);
  };

  #isOfEarlierCell(node: ts.ShorthandPropertyAssignment): boolean {
    const symbol = this.#checker?.().getShorthandAssignmentValueSymbol(node);
    return !!symbol?.declarations?.some(
      (declaration) => path.basename(declaration.getSourceFile().fileName) === '__prev__.d.ts',
    );
  }

  readonly #toCommonJS = (module: string, options: ts.TranspileOptions): ts.TranspileOutput => {
    this.traces.pauses = false;
    const pauses = awaitAsYield(this.#ts, () => (this.traces.pauses = true));
    const result = this.#ts.transpileModule(withLiveVariables(module), {
      ...options,
      compilerOptions: { ...options.compilerOptions, sourceMap: true },
      transformers: { before: [pauses] },
    });
    this.traces.toModule = result.sourceMapText ?? '';
    return { ...result, outputText: result.outputText.replace(mapComment, '') };
  };
}

/**
 * Instead of copying each variable on export, the module binds accessors to them on its first line: later cells and
 * the functions of this one then share one variable, and what was made before an error is there after it.
 */
export function withLiveVariables(module: string): string {
  const exported = /^export \{ (.*) \};$/gm;
  const names = [...module.matchAll(exported)].flatMap((match) => match[1]!.split(', '));
  const accessors = names.map((name) => `${name}: [() => ${name}, (value) => { ${name} = value; }]`);
  return `bind({ ${accessors.join(', ')} });\n${module.replace(exported, '').replace(mapComment, '')}`;
}

function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
