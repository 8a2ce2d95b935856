import { Unreadable } from './errors.js';
import { constant, name, negative, operation } from './expression.js';
import type { Expr, Index, Name, Operator } from './expression.js';
import { formulaReader } from './mathjs.js';
import type { AccessorNode, Decimal, FormulaNode } from './mathjs.js';
import { functionOf, isFunction, methodOf } from './parse-calls.js';
import { plainSpelling } from './spelling.js';

/**
 * Reads a line.
 *
 * @throws {Unreadable} with one sentence that says where, if it cannot be read.
 * @example
 * parse('rstd * (g[j] - mean(g))');
 */
export function parse(text: string): Expr {
  const plain = plainSpelling(text);
  try {
    return read(formulaOf(plain));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Unreadable('The line is nested too deeply to be read. Write it flatter.');
  }
}

function formulaOf(plain: string): FormulaNode {
  const reader = formulaReader();
  try {
    return reader(plain);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new Unreadable(whereItBroke(plain, error));
  }
}

const signs = '+-*/^';

/** One node of mathjs as an expression of ours. */
function read(node: FormulaNode): Expr {
  switch (node.type) {
    case 'ParenthesisNode':
      return read(node.content);
    case 'ConstantNode':
      return constant(digitsOf(node.value));
    case 'SymbolNode':
      return name(node.name);
    case 'AccessorNode':
      return entry(node);
    case 'FunctionNode':
      return node.fn.type === 'AccessorNode'
        ? methodOf(node.fn, node.args, read)
        : functionOf(String(node.fn), node.args, read);
    case 'OperatorNode':
      return operated(node.op, node.args, node);
    default:
      throw new Unreadable(
        `"${short(String(node))}" is no formula: write one line of + − * / ^, names and functions.`,
      );
  }
}

function operated(op: string, args: readonly FormulaNode[], node: FormulaNode): Expr {
  const [first, second] = args;
  if (args.length === 1 && op === '-') return negative(read(first));
  if (args.length === 1 && op === '+') return read(first);
  if (op === '/' && second.type === 'OperatorNode' && second.implicit)
    throw new Unreadable(
      `"${short(String(node))}": is all of "${short(String(second))}" below the line? Write the * and brackets.`,
    );
  if (args.length === 2 && signs.includes(op)) return operation(read(first), op as Operator, read(second));
  throw new Unreadable(
    op === "'"
      ? `"${String(node)}": there is no transpose. Name the indices instead, as in W[j, i].`
      : `"${short(String(node))}": the sign ${op} means nothing here. There are + − * / and ^.`,
  );
}

/** Without an exponent: 1e-5 is '0.00001'. */
function digitsOf(value: unknown): string {
  if (!isDecimal(value)) throw new Unreadable(`"${short(String(value))}" is no number.`);
  if (value.isFinite() && Math.abs(value.e) <= 100) return value.toFixed();
  throw new Unreadable(`"${short(value.toString())}": numbers between 1e-100 and 1e100 are read, and 0.`);
}

const isDecimal = (value: unknown): value is Decimal =>
  typeof value === 'object' && value !== null && 'toFixed' in value;

function entry(node: AccessorNode): Name {
  const written = short(String(node));
  if (node.object.type !== 'SymbolNode')
    throw new Unreadable(
      node.object.type === 'AccessorNode'
        ? `"${written}": the indices stand in one pair of brackets, as in x[n, j].`
        : `"${written}": only a name can have indices, as in x[i].`,
    );
  if (isFunction(node.object.name))
    throw new Unreadable(
      `"${written}": ${node.object.name} takes round brackets, ${node.object.name}(${node.index.dimensions.map(String).join(', ')}).`,
    );
  return name(node.object.name, ...node.index.dimensions.map((index) => indexOf(index, written)));
}

/** A letter, or a place from 1. */
function indexOf(index: FormulaNode, written: string): Index {
  if (index.type === 'SymbolNode') return index.name;
  const place = index.type === 'ConstantNode' ? Number(index.value) : NaN;
  if (Number.isInteger(place) && place >= 1) return place;
  throw new Unreadable(`"${written}": an index is a letter such as i, or a place, and places count from 1.`);
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

/** What mathjs says of a text it could not read, as a sentence with the place. */
function whereItBroke(text: string, error: unknown): string {
  const said = error instanceof Error ? error.message.replace(/ \(char \d+\)$/, '') : String(error);
  const at =
    typeof error === 'object' && error !== null && 'char' in error ? Number(error.char) : text.length + 1;
  const place = at > text.length ? 'at the end' : `at character ${at}, before "${short(text.slice(at - 1))}"`;
  const missing = /^Parenthesis (.) expected$/.exec(said)?.[1];
  if (missing) return `A closing ${missing} is missing ${place}.`;
  const extra = /^Unexpected operator ([)\]])$/.exec(said)?.[1];
  if (extra) return `There is one ${extra} too many ${place}.`;
  if (/^(Value expected|Unexpected end)/.test(said))
    return `Something is missing ${place}: a name or a number should follow.`;
  return `The line cannot be read ${place}. Perhaps a * is missing.`;
}
