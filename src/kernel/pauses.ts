/**
 * Top-level `await` as `yield`: the kernel steps through a cell as through a generator, so that each run between two
 * pauses can be guarded. `for await` becomes the loop that it stands for.
 */
import type * as ts from '@tslab/typescript-for-tslab';

type TypeScript = typeof ts;

/** A transformer of a cell's JavaScript; `onPause` is called where it finds a pause. */
export function awaitAsYield(ts: TypeScript, onPause: () => void): ts.TransformerFactory<ts.SourceFile> {
  return (context) => {
    const { factory } = context;
    const pause = (value: ts.Expression): ts.Expression => {
      onPause();
      return factory.createParenthesizedExpression(factory.createYieldExpression(undefined, value));
    };
    const visit = (node: ts.Node): ts.Node => {
      if (ts.isFunctionLike(node) || ts.isClassLike(node)) return node;
      if (ts.isAwaitExpression(node)) return pause(ts.visitNode(node.expression, visit) as ts.Expression);
      if (ts.isLabeledStatement(node) && ts.isForOfStatement(node.statement) && node.statement.awaitModifier)
        return forAwait(ts, factory, node.statement, visit, pause, node.label);
      if (ts.isForOfStatement(node) && node.awaitModifier) return forAwait(ts, factory, node, visit, pause);
      return ts.visitEachChild(node, visit, context);
    };
    return (file) => ts.visitEachChild(file, visit, context);
  };
}

/**
 * The loop as the language defines it:
 * `{ const source = iterate(xs); let next;
 *    try { while (!(next = undefined, next = yield source.next()).done) { const x = next.value; … } }
 *    finally { if (next && !next.done && source.return) yield source.return(); } }`
 */
function forAwait(
  ts: TypeScript,
  f: ts.NodeFactory,
  loop: ts.ForOfStatement,
  visit: ts.Visitor,
  pause: (value: ts.Expression) => ts.Expression,
  label?: ts.Identifier,
): ts.Statement {
  const source = f.createUniqueName('source');
  const next = f.createUniqueName('next');
  const get = (of: ts.Expression, name: string): ts.Expression => f.createPropertyAccessExpression(of, name);
  const call = (of: ts.Expression, name: string): ts.Expression =>
    f.createCallExpression(get(of, name), undefined, []);
  const declare = (
    name: ts.Identifier,
    value: ts.Expression | undefined,
    flags: ts.NodeFlags,
  ): ts.Statement =>
    f.createVariableStatement(
      undefined,
      f.createVariableDeclarationList(
        [f.createVariableDeclaration(name, undefined, undefined, value)],
        flags,
      ),
    );
  const advance = f.createComma(
    f.createAssignment(next, f.createVoidZero()),
    f.createAssignment(next, pause(call(source, 'next'))),
  );
  const head = f.createLogicalNot(get(f.createParenthesizedExpression(advance), 'done'));
  const body = f.createBlock([
    bound(ts, f, loop, get(next, 'value')),
    ts.visitNode(loop.statement, visit) as ts.Statement,
  ]);
  const bare = f.createWhileStatement(head, body);
  const unfinished = f.createLogicalAnd(
    f.createLogicalAnd(next, f.createLogicalNot(get(next, 'done'))),
    get(source, 'return'),
  );
  const close = f.createIfStatement(unfinished, f.createExpressionStatement(pause(call(source, 'return'))));
  const iterate = f.createCallExpression(f.createIdentifier('iterate'), undefined, [
    ts.visitNode(loop.expression, visit) as ts.Expression,
  ]);
  return f.createBlock([
    declare(source, iterate, ts.NodeFlags.Const),
    declare(next, undefined, ts.NodeFlags.Let),
    f.createTryStatement(
      f.createBlock([label ? f.createLabeledStatement(label, bare) : bare]),
      undefined,
      f.createBlock([close]),
    ),
  ]);
}

/** `const x = value`, or `x = value` where the loop assigns to a variable that exists. */
function bound(
  ts: TypeScript,
  f: ts.NodeFactory,
  loop: ts.ForOfStatement,
  value: ts.Expression,
): ts.Statement {
  const { initializer } = loop;
  if (!ts.isVariableDeclarationList(initializer))
    return f.createExpressionStatement(f.createAssignment(initializer, value));
  const [declared] = initializer.declarations;
  return f.createVariableStatement(
    undefined,
    f.createVariableDeclarationList(
      [f.createVariableDeclaration(declared!.name, undefined, undefined, value)],
      initializer.flags,
    ),
  );
}

/** The iterator that `for await` asks of a value; here because the translated loop calls it. */
export function iterate(
  values: AsyncIterable<unknown> | Iterable<unknown>,
): AsyncIterator<unknown> | AsyncGenerator {
  if (Symbol.asyncIterator in values) return values[Symbol.asyncIterator]();
  return (async function* () {
    yield* values;
  })();
}
