/** What a line is once it has been read: a tree of these. */

/** A letter that runs over a length, or a fixed place, counted from 1. */
export type Index = string | number;

export type Operator = '+' | '-' | '*' | '/' | '^';
export type FunctionName = 'sqrt' | 'exp' | 'log' | 'tanh' | 'erf' | 'abs';
export type ReductionName = 'sum' | 'mean' | 'prod' | 'max';

/** An exact decimal: '0.044715'. */
export interface Constant {
  readonly kind: 'constant';
  readonly digits: string;
}
/** A variable, a definition, a length or π, with its indices. */
export interface Name {
  readonly kind: 'name';
  readonly name: string;
  readonly at: readonly Index[];
}
export interface Negative {
  readonly kind: 'negative';
  readonly of: Expr;
}
export interface Operation {
  readonly kind: 'operation';
  readonly op: Operator;
  readonly left: Expr;
  readonly right: Expr;
}
export interface Call {
  readonly kind: 'call';
  readonly f: FunctionName;
  readonly of: Expr;
}
/** A sum, mean, product or maximum. As a learner may write it, `over` is empty and `axis` may say which axis goes. */
export interface Reduction {
  readonly kind: 'reduction';
  readonly how: ReductionName;
  readonly over: readonly string[];
  readonly axis: number | undefined;
  readonly body: Expr;
}
/** 1 where both indices are equal, else 0. */
export interface Eye {
  readonly kind: 'eye';
  readonly row: Index;
  readonly column: Index;
}
export interface Derivative {
  readonly kind: 'derivative';
  readonly of: Expr;
  readonly by: Name;
}

export type Expr = Constant | Name | Negative | Operation | Call | Reduction | Eye | Derivative;

export const constant = (value: number | string): Constant => ({ kind: 'constant', digits: String(value) });
export const name = (of: string, ...at: Index[]): Name => ({ kind: 'name', name: of, at });
export const negative = (of: Expr): Negative => ({ kind: 'negative', of });
export const operation = (left: Expr, op: Operator, right: Expr): Operation => ({
  kind: 'operation',
  op,
  left,
  right,
});
export const call = (f: FunctionName, of: Expr): Call => ({ kind: 'call', f, of });
export const reduction = (how: ReductionName, over: readonly string[], body: Expr): Reduction => ({
  kind: 'reduction',
  how,
  over,
  axis: undefined,
  body,
});

/** The expressions that an expression is made of, in reading order. What a derivative is taken by counts as well. */
export function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'constant':
    case 'name':
    case 'eye':
      return [];
    case 'negative':
    case 'call':
      return [expr.of];
    case 'operation':
      return [expr.left, expr.right];
    case 'reduction':
      return [expr.body];
    case 'derivative':
      return [expr.of, expr.by];
  }
}

/** The same expression with each of its parts changed. */
export function mapParts(expr: Expr, change: (part: Expr, place: number) => Expr): Expr {
  switch (expr.kind) {
    case 'constant':
    case 'name':
    case 'eye':
      return expr;
    case 'negative':
    case 'call':
      return { ...expr, of: change(expr.of, 0) };
    case 'operation':
      return { ...expr, left: change(expr.left, 0), right: change(expr.right, 1) };
    case 'reduction':
      return { ...expr, body: change(expr.body, 0) };
    case 'derivative': {
      const by = change(expr.by, 1);
      return { ...expr, of: change(expr.of, 0), by: by.kind === 'name' ? by : expr.by };
    }
  }
}

/** The expression itself and everything in it, from the outside in. */
export function* everyPart(expr: Expr): Generator<Expr> {
  yield expr;
  for (const part of partsOf(expr)) yield* everyPart(part);
}

/** How many numbers, names and signs an expression has. */
export function countNodes(expr: Expr): number {
  return partsOf(expr).reduce((count, part) => count + countNodes(part), 1);
}

/** The same expression with one of its parts, this very object, replaced. */
export function replaced(expr: Expr, part: Expr, by: Expr): Expr {
  return expr === part ? by : mapParts(expr, (inner) => replaced(inner, part, by));
}

/** Other names for letters in an expression: { i: 'k' }. Nothing is checked for clashes. */
export function renamed(expr: Expr, letters: Readonly<Record<string, Index>>): Expr {
  const other = (index: Index): Index => (Object.hasOwn(letters, index) ? letters[index] : index);
  const inner = mapParts(expr, (part) => renamed(part, letters));
  if (inner.kind === 'name') return { ...inner, at: inner.at.map(other) };
  if (inner.kind === 'eye') return { ...inner, row: other(inner.row), column: other(inner.column) };
  if (inner.kind === 'reduction')
    return { ...inner, over: inner.over.map((letter) => String(other(letter))) };
  return inner;
}
