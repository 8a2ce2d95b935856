/** Rules of + − * and /. */
import { constant, name, negative, operation } from '../expression.js';
import type { Expr, Operation, Operator } from '../expression.js';
import { print } from '../print.js';
import type { Rule, Scene } from './rule.js';

/** A rule of one operation. */
const of =
  (op: Operator, rule: (expr: Operation, scene: Scene) => readonly Expr[]): Rule =>
  (expr, scene) =>
    expr.kind === 'operation' && expr.op === op ? rule(expr, scene) : [];

const is = (expr: Expr, ...ops: Operator[]): expr is Operation =>
  expr.kind === 'operation' && ops.includes(expr.op);
const sum = (expr: Expr): expr is Operation => is(expr, '+', '-');
const same = (a: Expr, b: Expr): boolean => print(a) === print(b);

/** (a + b) + c, a + (b + c) and the like. */
const regrouped: Rule = (expr) => {
  if (!is(expr, '+', '*')) return [];
  const { left, op, right } = expr;
  return [
    ...(is(left, op) ? [operation(left.left, op, operation(left.right, op, right))] : []),
    ...(is(right, op) ? [operation(operation(left, op, right.left), op, right.right)] : []),
  ];
};

const spread = of('*', ({ left, right }) => [
  ...(sum(right)
    ? [operation(operation(left, '*', right.left), right.op, operation(left, '*', right.right))]
    : []),
  ...(sum(left)
    ? [operation(operation(left.left, '*', right), left.op, operation(left.right, '*', right))]
    : []),
]);

const collected: Rule = (expr) => {
  if (!sum(expr) || !is(expr.left, '*') || !is(expr.right, '*')) return [];
  const [a, b] = [expr.left, expr.right];
  if (same(a.left, b.left)) return [operation(a.left, '*', operation(a.right, expr.op, b.right))];
  return same(a.right, b.right) ? [operation(operation(a.left, expr.op, b.left), '*', a.right)] : [];
};

const quotients: Rule = (expr) => {
  if (!is(expr, '*', '/')) return [];
  const { left, op, right } = expr;
  const found: Expr[] = [];
  if (op === '*' && is(right, '/')) found.push(operation(operation(left, '*', right.left), '/', right.right));
  if (op === '/' && is(left, '*')) found.push(operation(left.left, '*', operation(left.right, '/', right)));
  if (op === '/' && is(left, '/')) found.push(operation(left.left, '/', operation(left.right, '*', right)));
  if (op === '/' && sum(left))
    found.push(operation(operation(left.left, '/', right), left.op, operation(left.right, '/', right)));
  return found;
};

const minus: Rule = (expr) => {
  if (expr.kind === 'negative') return [operation(negative(constant(1)), '*', expr.of)];
  if (!is(expr, '-')) return [];
  const { left, right } = expr;
  const inner = sum(right)
    ? [operation(operation(left, '-', right.left), right.op === '+' ? '-' : '+', right.right)]
    : [];
  return [operation(left, '+', negative(right)), negative(operation(right, '-', left)), ...inner];
};

const twiceNegative: Rule = (expr) => [negative(negative(expr))];

/** · C / C; where there is no length, · 2 / 2. */
const timesOne: Rule = (expr, { alphabet, random }) => {
  const sizes = Object.keys(alphabet.sizes);
  const length = sizes.length === 0 ? constant(2) : name(random.pick(sizes));
  return [operation(operation(expr, '*', length), '/', length)];
};

/** + t − t with a t that always has a value: an entry of a variable, where there is one. */
const plusZero: Rule = (expr, { alphabet, random }) => {
  if (alphabet.variables.size === 0) return [];
  const [variable, { axes }] = random.pick([...alphabet.variables]);
  const entry = name(variable, ...axes.map(() => 1));
  return [operation(operation(expr, '+', entry), '-', entry)];
};

export const arithmeticRules: readonly Rule[] = [
  of('+', ({ left, right }) => [operation(right, '+', left)]),
  of('*', ({ left, right }) => [operation(right, '*', left)]),
  of('/', ({ left, right }) => [operation(left, '*', operation(right, '^', negative(constant(1))))]),
  regrouped,
  spread,
  collected,
  quotients,
  minus,
  twiceNegative,
  timesOne,
  plusZero,
];
