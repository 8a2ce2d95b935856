/** What is new in a line: the parts that a reader should look at. */
import { mapParts, partsOf, renamed } from './expression.js';
import type { Expr, Operator } from './expression.js';
import { print } from './print.js';

/** More places than this are no help to the eye. */
const most = 3;

/**
 * The smallest parts of a line that differ from the line before; none where the whole line did, or more than three places.
 *
 * @returns Parts of `after`, these very objects, for `texOf`.
 */
export function changedParts(before: Expr, after: Expr): ReadonlySet<Expr> {
  const found = differences(before, after);
  return found.includes(after) || found.length > most ? new Set() : new Set(found);
}

function differences(before: Expr, after: Expr): Expr[] {
  if (same(before, after)) return [];
  const op = chainOf(after);
  if (op) return inChain(before, after, op);
  if (!isAlike(before, after)) return [after];
  const here = before.kind === 'reduction' && after.kind === 'reduction' ? aligned(before, after) : before;
  const others = partsOf(here);
  return partsOf(after).flatMap((part, k) => differences(others[k], part));
}

/** Whether two parts are built alike, so that what differs stands further inside. */
function isAlike(before: Expr, after: Expr): boolean {
  if (
    before.kind !== after.kind ||
    after.kind === 'name' ||
    after.kind === 'constant' ||
    after.kind === 'eye'
  )
    return false;
  if (before.kind === 'operation' && after.kind === 'operation')
    return before.op === after.op && (after.op !== '^' || print(before.right) === print(after.right));
  if (before.kind === 'call' && after.kind === 'call') return before.f === after.f;
  if (before.kind === 'reduction' && after.kind === 'reduction')
    return before.how === after.how && before.over.length === after.over.length;
  return true;
}

/** A reduction with the letters of another, since which letter runs says nothing. */
function aligned(before: Expr & { kind: 'reduction' }, after: Expr & { kind: 'reduction' }): Expr {
  const letters = Object.fromEntries(before.over.map((letter, k) => [letter, after.over[k]]));
  return renamed(before, letters);
}

interface Link {
  readonly expr: Expr;
  /** Whether it is subtracted. */
  readonly less: boolean;
}

/** Whether an expression is a sum of terms or a product of factors. */
function chainOf(expr: Expr): '+' | '*' | undefined {
  if (expr.kind !== 'operation') return undefined;
  return expr.op === '*' ? '*' : expr.op === '+' || expr.op === '-' ? '+' : undefined;
}

/** The terms of a sum, or the factors of a product. */
function linksOf(expr: Expr, op: '+' | '*', less = false): Link[] {
  const signs: readonly Operator[] = op === '*' ? ['*'] : ['+', '-'];
  if (expr.kind !== 'operation' || !signs.includes(expr.op)) return [{ expr, less }];
  return [...linksOf(expr.left, op, less), ...linksOf(expr.right, op, less !== (expr.op === '-'))];
}

/** Terms or factors that were there before are old, wherever they stand; the others are compared in order. */
function inChain(before: Expr, after: Expr, op: '+' | '*'): Expr[] {
  const old = linksOf(before, op);
  const links = linksOf(after, op);
  const fresh = links.filter((link) => {
    const at = old.findIndex((other) => other.less === link.less && same(other.expr, link.expr));
    if (at >= 0) old.splice(at, 1);
    return at < 0;
  });
  if (fresh.length === links.length && fresh.length !== old.length) return [after];
  const inner = fresh.flatMap(({ expr, less }, k) =>
    fresh.length === old.length && less === old[k].less ? differences(old[k].expr, expr) : [expr],
  );
  return inner.length === links.length && inner.every((part, k) => part === links[k].expr) ? [after] : inner;
}

/** Whether two parts are the same but for the letters that run in their sums. */
function same(one: Expr, other: Expr): boolean {
  return print(withoutLetters(one)) === print(withoutLetters(other));
}

/** The same part with the letters of its sums numbered from the outside in. */
function withoutLetters(expr: Expr, depth = 0): Expr {
  if (expr.kind !== 'reduction') return mapParts(expr, (part) => withoutLetters(part, depth));
  const letters = Object.fromEntries(expr.over.map((letter, k) => [letter, `#${depth + k}`]));
  return mapParts(renamed(expr, letters), (part) => withoutLetters(part, depth + expr.over.length));
}
