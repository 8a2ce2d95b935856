import type { Line } from './derivation.js';
import { countNodes, everyPart } from './expression.js';
import type { Expr } from './expression.js';

/** What a line still contains of what it should no longer contain: names, functions, and means or sums of one name. */
function remaining(expr: Expr, forbid: readonly string[]): string[] {
  const found = new Set<string>();
  for (const part of everyPart(expr)) {
    if (part.kind === 'name') found.add(part.name);
    if (part.kind === 'call') found.add(part.f);
    if (part.kind === 'reduction') {
      found.add(part.how);
      found.add(`${part.how}(${multipleOf(part.body)})`);
    }
    if (part.kind === 'eye') found.add('eye');
    if (part.kind === 'derivative') found.add('D');
  }
  return forbid.filter((word) => found.has(word));
}

/** The name with an index that an expression is a multiple of: c for 2 * c[k]; '' where there is none, or more. */
function multipleOf(expr: Expr): string {
  const parts = [...everyPart(expr)];
  const isPlain = parts.every(
    (part) =>
      part.kind === 'constant' ||
      part.kind === 'name' ||
      part.kind === 'negative' ||
      (part.kind === 'operation' && (part.op === '*' || part.op === '/')),
  );
  const names = parts.flatMap((part) => (part.kind === 'name' && part.at.length > 0 ? [part.name] : []));
  return isPlain && names.length === 1 ? names[0] : '';
}

/** What a true answer lacks in form, as a sentence; '' where it lacks nothing. */
export function whatFormLacks(expr: Expr, { forbid, maxNodes }: Line): string {
  const left = remaining(expr, forbid);
  if (left.length > 0) return `True, but it still contains ${left.join(' and ')}: one step further.`;
  const count = countNodes(expr);
  if (maxNodes !== undefined && count > maxNodes)
    return `True, but long: ${count} numbers, names and signs, where at most ${maxNodes} are asked. Write it shorter.`;
  return '';
}
