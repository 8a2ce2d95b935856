/** The program in which TypeScript checks a cell: our options and globals around it, and no watching of folders. */
import { statSync } from 'node:fs';
import path from 'node:path';
import type * as ts from '@tslab/typescript-for-tslab';
import { alwaysThere, cellGlobals } from './cell-globals.js';
import { declarationsOf } from './declarations.js';
import { typesAt } from './types-at.js';

type TypeScript = typeof ts;
type Program = ts.BuilderProgram;
type Created = (program: Program) => void;

/** What notebooks import, as folders of `src`. */
const rooms = ['.', 'experiments', 'grade', 'notebook', 'plot'];

export class CellProgram {
  /** Does the program know Node's own types? They come with the first cell that needs them. */
  nodeTypes = false;
  /** The map from the module that was made last to its cell. */
  mapToCell = '';
  readonly #ts: TypeScript;
  readonly #root: string;
  readonly #watched = new Map<string, { changed: ts.FileWatcherCallback; time: number }>();
  #current: ts.Program | undefined;

  constructor(typescript: TypeScript, root: string) {
    this.#ts = typescript;
    this.#root = root;
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

  /** The types of what stands between two places of the cell that was checked last. */
  typesAt(start: number, end: number): string[] {
    const checker = this.#current?.getTypeChecker();
    const file = this.#current
      ?.getSourceFiles()
      .find(({ fileName }) => path.basename(fileName) === '__tslab__.ts');
    if (!checker || !file) return [];
    // The converter puts a line before the cell.
    const before = file.text.indexOf('\n') + 1;
    return typesAt(this.#ts, { checker, file }, before + start, before + end);
  }

  /** Is the value of `{ name }` a variable that an earlier cell made? */
  isOfEarlierCell(node: ts.ShorthandPropertyAssignment): boolean {
    const symbol = this.#current?.getTypeChecker().getShorthandAssignmentValueSymbol(node);
    const files = (symbol?.declarations ?? []).map((declaration) => declaration.getSourceFile().fileName);
    return files.some((file) => path.basename(file) === '__prev__.d.ts');
  }

  /** Stands for `createWatchCompilerHost`. */
  readonly host = (roots: string[], options: ts.CompilerOptions, system: ts.System): unknown => {
    const globals = path.join(this.#root, '__cell_globals__.d.ts');
    const host = this.#ts.createWatchCompilerHost(
      // The library from the start: its types are read while a reader is still at the first lines.
      [...roots, globals, ...rooms.map((room) => path.join(this.#root, 'src', room, 'index.ts'))],
      { ...options, ...this.#options() },
      this.#system(system, globals),
      // One without the bookkeeping of incremental builds, which takes a fifth of a cell's time.
      this.#ts.createAbstractBuilder,
      () => undefined,
      () => undefined,
    );
    // The converter sets this once; each program passes through here on its way to it.
    let created: Created = () => undefined;
    Object.defineProperty(host, 'afterProgramCreate', {
      set: (callback: Created) => (created = callback),
      get: () => (program: Program) => created(this.#onlyTheCell(program)),
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
      // Nothing is written, so no file of the library can overwrite another: asked for each of them in each cell.
      ...{ suppressOutputPathCheck: true },
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
    const library = path.posix.join(this.#root.split(path.sep).join('/'), 'src/');
    const read: ts.System['readFile'] = (file, encoding) => {
      const found = system.readFile(file, encoding);
      return found !== undefined && file.startsWith(library) ? declarationsOf(file, found) : found;
    };
    const isCell = (file: string): boolean => /^__(tslab|prev)__\./.test(path.basename(file));
    const nothing = { close: (): void => undefined };
    const own: Partial<ts.System> = {
      readFile: (file, encoding) => (file === globals ? text : read(file, encoding)),
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
  #onlyTheCell(program: Program): Program {
    const emit = program.emit.bind(program) as (...args: unknown[]) => ts.EmitResult;
    this.#current = program.getProgram();
    // The converter reads the names that a cell declares right away: they are bound when the checker is made.
    this.#current.getTypeChecker();
    return Object.assign(program, {
      getAllDependencies: (file: ts.SourceFile) => [file.fileName],
      emit: (file: ts.SourceFile, write: ts.WriteFileCallback, ...rest: unknown[]) =>
        emit(
          file,
          (name: string, data: string, mark: boolean) => {
            if (name.endsWith('.map')) this.mapToCell = data;
            else write(`outDir/${path.basename(name)}`, data, mark);
          },
          ...rest,
        ),
    });
  }
}

function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
