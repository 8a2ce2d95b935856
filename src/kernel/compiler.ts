/** What the kernel needs of a compiler for cells. One implementation stands on tslab's converter, in a thread of its own. */

/** A place in a cell, both counted from 1. */
export interface Place {
  line: number;
  column: number;
}

export interface TypeProblem {
  code: number;
  /** The compiler's sentence first, then what it adds in explanation. */
  messages: string[];
  start: Place;
  end: Place;
  /** Of a sign the types of its two sides, of a property that of what stands before its dot, as types-at.ts names them. */
  types: string[];
}

export interface CompiledCell {
  /** The body of a function of (exports, require, bind), with `yield` for each pausing `await`. */
  javascript: string;
  /** Does the body pause? Then it stands in a generator. */
  pauses: boolean;
  /** The name under which the body exports the value of its last expression. */
  lastExpression: string | undefined;
  maps: SourceMaps;
}

/** The body of a cell is made in two steps; each leaves a source map, as JSON. */
export interface SourceMaps {
  /** From the body to the module that stands for the cell. */
  toModule: string;
  /** From that module to the cell. */
  toCell: string;
}

/** What is wrong with a cell, and the names that the top of it would have made. */
export interface NotCompiled {
  problems: TypeProblem[];
  names: string[];
}

export type Compilation = { cell: CompiledCell } | NotCompiled;

export interface Completion {
  start: number;
  end: number;
  candidates: { text: string; kind: string }[];
}

export interface Inspection {
  signature: string;
  documentation: string;
  tags: { name: string; text: string }[];
}

export type Completeness = { status: 'complete' | 'invalid' } | { status: 'incomplete'; indent: string };

/** Compiles cells one after another; a cell sees the declarations of those before it. Offsets are UTF-16 units. */
export interface CellCompiler {
  /** Checks and translates a cell. Where it has no problems its declarations are kept for the cells after it. */
  compile(code: string): Promise<Compilation>;
  complete(code: string, offset: number): Promise<Completion>;
  inspect(code: string, offset: number): Promise<Inspection | undefined>;
  completeness(code: string): Promise<Completeness>;
}
