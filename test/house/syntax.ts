/** Rules that need the file read as TypeScript, by the version that the kernel has. */
import ts from 'typescript';
import type { ProjectFile } from './project';

type Parser = Pick<typeof ts, 'createSourceFile' | 'ScriptTarget'>;
interface Parsed extends ts.SourceFile {
  readonly parseDiagnostics: readonly {
    readonly messageText: string | ts.DiagnosticMessageChain;
    readonly start: number;
  }[];
}

/** The compiler inside the kernel: TypeScript 5.0.4. */
const kernelsOwn = jest.requireActual<Parser>('@tslab/typescript-for-tslab');

const parse = (parser: Parser, { path, text }: ProjectFile): Parsed =>
  parser.createSourceFile(path, text, parser.ScriptTarget.ES2022) as Parsed;

export const syntaxIsTheKernels = (files: readonly ProjectFile[]): string[] =>
  files
    .filter(({ path }) => /^src\/.*\.ts$/.test(path))
    .flatMap((file) => {
      const parsed = parse(kernelsOwn, file);
      return parsed.parseDiagnostics.map(
        ({ start }) =>
          `${file.path}:${parsed.getLineAndCharacterOfPosition(start).line + 1}: the kernel's TypeScript 5.0 cannot read this`,
      );
    });

/** Lines that hold code: no blank line, no comment. */
export function codeLines(file: ProjectFile): number {
  const known = counted.get(file);
  if (known !== undefined) return known;
  const parsed = parse(ts, file);
  const lines = new Set<number>();
  const visit = (node: ts.Node): void => {
    if (node.getChildCount(parsed) > 0) return node.getChildren(parsed).forEach(visit);
    const lineOf = (position: number): number => parsed.getLineAndCharacterOfPosition(position).line;
    if (node.kind >= ts.SyntaxKind.FirstJSDocNode && node.kind <= ts.SyntaxKind.LastJSDocNode) return;
    if (node.getEnd() > node.getStart(parsed))
      for (let line = lineOf(node.getStart(parsed)); line <= lineOf(node.getEnd()); line++) lines.add(line);
  };
  parsed.statements.forEach(visit);
  counted.set(file, lines.size);
  return lines.size;
}

/** Two rules ask for the same files. */
const counted = new WeakMap<ProjectFile, number>();

/** Data tables and generated files say so in their first line. */
const isExcepted = ({ text }: ProjectFile): boolean => /^(\/\*\*|\/\/) (Data|Generated)\b/.test(text);

/** Each code file with its size, where it has more code lines than the limit. */
export const longerThan = (limit: number, files: readonly ProjectFile[]): string[] =>
  files
    .filter((file) => /^(src|test|environment)\/.*\.(ts|mjs|cjs)$/.test(file.path) && !isExcepted(file))
    .filter(({ text }) => text.split('\n').length > limit)
    .map((file) => ({ path: file.path, lines: codeLines(file) }))
    .filter(({ lines }) => lines > limit)
    .map(({ path, lines }) => `${path}: ${lines} code lines, the limit is ${limit}`);
