/** Rules of powers, roots and exponentials. */
import { call, constant, negative, operation } from '../expression.js';
import type { Expr, Operation } from '../expression.js';
import { print } from '../print.js';
import type { Rule } from './rule.js';

const half = operation(constant(1), '/', constant(2));
const isHalf = (expr: Expr): boolean => print(expr) === print(half);

const factors: Rule = (expr) => {
  if (expr.kind !== 'operation') return [];
  const { left, op, right } = expr;
  if (op === '*' && print(left) === print(right)) return [operation(left, '^', constant(2))];
  return op === '^' ? pulledApart(expr) : [];
};

/** x² as x·x, x³ as x·x², x⁻¹ as 1/x. */
function pulledApart({ left, right }: Operation): Expr[] {
  if (right.kind === 'negative') return [operation(constant(1), '/', operation(left, '^', right.of))];
  const power = right.kind === 'constant' ? Number(right.digits) : 0;
  if (!Number.isInteger(power) || power < 2) return [];
  return [operation(left, '*', power === 2 ? left : operation(left, '^', constant(power - 1)))];
}

const roots: Rule = (expr) => {
  if (expr.kind === 'call' && expr.f === 'sqrt') return [operation(expr.of, '^', half)];
  if (expr.kind === 'call' && expr.f === 'abs')
    return [call('sqrt', operation(expr.of, '^', constant(2))), call('abs', negative(expr.of))];
  if (expr.kind === 'operation' && expr.op === '^' && isHalf(expr.right)) return [call('sqrt', expr.left)];
  return [];
};

/** 1/√x as x^(−1/2): where one has a value, so has the other. */
const overRoots: Rule = (expr) =>
  expr.kind === 'operation' && expr.op === '/' && expr.right.kind === 'call' && expr.right.f === 'sqrt'
    ? [operation(expr.left, '*', operation(expr.right.of, '^', negative(half)))]
    : [];

const exponentials: Rule = (expr) => {
  if (expr.kind !== 'call' || expr.f !== 'exp') return [];
  const { of } = expr;
  if (of.kind === 'negative') return [operation(constant(1), '/', call('exp', of.of))];
  if (of.kind !== 'operation' || (of.op !== '+' && of.op !== '-')) return [];
  return [operation(call('exp', of.left), of.op === '+' ? '*' : '/', call('exp', of.right))];
};

export const powerRules: readonly Rule[] = [factors, roots, overRoots, exponentials];
