/** What an operation computes and how it answers a small change, in the words of formulas. */

/** An operation on the tape with its inputs as they are written: names, numbers or formulas. */
export interface Step {
  readonly op: string;
  readonly inputs: readonly string[];
  /** Only of `pow`. */
  readonly exponent?: number;
  /** Only of a mean: over how many numbers. */
  readonly count?: number;
}

const signs: Readonly<Record<string, string>> = { sub: '−', mul: '·', div: '/' };

/** "c · rstd", "mean(x)", "(variance + ε)^(−1/2)". */
export function formulaOf({ op, inputs, exponent }: Step): string {
  const [a, b] = inputs.map(bracketed);
  if (op === 'add') return inputs.map((part) => (/ [+−] /.test(part) ? bracketed(part) : part)).join(' + ');
  if (op in signs) return `${a} ${signs[op]} ${b}`;
  if (op === 'neg') return `−${a}`;
  if (op === 'pow') return `${a}^${bracketed(power(exponent))}`;
  return `${op}(${inputs.join(', ')})`;
}

const symbols: Readonly<Record<string, string>> = { add: '+', sub: '−', mul: '×', div: '÷' };

/** What stands in the circle of a node: "+", "mean", "1/√". A plain number among the inputs is part of it: "+ε". */
export function symbolOf({ op, inputs, exponent }: Step, isNumber: (n: number) => boolean): string {
  if (op in symbols)
    return inputs.map((input, n) => (n > 0 ? symbols[op] : '') + (isNumber(n) ? input : '')).join('');
  if (op === 'pow') return exponent === -1 / 2 ? '1/√' : exponent === 1 / 2 ? '√' : `^${power(exponent)}`;
  return { neg: '−', sum: 'Σ', sqrt: '√', matmul: '@' }[op] ?? op;
}

/** The derivative of `y` by its n-th input, for one number; in words where it is no formula. */
export function derivativeOf({ op, inputs, exponent, count }: Step, n: number, y: string): string {
  const [a, b] = inputs.map(bracketed);
  if (op === 'mul' && inputs[0] === inputs[1]) return `2 · ${a}`;
  const p = exponent ?? NaN;
  const byOp: Readonly<Record<string, readonly string[]>> = {
    add: ['1', '1'],
    sub: ['1', '−1'],
    mul: [b, a],
    div: [`1 / ${b}`, `−${a} / ${b}^2`],
    neg: ['−1'],
    pow: [`${power(p)} · ${a}^${bracketed(power(p - 1))}`],
    sqrt: [`1 / (2 · ${y})`],
    exp: [y],
    log: [`1 / ${a}`],
    tanh: [`1 − ${y}^2`],
    erf: [`2 / √π · exp(−${a}^2)`],
    relu: [`1 where ${a} > 0, else 0`],
    mean: [`1/${count} for each of the ${count} numbers`],
    sum: ['1 for each number'],
    max: ['1 at the largest number, else 0'],
    matmul: [`${b}ᵀ from the right`, `${a}ᵀ from the left`],
  };
  return byOp[op]?.[n] ?? `as the backward of ${op} says`;
}

/** A formula of several parts stands in brackets inside another; a name, a number or a call does not. */
export function bracketed(formula: string): string {
  return /^[\p{L}\p{M}\p{N}_.#]+$|^\w+\([^()]*\)$/u.test(formula) ? formula : `(${formula})`;
}

/** Halves as fractions, with a true minus sign. */
function power(p = NaN): string {
  const size = Math.abs(p);
  const text = !Number.isInteger(p) && Number.isInteger(2 * p) ? `${2 * size}/2` : String(size);
  return `${p < 0 ? '−' : ''}${text}`;
}
