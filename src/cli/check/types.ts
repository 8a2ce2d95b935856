import ts from 'typescript';

const name = '/answer.ts';
const surroundings = '/surroundings.d.ts';
/** What the sandbox offers beside the language itself: a console that says nothing, and a way to copy data. */
const offered = `declare const console: Record<'log' | 'info' | 'warn' | 'error' | 'debug' | 'table' | 'dir' | 'trace' | 'assert' | 'count' | 'group' | 'groupEnd' | 'time' | 'timeEnd', (...values: unknown[]) => void>; declare function structuredClone<T>(data: T): T;`;
const options: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  types: [],
  skipLibCheck: true,
  skipDefaultLibCheck: true,
  noEmit: true,
};
const most = 5;

/**
 * What TypeScript says to a learner's file under `strict` and nothing else: "line 3: …", at most five.
 *
 * @param mayImport A module it may import; what comes from there may be anything.
 */
export function typeErrors(text: string, mayImport?: string): string[] {
  const around = mayImport === undefined ? offered : `${offered} declare module '${mayImport}';`;
  const standard = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...standard,
    fileExists: (file) => file === name || file === surroundings || isLibrary(file),
    readFile: (file) => (isLibrary(file) ? standard.readFile(file) : undefined),
    directoryExists: () => false,
    getSourceFile: (file, version) => {
      if (file === name) return ts.createSourceFile(file, text, version);
      if (file === surroundings) return ts.createSourceFile(file, around, version);
      return isLibrary(file) ? libraryFile(file, () => standard.getSourceFile(file, version)) : undefined;
    },
  };
  const program = ts.createProgram([name, surroundings], options, host);
  const found = program.getSemanticDiagnostics(program.getSourceFile(name)).map(sentence);
  return found.length > most ? [...found.slice(0, most), `and ${found.length - most} more`] : found;
}

/** The library's own files, each read once for all the learners' files of a run. */
const parsed = new Map<string, ts.SourceFile | undefined>();

function libraryFile(file: string, read: () => ts.SourceFile | undefined): ts.SourceFile | undefined {
  if (!parsed.has(file)) parsed.set(file, read());
  return parsed.get(file);
}

const isLibrary = (file: string): boolean => /[\\/]typescript[\\/]lib[\\/]lib\.[\w.]+\.d\.ts$/.test(file);

function sentence({ file, start, messageText }: ts.Diagnostic): string {
  const words = ts.flattenDiagnosticMessageText(messageText, ' ').slice(0, 300);
  const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : undefined;
  return line === undefined ? words : `line ${line}: ${words}`;
}
