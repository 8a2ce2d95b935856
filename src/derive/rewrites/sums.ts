/** Rules of sums and means. */
import { name, operation, reduction, renamed } from '../expression.js';
import type { Expr, Operation, Reduction } from '../expression.js';
import { freshLetter, lettersWithin } from './letters.js';
import type { Rule, Scene } from './rule.js';

type SumRule = (expr: Reduction, scene: Scene) => readonly Expr[];
const ofSums =
  (rule: SumRule): Rule =>
  (expr, scene) =>
    expr.kind === 'reduction' && (expr.how === 'sum' || expr.how === 'mean') ? rule(expr, scene) : [];

const dependsOn = (expr: Expr, letters: readonly string[]): boolean => {
  const within = lettersWithin(expr);
  return letters.some((letter) => within.has(letter));
};

const means: SumRule = ({ how, over, body }, { alphabet }) => {
  if (how !== 'mean') return [];
  const lengths = over.map((letter): Expr => name(alphabet.indices.get(letter) ?? ''));
  const count = lengths.reduce((product, length) => operation(product, '*', length));
  return [operation(reduction('sum', over, body), '/', count)];
};

const split: SumRule = ({ how, over, body }) =>
  body.kind === 'operation' && (body.op === '+' || body.op === '-')
    ? [operation(reduction(how, over, body.left), body.op, reduction(how, over, body.right))]
    : [];

const pulledOut: SumRule = ({ how, over, body }) => {
  if (body.kind === 'negative') return [{ kind: 'negative', of: reduction(how, over, body.of) }];
  if (body.kind !== 'operation' || (body.op !== '*' && body.op !== '/')) return [];
  const { left, op, right } = body;
  const found: Expr[] = [];
  if (!dependsOn(right, over)) found.push(operation(reduction(how, over, left), op, right));
  if (op === '*' && !dependsOn(left, over)) found.push(operation(left, '*', reduction(how, over, right)));
  return found;
};

/** a · Σ b = Σ a·b, where the letter of the sum does not stand in a. */
const pulledIn: Rule = (expr) => {
  if (expr.kind !== 'operation' || (expr.op !== '*' && expr.op !== '/')) return [];
  const { left, op, right } = expr;
  return [
    ...into(left, right, (body) => operation(body, op, right)),
    ...(op === '*' ? into(right, left, (body) => operation(left, '*', body)) : []),
  ];
};

function into(sum: Expr, factor: Expr, put: (body: Expr) => Operation): Expr[] {
  if (sum.kind !== 'reduction' || sum.how === 'prod' || sum.how === 'max') return [];
  return dependsOn(factor, sum.over) ? [] : [reduction(sum.how, sum.over, put(sum.body))];
}

/** Any reduction can be written with another letter. */
const relettered: Rule = (expr, { alphabet, used }) => {
  if (expr.kind !== 'reduction') return [];
  return expr.over.flatMap((letter) => {
    const other = freshLetter(letter, alphabet, used);
    return other === undefined ? [] : [renamed(expr, { [letter]: other })];
  });
};

const nested: SumRule = ({ how, over, body }) => {
  const [first, ...rest] = over;
  const apart = rest.length > 0 ? [reduction(how, [first], reduction(how, rest, body))] : [];
  if (body.kind !== 'reduction' || body.how !== how) return apart;
  return [reduction(how, body.over, reduction(how, over, body.body)), ...apart];
};

export const sumRules: readonly Rule[] = [
  ofSums(means),
  ofSums(split),
  ofSums(pulledOut),
  pulledIn,
  relettered,
  ofSums(nested),
];
