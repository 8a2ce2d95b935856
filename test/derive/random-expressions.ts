import fc from 'fast-check';
import type { Expr, FunctionName, Index, Operator, ReductionName } from '../../src/derive/expression.js';
import { call, constant, name, negative, operation, reduction } from '../../src/derive/expression.js';

const indices = fc.constantFrom<Index>('i', 'j', 'k', 'c1', 1, 2, 12);
const names = fc
  .tuple(
    fc.constantFrom('x', 'W', 'eps', 'dx', 'xhat', 'pi', 'C', 'e', 'i', 'x_1'),
    fc.array(indices, { maxLength: 3 }),
  )
  .map(([of, at]) => name(of, ...at));
const digits = fc.constantFrom(
  '0',
  '1',
  '2',
  '12',
  '0.5',
  '0.044715',
  '1000000',
  '0.00001',
  '3.14159265358979323846264338',
);

/**
 * Random trees of everything the language has. A number alone in a sum over one letter is left out: `sum(k, 2)` is read as an
 * axis first, see vectors.
 */
export const expressions: fc.Arbitrary<Expr> = fc.letrec<{ expr: Expr; leaf: Expr; branch: Expr }>((tie) => {
  const expr = tie('expr');
  return {
    leaf: fc.oneof(
      names,
      digits.map(constant),
      fc.tuple(indices, indices).map(([row, column]): Expr => ({ kind: 'eye', row, column })),
    ),
    branch: fc.oneof(
      expr.map(negative),
      fc
        .tuple(expr, fc.constantFrom<Operator>('+', '-', '*', '/', '^'), expr)
        .map(([left, op, right]) => operation(left, op, right)),
      fc
        .tuple(fc.constantFrom<FunctionName>('sqrt', 'exp', 'log', 'tanh', 'erf', 'abs'), expr)
        .map(([f, of]) => call(f, of)),
      fc
        .tuple(
          fc.constantFrom<ReductionName>('sum', 'mean', 'prod', 'max'),
          fc.uniqueArray(fc.constantFrom('i', 'k', 'n', 'c1'), { minLength: 1, maxLength: 2 }),
          expr.filter(({ kind }) => kind !== 'constant' && kind !== 'negative'),
        )
        .map(([how, over, body]) => reduction(how, over, body)),
      fc.tuple(expr, names).map(([of, by]): Expr => ({ kind: 'derivative', of, by })),
    ),
    expr: fc.oneof(
      { maxDepth: 12, depthSize: 'max' },
      { weight: 1, arbitrary: tie('leaf') },
      { weight: 5, arbitrary: tie('branch') },
    ),
  };
}).expr;
