/** What can be told of a cell by parsing alone. */
import type * as ts from '@tslab/typescript-for-tslab';
import type { Completeness } from './compiler.js';

type TypeScript = typeof ts;

/** Errors that the next line may still mend wherever they are reported: an open template literal or comment. */
const open = new Set([1160, 1010]);

/** Can the cell run as it stands, or does it lack its end, or is it wrong? */
export function completeness(ts: TypeScript, code: string): Completeness {
  const file = parsed(ts, code);
  const errors = (file as ts.SourceFile & { parseDiagnostics: ts.DiagnosticWithLocation[] }).parseDiagnostics;
  const [first] = errors;
  if (!first) return { status: 'complete' };
  const end = code.trimEnd().length;
  if (open.has(first.code) || first.start >= end) return { status: 'incomplete', indent: indentAfter(code) };
  return { status: 'invalid' };
}

/** The indentation of the line after this code: that of its last line, and two more after an opening bracket. */
function indentAfter(code: string): string {
  const line = code.trimEnd().split('\n').at(-1) ?? '';
  const indent = /^\s*/.exec(line)![0];
  return /[{([]$|=>$/.test(line) ? `${indent}  ` : indent;
}

/** Code copied from a module: `export` is blanked out, so that its places stay the same. */
export function withoutExports(ts: TypeScript, code: string): string {
  if (!/\bexport\b/.test(code)) return code;
  const file = parsed(ts, code);
  const blanks = file.statements.flatMap((statement) => exportWords(ts, statement, file));
  return blanks.reduce(
    (text, [start, end]) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    code,
  );
}

/** The names that the statements at the top of a cell make, also where something in it is wrong. */
export function namesMade(ts: TypeScript, code: string): string[] {
  const names: string[] = [];
  const add = (node: ts.Node | undefined): void => {
    if (!node) return;
    if (ts.isIdentifier(node)) names.push(node.text);
    else if (ts.isObjectBindingPattern(node) || ts.isArrayBindingPattern(node)) node.elements.forEach(add);
    else if (ts.isBindingElement(node)) add(node.name);
    else if (ts.isNamedImports(node)) node.elements.forEach(({ name }) => add(name));
    else if (ts.isNamespaceImport(node)) add(node.name);
  };
  for (const statement of parsed(ts, code).statements) {
    if (ts.isVariableStatement(statement))
      statement.declarationList.declarations.forEach(({ name }) => add(name));
    else if (ts.isImportDeclaration(statement)) {
      add(statement.importClause?.name);
      add(statement.importClause?.namedBindings);
    } else if (isNamed(ts, statement)) add(statement.name);
  }
  // Where a name is missing the parser puts an empty one.
  return names.filter((name) => name !== '');
}

function isNamed(ts: TypeScript, statement: ts.Statement): statement is ts.Statement & ts.NamedDeclaration {
  return (
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEnumDeclaration(statement)
  );
}

function exportWords(ts: TypeScript, statement: ts.Statement, file: ts.SourceFile): [number, number][] {
  if (ts.isExportAssignment(statement))
    return [[statement.getStart(file), statement.expression.getStart(file)]];
  if (ts.isExportDeclaration(statement) && !statement.moduleSpecifier)
    return [[statement.getStart(file), statement.end]];
  if (!ts.canHaveModifiers(statement)) return [];
  return (ts.getModifiers(statement) ?? [])
    .filter(({ kind }) => kind === ts.SyntaxKind.ExportKeyword || kind === ts.SyntaxKind.DefaultKeyword)
    .map((word) => [word.getStart(file), word.end]);
}

function parsed(ts: TypeScript, code: string): ts.SourceFile {
  return ts.createSourceFile('cell.ts', code, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
}
