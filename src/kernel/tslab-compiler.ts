/**
 * The compiler of cells on tslab 1.0.22. Its converter fixes its options and loads TypeScript itself, so it is handed
 * a TypeScript in which three functions are ours: the one that sets up the program (cell-program.ts), the one that
 * visits the children of a node, and the one that makes CommonJS (cell-javascript.ts).
 *
 * It remembers no cell: what the cells so far have declared is handed to it, as text, with each question.
 */
import { builtinModules, createRequire } from 'node:module';
import type * as ts from '@tslab/typescript-for-tslab';
import type { Converter, Diagnostic } from 'tslab/dist/converter.js';
import { CellJavaScript } from './cell-javascript.js';
import { CellProgram } from './cell-program.js';
import type * as compiler from './compiler.js';
import { completeness, namesMade, withoutExports } from './parsing.js';

type TypeScript = typeof ts;
type CreateConverter = (options: { isJS: boolean; isBrowser: boolean }) => Converter;

/** A cell with what is declared after it, or what is wrong with it. */
export type Translation = { cell: compiler.CompiledCell; declarations: string } | compiler.NotCompiled;

/** Where and after what a compiler begins. */
export interface Beginning {
  /** Cells are compiled as if they stood here. */
  folder: string;
  /** What the cells so far have declared. */
  declarations: string;
}

/** Modules without types of their own may be imported: their values are `any`, as in a JavaScript notebook. */
const untyped = 7016;
const notFound = 2307;

export class TslabCompiler {
  readonly #ts: TypeScript;
  readonly #program: CellProgram;
  readonly #javascript: CellJavaScript;
  readonly #create: CreateConverter;
  #current: Converter | undefined;

  constructor(root: string, { folder, declarations }: Beginning) {
    const ofTslab = createRequire(require.resolve('tslab/package.json'));
    const file = ofTslab.resolve('@tslab/typescript-for-tslab');
    this.#ts = ofTslab(file) as TypeScript;
    const program = (this.#program = new CellProgram(this.#ts, root));
    this.#javascript = new CellJavaScript(this.#ts, (node) => program.isOfEarlierCell(node));
    ofTslab.cache[file]!.exports = this.#adapted();
    this.#create = (ofTslab('./dist/converter.js') as { createConverter: CreateConverter }).createConverter;
    // The converter asks for the current folder; a cell may have moved to another.
    this.#ts.sys.getCurrentDirectory = () => folder;
    this.#learnNode(declarations);
    void this.#converter;
  }

  /** Checks and translates a cell; `declarations` are then those of the cells so far with its own. */
  compile(declarations: string, code: string): Translation {
    this.#learnNode(code);
    this.#program.refresh();
    const result = this.#converter.convert(declarations, withoutExports(this.#ts, code));
    const found = result.diagnostics.filter(({ code }) => code !== untyped);
    const problems = grouped(found, (start, end) => this.#program.typesAt(start, end));
    // A file that is not there may be written before the next cell: then the program must look again.
    if (result.diagnostics.some((found) => found.code === notFound)) this.#forget();
    if (problems.length > 0) return { problems, names: namesMade(this.#ts, code) };
    const { pauses, mapToModule } = this.#javascript;
    const cell = {
      javascript: result.output ?? '',
      pauses,
      lastExpression: result.lastExpressionVar,
      maps: { toModule: mapToModule, toCell: this.#program.mapToCell },
    };
    return { cell, declarations: result.declOutput ?? '' };
  }

  complete(declarations: string, code: string, offset: number): compiler.Completion {
    const found = this.#converter.complete(declarations, code, offset);
    const kinds = new Map(found.original?.entries.map((entry) => [entry.name, entry.kind]));
    const candidates = found.candidates.map((text) => ({ text, kind: kinds.get(text) ?? '' }));
    return { start: found.start, end: found.end, candidates };
  }

  inspect(declarations: string, code: string, offset: number): compiler.Inspection | undefined {
    const found = this.#converter.inspect(declarations, code, offset) as ts.QuickInfo | undefined;
    if (!found) return undefined;
    const text = (parts: readonly ts.SymbolDisplayPart[] | undefined): string =>
      (parts ?? []).map((part) => part.text).join('');
    const tags = (found.tags ?? []).map((tag) => ({ name: tag.name, text: text(tag.text) }));
    return {
      signature: text(found.displayParts)
        .replace(/^\(alias\) /, '')
        .replace(/\nimport [^\n]*$/, ''),
      documentation: text(found.documentation),
      tags,
    };
  }

  completeness(code: string): compiler.Completeness {
    return completeness(this.#ts, code);
  }

  /** A copy of the compiler's exports with the three functions replaced. */
  #adapted(): TypeScript {
    const copy = {};
    for (const name of Object.keys(this.#ts) as (keyof TypeScript)[])
      Object.defineProperty(copy, name, { get: () => this.#ts[name], enumerable: true, configurable: true });
    const { visitEachChild, toCommonJS: transpileModule } = this.#javascript;
    const replaced = { createWatchCompilerHost: this.#program.host, visitEachChild, transpileModule };
    for (const [name, value] of Object.entries(replaced))
      Object.defineProperty(copy, name, { value, enumerable: true });
    return copy as TypeScript;
  }

  get #converter(): Converter {
    return (this.#current ??= this.#create({ isJS: false, isBrowser: false }));
  }

  #forget(): void {
    this.#current?.close();
    this.#current = undefined;
  }

  /** The first cell that imports a module of Node brings Node's types. */
  #learnNode(code: string): void {
    if (this.#program.nodeTypes || !/\b(import|require)\b/.test(code)) return;
    const imported = this.#ts.preProcessFile(code).importedFiles.map((file) => file.fileName);
    if (!imported.some((name) => name.startsWith('node:') || builtinModules.includes(name))) return;
    this.#program.nodeTypes = true;
    this.#forget();
  }
}

/** The converter lists a problem's explanations as problems of their own at the same place: together again. */
function grouped(
  found: readonly Diagnostic[],
  typesAt: (start: number, end: number) => string[],
): compiler.TypeProblem[] {
  const problems = new Map<string, compiler.TypeProblem>();
  for (const { code, messageText: said, start, end } of found) {
    // Of two types of one name the compiler says where they stand.
    const messageText = said.replace(/import\("[^"]*"\)\./g, '');
    const place = `${start.offset}-${end.offset}`;
    const problem = problems.get(place);
    if (problem) problem.messages.push(messageText);
    else
      problems.set(place, {
        code,
        messages: [messageText],
        start: { line: start.line + 1, column: start.character + 1 },
        end: { line: end.line + 1, column: end.character + 1 },
        types: typesAt(start.offset, end.offset),
      });
  }
  return [...problems.values()];
}
