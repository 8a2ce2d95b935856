/** Lists are not Tensors, nor what lists are in Python: what to write instead, in one sentence each. */
import type { TypeProblem } from './compiler.js';

/** After an error of this number, where the types fit: else nothing. */
export function listHint(problem: TypeProblem, line: string): string | undefined {
  const { code, types } = problem;
  if (signs.has(code)) return hintOfSign(types);
  const name = /^(?:Property|Cannot find name) '([^']+)'/.exec(problem.messages[0])?.[1] ?? '';
  if (code === 2339 || code === 2551)
    return /\[\]$/.test(types[0] ?? '') ? hintOfProperty(name, types[0]) : undefined;
  if (code === 2304 || code === 2552) return line.includes(`${name}(`) ? hintOfFunction(name) : undefined;
  if (code === 2488 && problem.messages[0].startsWith("Type 'number'"))
    return 'A number is nothing to go through: a counting loop is `for (let i = 0; i < n; i++) { … }`.';
  return hintOfOther(problem.messages);
}

/** The numbers of errors about a sign whose sides are not numbers. */
export const signs: ReadonlySet<number> = new Set([2362, 2363, 2365]);

const sum = 'row.reduce((total, v) => total + v, 0)';

function hintOfSign(types: readonly string[]): string | undefined {
  const some = (type: RegExp): boolean => types.some((each) => type.test(each));
  const ofTensors = some(/\bTensor\b(?!\[)/);
  if (ofTensors && some(/\[\]$/))
    return 'A Tensor and a list do not mix: `tensor(row)` makes a Tensor of a list, `[...y.data]` a list of a Tensor.';
  if (ofTensors) return 'Tensors have no + − × ÷: write `add(a, b)`, `sub`, `mul` or `div`.';
  if (some(/^Complex$/)) return 'Complex numbers have no + − × ÷: write `a.add(b)`, `sub`, `mul` or `div`.';
  if (some(/\[\]\[\]$/))
    return 'Signs work on numbers, not on whole lists: `x.map((row) => row.map((v) => 2 * v))` goes through a list of rows.';
  if (some(/\[\]$/))
    return 'Signs work on numbers, not on whole lists: `row.map((v) => 2 * v)` goes through one, and `row.map((v, i) => v - other[i])` through two.';
  return undefined;
}

function hintOfProperty(name: string, type: string): string | undefined {
  switch (name) {
    case 'shape':
    case 'size':
      return type.endsWith('[][]')
        ? `A list has no ${name}: it holds \`x.length\` rows, each of \`x[0].length\` numbers.`
        : `A list has no ${name}: it holds \`x.length\` values.`;
    case 'sum':
      return `The sum of a list is \`${sum}\`.`;
    case 'mean':
      return `The mean of a list is \`${sum} / row.length\`.`;
    case 'max':
    case 'min':
      return `Of a list it is \`Math.${name}(...row)\`.`;
    case 'append':
      return 'A list grows by `row.push(v)`.';
    case 'copy':
      return 'A copy of a list is `[...row]`, and of a list of rows `x.map((row) => [...row])`.';
    case 'T':
      return 'The columns of a list of rows are `x[0].map((_, c) => x.map((row) => row[c]))`.';
    case 'data':
      return 'Only a Tensor has `.data`: the numbers of a list are in the list itself.';
    default:
      return undefined;
  }
}

function hintOfFunction(name: string): string | undefined {
  const ofTensors = 'what works on Tensors is imported from `normlab`.';
  if (name === 'sum') return `The sum of a list is \`${sum}\`; ${ofTensors}`;
  if (name === 'mean') return `The mean of a list is \`${sum} / row.length\`; ${ofTensors}`;
  if (name === 'max' || name === 'min')
    return `Of numbers it is \`Math.${name}(a, b)\`, and of a list \`Math.${name}(...row)\`.`;
  return Object.hasOwn(Math, name) && typeof Reflect.get(Math, name) === 'function'
    ? `Of a number it is \`Math.${name}(v)\`; ${ofTensors}`
    : undefined;
}

const other =
  /^(?:Argument of type|Type) '([^']+)' is (?:not assignable to (?:parameter of )?type|missing the following properties from type) '([^']+)'/;

/** One kind of value stands where another is wanted. */
function hintOfOther(messages: readonly string[]): string | undefined {
  if (messages.some((message) => message.startsWith('Types of parameters'))) return undefined;
  for (const message of messages) {
    const [, given, wanted] = other.exec(message) ?? [];
    const hint = given && (/\bTensor\b/.test(wanted) ? hintForTensor(given) : hintForList(given, wanted));
    if (hint) return hint;
  }
  return undefined;
}

function hintForTensor(given: string): string | undefined {
  if (given === 'number')
    return 'A Tensor is wanted here: `tensor(v)` makes one of a number, and functions of numbers are in `Math`, as `Math.sqrt(v)`.';
  return /^(readonly )?\(?[\w ]+\)?\[\]/.test(given)
    ? 'A Tensor is wanted here: `tensor(x)` makes one of a list.'
    : undefined;
}

function hintForList(given: string, wanted: string): string | undefined {
  if (!/\[\]/.test(wanted)) return undefined;
  const ofRows = /\[\]\)?\[\]/.test(wanted);
  if (given === 'Nested') return `Say what the lists hold: \`toNested(y) as ${wanted}\`.`;
  if (given === 'Tensor')
    return ofRows
      ? 'A Tensor is no list: its rows are `toNested(y) as number[][]`, with `toNested` from `normlab`.'
      : 'A Tensor is no list: its numbers are `[...y.data]`.';
  if (!/^(Storage|Float(32|64)Array)$/.test(given)) return undefined;
  return ofRows
    ? 'These are all its numbers one after another: the rows of a Tensor are `toNested(y) as number[][]`, with `toNested` from `normlab`.'
    : 'This is a typed array: a list of its numbers is `[...y.data]`.';
}
