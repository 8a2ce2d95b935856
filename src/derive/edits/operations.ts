import { isNumberName } from '../alphabet.js';
import { constant, negative, operation } from '../expression.js';
import type { Expr, Operation } from '../expression.js';
import type { Change, Surroundings } from './change.js';
import { shifted } from './numbers.js';

const is = (expr: Expr, digits: string): boolean => expr.kind === 'constant' && expr.digits === digits;
export const isSum = (expr: Expr): boolean =>
  expr.kind === 'operation' && (expr.op === '+' || expr.op === '-');

/** Whether a minus in front of an expression is a slip of its own: not where it has one, and not of a sum or of 0. */
export const negated = (expr: Expr): boolean => expr.kind !== 'negative' && !isSum(expr) && !is(expr, '0');

/** Of + − * and /. */
export function changesOfOperation(expr: Operation, around: Surroundings): Change[] {
  switch (expr.op) {
    case '+':
      return [...lengthOffByOne(expr, around), ...ofSum(expr)];
    case '-':
      return [...lengthOffByOne(expr, around), ...ofDifference(expr)];
    case '*':
      return ofProduct(expr);
    default:
      return ofQuotient(expr);
  }
}

/** C − 1 where it should be C: the term that is missing is worth words of its own. */
function lengthOffByOne({ left, right }: Operation, { alphabet }: Surroundings): Change[] {
  const length = left.kind === 'name' && left.name !== 'pi' && isNumberName(left.name, alphabet);
  return length && is(right, '1') ? [{ kind: 'a length off by one', by: left }] : [];
}

const firstSign = ({ left, op, right }: Operation): Change[] =>
  negated(left) ? [{ kind: 'a sign', by: operation(negative(left), op, right) }] : [];

function ofSum(expr: Operation): Change[] {
  const { left, right } = expr;
  return [
    { kind: 'a sign', by: operation(left, '-', right) },
    ...firstSign(expr),
    { kind: 'a term', by: left },
    { kind: 'a term', by: right },
  ];
}

function ofDifference(expr: Operation): Change[] {
  const { left, right } = expr;
  return [
    { kind: 'a sign', by: operation(left, '+', right) },
    { kind: 'the order of a difference', by: operation(right, '-', left) },
    ...firstSign(expr),
    { kind: 'a term', by: left },
    { kind: 'a term', by: negative(right) },
  ];
}

function ofProduct({ left, right }: Operation): Change[] {
  return [
    { kind: 'a factor', by: left },
    { kind: 'a factor', by: right },
    { kind: 'times and divided by', by: operation(left, '/', right) },
    { kind: 'times and divided by', by: operation(right, '/', left) },
  ];
}

function ofQuotient({ left, right }: Operation): Change[] {
  return [
    { kind: 'a denominator', by: left },
    { kind: 'times and divided by', by: operation(left, '*', right) },
    { kind: 'the order of a quotient', by: operation(right, '/', left) },
    ...(is(left, '1') ? [] : [{ kind: 'a factor', by: operation(constant(1), '/', right) }]),
    ...(right.kind === 'constant' || (right.kind === 'operation' && right.op === '^')
      ? []
      : [{ kind: 'a power', by: operation(left, '/', operation(right, '^', constant(2))) }]),
  ];
}

/** Left out, one higher, one lower, upside down. */
export function changesOfPower({ left, right }: Operation): Change[] {
  const root = right.kind === 'operation' && right.op === '/';
  const powers = right.kind === 'constant' ? otherPowers(right.digits) : [operation(right, '+', constant(1))];
  return [
    { kind: root ? 'a root' : 'a power', by: left },
    ...powers.map((power) => ({ kind: 'a power', by: operation(left, '^', power) })),
    { kind: 'a sign', by: operation(left, '^', right.kind === 'negative' ? right.of : negative(right)) },
  ];
}

/** Of the powers that are whole, all but 0 and 1, which are no powers. */
function otherPowers(digits: string): Expr[] {
  const others = [shifted(digits, 1), shifted(digits, -1)];
  return others.filter((other) => !/^(-\d+|0|1)$/.test(other)).map(constant);
}
