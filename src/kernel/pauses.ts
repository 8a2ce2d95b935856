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
  const call = (of: ts.Expression, ...given: ts.Expression[]): ts.Expression =>
    f.createCallExpression(of, undefined, given);
  const values = ts.visitNode(loop.expression, visit) as ts.Expression;
  const advance = f.createComma(
    f.createAssignment(next, f.createVoidZero()),
    f.createAssignment(next, pause(call(get(source, 'next')))),
  );
  const bare = f.createWhileStatement(
    f.createLogicalNot(get(f.createParenthesizedExpression(advance), 'done')),
    f.createBlock([
      bound(ts, f, loop, get(next, 'value')),
      ts.visitNode(loop.statement, visit) as ts.Statement,
    ]),
  );
  const unfinished = f.createLogicalAnd(next, f.createLogicalNot(get(next, 'done')));
  const close = f.createIfStatement(
    f.createLogicalAnd(unfinished, get(source, 'return')),
    f.createExpressionStatement(pause(call(get(source, 'return')))),
  );
  return f.createBlock([
    declare(f, source, call(f.createIdentifier('iterate'), values), ts.NodeFlags.Const),
    declare(f, next, undefined, ts.NodeFlags.Let),
    f.createTryStatement(
      f.createBlock([label ? f.createLabeledStatement(label, bare) : bare]),
      undefined,
      f.createBlock([close]),
    ),
  ]);
}

function declare(
  f: ts.NodeFactory,
  name: ts.BindingName,
  value: ts.Expression | undefined,
  flags: ts.NodeFlags,
): ts.Statement {
  const declaration = f.createVariableDeclaration(name, undefined, undefined, value);
  return f.createVariableStatement(undefined, f.createVariableDeclarationList([declaration], flags));
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
  return declare(f, initializer.declarations[0].name, value, initializer.flags);
}

/** The iterator that `for await` asks of a value; here because the translated loop calls it. */
export function iterate(values: AsyncIterable<unknown> | Iterable<unknown>): AsyncIterator<unknown> {
  if (Symbol.asyncIterator in values) return values[Symbol.asyncIterator]();
  const steps = values[Symbol.iterator]();
  const settled = async (step: IteratorResult<unknown>): Promise<IteratorResult<unknown>> => ({
    done: step.done === true,
    value: await step.value,
  });
  return {
    next: () => settled(steps.next()),
    return: () => settled(steps.return?.() ?? { done: true, value: undefined }),
  };
}
