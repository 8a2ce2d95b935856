import type { Expr } from './expression.js';

/** How tightly a sign binds: what is looser inside of tighter gets brackets. */
const binding = { '+': 1, '-': 1, '*': 3, '/': 3, '^': 5 } as const;
const negation = 4;

/**
 * An expression as text that `parse` reads back as the same expression.
 *
 * @example
 * print(parse('(a + b) * c')); // '(a + b) * c'
 */
export function print(expr: Expr): string {
  return printed(expr, 0);
}

function printed(expr: Expr, outer: number): string {
  switch (expr.kind) {
    case 'constant':
      return expr.digits.startsWith('-') ? bracketed(expr.digits, negation, outer) : expr.digits;
    case 'name':
      return expr.at.length === 0 ? expr.name : `${expr.name}[${expr.at.join(', ')}]`;
    case 'negative':
      return bracketed(`-${printed(expr.of, negation)}`, negation, outer);
    case 'operation': {
      const own = binding[expr.op];
      // a − (b − c), a / (b / c): the right side needs brackets at equal binding; of powers, the left side.
      const [left, right] = expr.op === '^' ? [own + 1, own] : [own, own + 1];
      return bracketed(
        `${printed(expr.left, left)} ${expr.op} ${printed(expr.right, right)}`.replace(/ \^ /, '^'),
        own,
        outer,
      );
    }
    case 'call':
      return `${expr.f}(${print(expr.of)})`;
    case 'reduction': {
      const axis = expr.axis === undefined ? [] : [`axis=${expr.axis}`];
      return `${expr.how}(${[...expr.over, print(expr.body), ...axis].join(', ')})`;
    }
    case 'eye':
      return `eye(${expr.row}, ${expr.column})`;
    case 'derivative':
      return `D(${print(expr.of)}, ${print(expr.by)})`;
  }
}

const bracketed = (text: string, own: number, outer: number): string => (own < outer ? `(${text})` : text);
