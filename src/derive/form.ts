import type { Line } from './derivation.js';
import { countNodes, everyPart } from './expression.js';
import type { Expr } from './expression.js';

/** What a line still contains of what it should no longer contain: names and functions. */
function remaining(expr: Expr, forbid: readonly string[]): string[] {
  const found = new Set<string>();
  for (const part of everyPart(expr)) {
    if (part.kind === 'name') found.add(part.name);
    if (part.kind === 'call') found.add(part.f);
    if (part.kind === 'reduction') found.add(part.how);
    if (part.kind === 'eye') found.add('eye');
    if (part.kind === 'derivative') found.add('D');
  }
  return forbid.filter((word) => found.has(word));
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
