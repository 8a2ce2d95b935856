import type { Alphabet } from './alphabet.js';
import type { Call, Derivative, Expr, Name, Operation, Reduction } from './expression.js';
import { print } from './print.js';
import { isOneSign, texOfIndices, texOfName } from './tex-names.js';
import { firm, inBrackets, loose, made, product, sign, tall, within } from './tex-piece.js';
import type { Piece } from './tex-piece.js';

interface Writer {
  readonly alphabet: Alphabet;
  readonly highlighted: ReadonlySet<Expr>;
}

/** Okabe and Ito's vermilion: of their colours the one that is read as well on white as on near-black. */
const colour = '#D55E00';

/**
 * An expression as TeX that MathJax and KaTeX read, in the notation of the library: r, σ², x̂, γ, β, ε, dy.
 *
 * @param highlighted Parts, these very objects, that are written in colour and underlined.
 * @example
 * texOf(parse('rstd * (g[j] - mean(i, g[i]))'), alphabet);
 * // 'r\,\left(g_{j} - \frac{1}{C}\sum_{i} g_{i}\right)'
 */
export function texOf(expr: Expr, alphabet: Alphabet, highlighted: ReadonlySet<Expr> = new Set()): string {
  return write(expr, { alphabet, highlighted }, false).tex;
}

/** @param followed Whether something stands behind it, which an open Σ would seem to take in. */
function write(expr: Expr, by: Writer, followed: boolean): Piece {
  const plain = piece(expr, by, followed);
  const marked = by.highlighted.has(expr)
    ? { ...plain, tex: `\\textcolor{${colour}}{\\underline{${plain.tex}}}` }
    : plain;
  return followed && expr.kind === 'reduction' ? inBrackets(marked) : marked;
}

function piece(expr: Expr, by: Writer, followed: boolean): Piece {
  switch (expr.kind) {
    case 'constant':
      return expr.digits.startsWith('-') ? made(expr.digits, product, true) : made(expr.digits, sign);
    case 'name':
      return name(expr, by);
    case 'negative': {
      const of = within(write(expr.of, by, followed && !isSum(expr.of)), product);
      return made(`-${of}`, product, true);
    }
    case 'operation':
      return operation(expr, by, followed);
    case 'call':
      return call(expr, by);
    case 'reduction':
      return reduction(expr, by);
    case 'eye':
      return made(`\\delta_{${texOfIndices([expr.row, expr.column])}}`, sign);
    case 'derivative':
      return derivative(expr, by);
  }
}

/** Whether it gets brackets of its own inside of a product. */
const isSum = (expr: Expr): boolean => expr.kind === 'operation' && (expr.op === '+' || expr.op === '-');

function name({ name, at }: Name, { alphabet }: Writer): Piece {
  const symbol = texOfName(name, [], alphabet);
  return made(texOfName(name, at, alphabet), isOneSign(symbol) ? sign : firm);
}

function operation(expr: Operation, by: Writer, followed: boolean): Piece {
  if (expr.op === '^') return power(expr, by);
  if (expr.op === '/') return fraction(expr, by);
  const isInside = expr.op !== '+' && isSum(expr.right);
  const left = write(expr.left, by, expr.op !== '*' || !isSum(expr.left));
  const right = write(expr.right, by, followed && !isInside);
  if (expr.op === '*') {
    const [first, second] = [left.binds < product ? inBrackets(left) : left, within(right, product)];
    const between = /^[\d]/.test(second) ? ' \\cdot ' : '\\,';
    return made(first.tex + between + second, product, first.minus);
  }
  const second = within(right, expr.op === '-' ? product : loose);
  return made(`${left.tex} ${expr.op} ${second}`, loose, left.minus);
}

function fraction({ left, right }: Operation, by: Writer): Piece {
  const [above, below] = [write(left, by, false), write(right, by, false)];
  const isOutside = above.tex.startsWith('-') && above.binds === product;
  if (isOutside) return made(`-\\frac{${above.tex.slice(1)}}{${below.tex}}`, product, true);
  return made(`\\frac{${above.tex}}{${below.tex}}`, firm);
}

/** Functions whose power is written at their name: tanh²(x). */
const named: Readonly<Record<string, string>> = {
  tanh: '\\tanh',
  log: '\\log',
  erf: '\\operatorname{erf}',
};

function power({ left, right }: Operation, by: Writer): Piece {
  const exponent = print(right).replace(/ /g, '');
  if (left.kind === 'call' && left.f in named && /^\d+$/.test(exponent) && !by.highlighted.has(left))
    return made(`${named[left.f]}^{${exponent}}${inBrackets(write(left.of, by, false)).tex}`, firm);
  return made(`${within(write(left, by, false), sign)}^{${exponent}}`, firm);
}

function call({ f, of }: Call, by: Writer): Piece {
  const inner = write(of, by, false);
  if (f === 'sqrt') return made(`\\sqrt{${inner.tex}}`, sign);
  if (f === 'abs') return made(`\\left|${inner.tex}\\right|`, sign);
  if (f === 'exp' && !tall.test(inner.tex)) return made(`e^{${inner.tex}}`, firm);
  return made((named[f] ?? '\\exp') + inBrackets(inner).tex, firm);
}

function reduction({ how, over, body }: Reduction, by: Writer): Piece {
  const inner = within(write(body, by, false), product);
  if (how !== 'mean') return made(`\\${how}_{${over.join(', ')}} ${inner}`, product);
  return made(`\\frac{1}{${lengths(over, by.alphabet)}}\\sum_{${over.join(', ')}} ${inner}`, product);
}

/** The lengths that some letters run over, as a product: `N\,C`, `C^{2}`. */
function lengths(over: readonly string[], { indices }: Alphabet): string {
  const sizes = over.map((letter) => indices.get(letter) ?? letter);
  return [...new Set(sizes)]
    .map((size) => ({ size, count: sizes.filter((other) => other === size).length }))
    .map(({ size, count }) => (count > 1 ? `${size}^{${count}}` : size))
    .join('\\,');
}

/** ∂L/∂x, and ∂²L/∂x∂y where it is taken twice. */
function derivative(expr: Derivative, by: Writer): Piece {
  const under: string[] = [];
  let of: Expr = expr;
  while (of.kind === 'derivative' && (of === expr || !by.highlighted.has(of))) {
    under.push(`\\partial ${write(of.by, by, false).tex}`);
    of = of.of;
  }
  const order = under.length > 1 ? `^{${under.length}}` : '';
  const above = of.kind === 'name' ? ` ${write(of, by, false).tex}` : '';
  const behind = above === '' ? argument(of, by) : '';
  return made(`\\frac{\\partial${order}${above}}{${under.join('\\,')}}${behind}`, firm);
}

/** What a derivative stands before; functions bring brackets of their own. */
function argument(of: Expr, by: Writer): string {
  const inner = write(of, by, false);
  return of.kind === 'call' && of.f !== 'exp' ? `\\,${inner.tex}` : inBrackets(inner).tex;
}
