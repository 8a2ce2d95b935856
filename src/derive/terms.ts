import { negative, operation } from './expression.js';
import type { Expr } from './expression.js';

/** The terms that an expression is the sum of, with products and quotients of sums multiplied out. */
export function termsOf(expr: Expr): Expr[] {
  if (expr.kind === 'negative') return termsOf(expr.of).map(negative);
  if (expr.kind !== 'operation') return [expr];
  const { left, op, right } = expr;
  switch (op) {
    case '+':
      return [...termsOf(left), ...termsOf(right)];
    case '-':
      return [...termsOf(left), ...termsOf(right).map(negative)];
    case '*':
      return termsOf(left).flatMap((a) => termsOf(right).map((b) => operation(a, '*', b)));
    case '/':
      return termsOf(left).map((a) => operation(a, '/', right));
    case '^':
      return [expr];
  }
}
