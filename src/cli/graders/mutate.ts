import ts from 'typescript';

/** A text with one thing changed. */
export interface Mutant {
  readonly code: string;
  /** Which line, counted from 1, what stood at the place and what stands there now. */
  readonly line: number;
  readonly was: string;
  readonly is: string;
}

/** What may stand in place of a node. */
type Change = (node: ts.Node, text: (node: ts.Node) => string) => readonly string[];

const otherOperators: Readonly<Record<string, readonly string[]>> = {
  '+': ['-'],
  '-': ['+'],
  '*': ['/', '+'],
  '/': ['*'],
  '%': ['*'],
  '**': ['*'],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '&&': ['||'],
  '||': ['&&'],
  '+=': ['-=', '='],
  '-=': ['+=', '='],
  '*=': ['/=', '='],
  '/=': ['*=', '='],
};

/** An operator for another, and either operand without the other. */
const operators: Change = (node, text) => {
  if (!ts.isBinaryExpression(node)) return [];
  const [left, operator, right] = [node.left, node.operatorToken, node.right].map(text);
  const others = (otherOperators[operator] ?? []).map((other) => `${left} ${other} ${right}`);
  return operator.endsWith('=') ? others : [...others, left, right];
};

/** A number for its neighbours; a tiny one for others of its kind. */
const numbers: Change = (node, text) => {
  if (!ts.isNumericLiteral(node)) return [];
  const value = Number(text(node));
  return Number.isInteger(value)
    ? [`${value + 1}`, `(${value - 1})`]
    : [`${value * 1e4}`, `${value * 1e-10}`];
};

const otherNames: Readonly<Record<string, readonly string[]>> = {
  add: ['sub'],
  sub: ['add'],
  mul: ['div', 'add'],
  div: ['mul'],
  mean: ['sum'],
  sum: ['mean'],
  every: ['some'],
  some: ['every'],
  max: ['min'],
  min: ['max'],
};

/** Functions whose arguments may stand in any order. */
const commute = new Set(['add', 'mul', 'max', 'min']);

/** A function for its opposite, a call for its argument, two arguments exchanged, the last one left out. */
const calls: Change = (node, text) => {
  if (!ts.isCallExpression(node)) return [];
  const given = node.arguments.map(text);
  const called = text(node.expression);
  const written = (name: string, args: readonly string[]): string => `${name}(${args.join(', ')})`;
  const name = /\w+$/.exec(called)?.[0] ?? '';
  const before = called.slice(0, called.length - name.length);
  const [first, second, ...rest] = given;
  return [
    ...(Object.hasOwn(otherNames, name) ? otherNames[name] : []).map((other) =>
      written(before + other, given),
    ),
    ...(given.length > 0 ? [`(${first})`] : []),
    ...(given.length > 1 ? [written(called, given.slice(0, -1))] : []),
    ...(given.length > 1 && !commute.has(name) ? [written(called, [second, first, ...rest])] : []),
  ];
};

/** Branches, signs and truth. */
const logic: Change = (node, text) => {
  if (ts.isConditionalExpression(node)) return [text(node.whenTrue), text(node.whenFalse)];
  if (ts.isPrefixUnaryExpression(node) && node.operator !== ts.SyntaxKind.PlusPlusToken)
    return [text(node.operand)];
  if (ts.isIfStatement(node)) return ['{}', text(node.thenStatement)];
  if (node.kind === ts.SyntaxKind.TrueKeyword) return ['false'];
  return node.kind === ts.SyntaxKind.FalseKeyword ? ['true'] : [];
};

/** Off by one, always the first, and a statement left out. */
const places: Change = (node, text) => {
  if (ts.isElementAccessExpression(node)) return [`${text(node.expression)}[0]`];
  if (ts.isPropertyAccessExpression(node) && node.name.text === 'length')
    return [`(${text(node)} - 1)`, `(${text(node)} + 1)`];
  return ts.isExpressionStatement(node) ? [';'] : [];
};

/** An argument of the outermost function for another one. */
function exchanged(names: readonly string[]): Change {
  return (node, text) => {
    if (!ts.isIdentifier(node) || !names.includes(node.text)) return [];
    const { parent } = node;
    const isUse = !ts.isParameter(parent) && !(ts.isPropertyAccessExpression(parent) && parent.name === node);
    const isName = ts.isPropertyAssignment(parent) && parent.name === node;
    if (!isUse || isName) return [];
    const prefix = ts.isShorthandPropertyAssignment(parent) ? `${text(node)}: ` : '';
    return names.filter((name) => name !== node.text).map((name) => prefix + name);
  };
}

/**
 * Every text that differs from this one in one operator, number, call, branch, place or name.
 *
 * @param code TypeScript that holds one outermost function, perhaps with helpers.
 */
export function mutantsOf(code: string): Mutant[] {
  const file = ts.createSourceFile('answer.ts', code, ts.ScriptTarget.ES2022, true);
  const text = (node: ts.Node): string => node.getText(file);
  const changes = [operators, numbers, calls, logic, places, exchanged(parametersOf(file))];
  const found = new Map<string, Mutant>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    const [start, end] = [node.getStart(file), node.getEnd()];
    const line = file.getLineAndCharacterOfPosition(start).line + 1;
    for (const is of changes.flatMap((change) => change(node, text))) {
      const changed = code.slice(0, start) + is + code.slice(end);
      if (is !== text(node)) found.set(changed, { code: changed, line, was: text(node), is });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...found.values()];
}

function parametersOf(file: ts.SourceFile): string[] {
  const functions = file.statements.filter(ts.isFunctionDeclaration);
  const last = functions.at(-1);
  return last?.parameters.map(({ name }) => name.getText(file)).filter((name) => /^\w+$/.test(name)) ?? [];
}
