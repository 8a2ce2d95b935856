/** The sum rule and the product rule. */
import { operation } from '../expression.js';
import type { Expr } from '../expression.js';
import type { Rule } from './rule.js';

const derived: Rule = (expr) => {
  if (expr.kind !== 'derivative' || expr.of.kind !== 'operation') return [];
  const { left, op, right } = expr.of;
  const by = (of: Expr): Expr => ({ ...expr, of });
  if (op === '+' || op === '-') return [operation(by(left), op, by(right))];
  if (op !== '*') return [];
  return [operation(operation(by(left), '*', right), '+', operation(left, '*', by(right)))];
};

export const derivativeRules: readonly Rule[] = [derived];
