/** Functions of the language, in the spellings that NumPy, PyTorch and this library have for them. */
import { Unreadable } from './errors.js';
import { call, constant, negative, operation } from './expression.js';
import { identityNote } from './names.js';
import type { AccessorNode, FormulaNode } from './mathjs.js';
import type { Expr, FunctionName, Index, Operator, ReductionName } from './expression.js';

type Read = (node: FormulaNode) => Expr;

const functions: Readonly<Record<string, FunctionName>> = {
  sqrt: 'sqrt',
  exp: 'exp',
  log: 'log',
  ln: 'log',
  tanh: 'tanh',
  erf: 'erf',
  abs: 'abs',
};
const reductions: Readonly<Record<string, ReductionName>> = {
  sum: 'sum',
  mean: 'mean',
  prod: 'prod',
  max: 'max',
};
const operators: Readonly<Record<string, Operator>> = {
  add: '+',
  sub: '-',
  subtract: '-',
  mul: '*',
  multiply: '*',
  div: '/',
  divide: '/',
  pow: '^',
  power: '^',
};

/** Whether round brackets belong behind it, so that square ones are a slip. */
export const isFunction = (name: string): boolean =>
  name === 'eye' || name === 'D' || Object.hasOwn(reductions, name) || Object.hasOwn(functions, name);

/** `sqrt(…)`, `sum(k, …)`, `mean(x, axis=0)`, `D(…, x[j])`, `mul(a, b)`. */
export function functionOf(f: string, args: readonly FormulaNode[], read: Read): Expr {
  if (Object.hasOwn(reductions, f)) return reductionOf(reductions[f], args, read);
  if (f === 'D' || f === 'eye') return args.length === 2 ? special(f, args, read) : wrongCount(f, args, 2);
  if (Object.hasOwn(operators, f))
    return args.length === 2 ? operation(read(args[0]), operators[f], read(args[1])) : wrongCount(f, args, 2);
  if (f === 'dot')
    return args.length === 2
      ? {
          kind: 'reduction',
          how: 'sum',
          over: [],
          axis: undefined,
          body: operation(read(args[0]), '*', read(args[1])),
        }
      : wrongCount(f, args, 2);
  const [of] = args.length === 1 ? [read(args[0])] : [];
  if (of && Object.hasOwn(functions, f)) return call(functions[f], of);
  if (of && f === 'square') return operation(of, '^', constant(2));
  if (of && f === 'rsqrt') return operation(constant(1), '/', call('sqrt', of));
  if (of && (f === 'neg' || f === 'negative')) return negative(of);
  if (Object.hasOwn(functions, f)) return wrongCount(f, args, 1);
  throw new Unreadable(
    `"${f}(…)": there is no function ${f}.${identityNote(f) || ` If it is a factor, write ${f} * (…).`} The functions are sum, mean, max, prod, sqrt, exp, log, tanh, erf, abs, eye and D.`,
  );
}

/** `x.mean()`, `(g * xhat).sum(axis=0)`. */
export function methodOf(fn: AccessorNode, args: readonly FormulaNode[], read: Read): Expr {
  const method = fn.name;
  // `x[i](…)` and not `x.mean(…)`: a * was forgotten. (mathjs takes for ever to print a long chain of methods.)
  if (method === '') {
    const of = fn.object.type === 'SymbolNode' ? fn.toString() : 'x[i]';
    throw new Unreadable(`"${of}(…)": if it is a factor, write ${of} * (…).`);
  }
  if (!Object.hasOwn(reductions, method))
    throw new Unreadable(`".${method}(…)": after a dot there can be sum, mean, max or prod.`);
  return reductionOf(reductions[method], [fn.object, ...args], read);
}

/** Index letters first and the body last, or the body first and then what NumPy allows to follow. */
function reductionOf(how: ReductionName, args: readonly FormulaNode[], read: Read): Expr {
  const last = args[args.length - 1] as FormulaNode | undefined;
  if (!last) throw new Unreadable(`"${how}()": over what? Write ${how}(k, x[k]) or ${how}(x).`);
  const rest = args.slice(1);
  if (rest.every((arg) => isOption(arg) || isWholeNumber(arg)))
    return { kind: 'reduction', how, over: [], axis: axisOf(how, rest), body: read(args[0]) };
  const over = args.slice(0, -1).map((letter) => {
    if (letter.type !== 'SymbolNode')
      throw new Unreadable(
        `"${how}(${String(letter)}, …)": the index letters come first, then what is reduced, as in ${how}(k, x[k]).`,
      );
    return letter.name;
  });
  return { kind: 'reduction', how, over, axis: undefined, body: read(last) };
}

const isOption = (node: FormulaNode): boolean => node.type === 'AssignmentNode';
const isWholeNumber = (node: FormulaNode): boolean => /^-?\d+$/.test(String(node));

/** `axis=0`, `dim=-1` or a bare number; `keepdims=True` changes nothing where axes have names. */
function axisOf(how: string, options: readonly FormulaNode[]): number | undefined {
  let axis: number | undefined;
  for (const option of options) {
    const [key, value] = isOption(option) ? String(option).split(' = ') : ['axis', String(option)];
    if (/^(axis|dim)$/.test(key) && /^-?\d+$/.test(value) && axis === undefined) axis = Number(value);
    else if (!/^keepdims?$/.test(key))
      throw new Unreadable(
        `"${how}(…, ${String(option)})": what may follow is one axis: axis=0, axis=1 and so on.`,
      );
  }
  return axis;
}

function special(f: 'D' | 'eye', args: readonly FormulaNode[], read: Read): Expr {
  const [first, second] = args;
  if (f === 'eye') return { kind: 'eye', row: place(first), column: place(second) };
  const by = read(second);
  if (by.kind !== 'name')
    throw new Unreadable(`"D(…, ${String(second)})": a derivative is taken by a variable, as in D(L, x[j]).`);
  return { kind: 'derivative', of: read(first), by };
}

function place(node: FormulaNode): Index {
  const text = String(node);
  if (node.type === 'SymbolNode') return text;
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new Unreadable(`"eye(…, ${text})": eye takes two indices, as in eye(i, j).`);
}

function wrongCount(f: string, args: readonly FormulaNode[], wanted: number): never {
  throw new Unreadable(
    `"${f}(…)" takes ${wanted === 1 ? 'one argument' : 'two arguments'}, got ${args.length}.`,
  );
}
