/** The types that a problem is about: the compiler's sentences name them by many names, or not at all. */
import type * as ts from '@tslab/typescript-for-tslab';

type TypeScript = typeof ts;

/** What a problem was found in. */
export interface Checked {
  checker: ts.TypeChecker;
  file: ts.SourceFile;
}

/**
 * Of a sign the types of its two sides, of a property that of what stands before its dot, else none. Whatever has numbers
 * at its places is `number[]`, whatever it is called.
 *
 * @param from Where the problem begins in the file, and `to` where it ends.
 */
export function typesAt(ts: TypeScript, { checker, file }: Checked, from: number, to: number): string[] {
  const typesOf = (...nodes: ts.Node[]): string[] =>
    nodes.map((node) => nameOf(ts, checker, checker.getTypeAtLocation(node)));
  const around = (node: ts.Node): boolean => node.getStart(file) <= from && node.end >= to;
  let node: ts.Node = file;
  for (let inner: ts.Node | undefined = file; inner;) {
    node = inner;
    // The problem is either the whole of `a + b` or one of its sides.
    if (ts.isBinaryExpression(node) && node.getStart(file) === from && node.end === to)
      return typesOf(node.left, node.right);
    inner = ts.forEachChild(node, (child) => (around(child) ? child : undefined));
  }
  const { parent } = node;
  if (!parent) return [];
  if (ts.isBinaryExpression(parent)) return typesOf(parent.left, parent.right);
  return ts.isPropertyAccessExpression(parent) && parent.name === node ? typesOf(parent.expression) : [];
}

function nameOf(ts: TypeScript, checker: ts.TypeChecker, type: ts.Type): string {
  const isText = (type.flags & ts.TypeFlags.StringLike) !== 0;
  const element = isText ? undefined : checker.getIndexTypeOfType(type, ts.IndexKind.Number);
  return element ? `${nameOf(ts, checker, element)}[]` : checker.typeToString(type);
}
