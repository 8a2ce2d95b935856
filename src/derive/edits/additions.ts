import { isNumberName } from '../alphabet.js';
import { call, constant, name, operation } from '../expression.js';
import type { Expr, Operation } from '../expression.js';
import type { Change, Surroundings } from './change.js';

/** What may have been forgotten in a place, or may stand there without need: 1/C, a 2, a square, a root, ε. */
export function additionsTo(expr: Expr, around: Surroundings): Change[] {
  if (around.variable) return [];
  return [...(around.term ? toTerm(expr, around) : []), ...square(expr, around), ...within(expr, around)];
}

/** To a whole term: divided by a length, doubled. */
function toTerm(expr: Expr, { alphabet }: Surroundings): Change[] {
  if (expr.kind === 'constant') return [];
  const lengths = Object.keys(alphabet.sizes).map((size) => name(size));
  const divided = lengths.map((length) => ({ kind: 'a denominator', by: operation(expr, '/', length) }));
  return [...divided, { kind: 'a factor', by: operation(constant(2), '*', expr) }];
}

function square(expr: Expr, { alphabet, base }: Surroundings): Change[] {
  if (base || expr.kind !== 'name' || isNumberName(expr.name, alphabet)) return [];
  return [{ kind: 'a power', by: operation(expr, '^', constant(2)) }];
}

function within(expr: Expr, { alphabet }: Surroundings): Change[] {
  if (expr.kind === 'operation' && expr.op === '/') return rootBelow(expr);
  const epsilon = alphabet.variables.has('eps') && expr.kind === 'call' && expr.f === 'sqrt';
  return epsilon ? [{ kind: 'ε', by: call('sqrt', operation(expr.of, '+', name('eps'))) }] : [];
}

function rootBelow({ left, right }: Operation): Change[] {
  const number = right.kind === 'constant' || (right.kind === 'call' && right.f === 'sqrt');
  return number ? [] : [{ kind: 'a root', by: operation(left, '/', call('sqrt', right)) }];
}
