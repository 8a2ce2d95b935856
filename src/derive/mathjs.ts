/** mathjs, which reads lines and has numbers of many digits. It is loaded when the first line is read, not before. */

/** Every node prints itself as a formula. */
interface Printed {
  toString(): string;
}
interface ParenthesisNode extends Printed {
  readonly type: 'ParenthesisNode';
  readonly content: FormulaNode;
}
interface ConstantNode extends Printed {
  readonly type: 'ConstantNode';
  readonly value: unknown;
}
interface SymbolNode extends Printed {
  readonly type: 'SymbolNode';
  readonly name: string;
}
/** `x[i, j]`, and `x.mean` with `mean` as its name. */
export interface AccessorNode extends Printed {
  readonly type: 'AccessorNode';
  readonly object: FormulaNode;
  readonly name: string;
  readonly index: { readonly dimensions: readonly FormulaNode[] };
}
interface FunctionNode extends Printed {
  readonly type: 'FunctionNode';
  readonly fn: FormulaNode;
  readonly args: readonly FormulaNode[];
}
interface OperatorNode extends Printed {
  readonly type: 'OperatorNode';
  readonly op: string;
  readonly args: readonly FormulaNode[];
  /** A product without its sign: `2 x`. */
  readonly implicit: boolean;
}
/** `axis = 0` among arguments. */
interface AssignmentNode extends Printed {
  readonly type: 'AssignmentNode';
}

/** What mathjs makes of a formula: its tree, as far as this room looks at it. */
export type FormulaNode =
  ParenthesisNode | ConstantNode | SymbolNode | AccessorNode | FunctionNode | OperatorNode | AssignmentNode;

/** A number of many digits. */
export interface Decimal {
  plus(other: Decimal): Decimal;
  minus(other: Decimal): Decimal;
  times(other: Decimal | number): Decimal;
  div(other: Decimal | number): Decimal;
  pow(exponent: number): Decimal;
  neg(): Decimal;
  abs(): Decimal;
  sqrt(): Decimal;
  exp(): Decimal;
  ln(): Decimal;
  gt(other: Decimal | number): boolean;
  lt(other: Decimal | number): boolean;
  isZero(): boolean;
  isNegative(): boolean;
  isFinite(): boolean;
  toNumber(): number;
  /** Without an exponent. */
  toFixed(): string;
  toString(): string;
  /** The power of ten of its first digit. */
  readonly e: number;
}

export interface DecimalClass {
  new (value: number | string): Decimal;
  clone(settings: { readonly precision: number }): DecimalClass;
  acos(x: number): Decimal;
}

interface Instance {
  parse(text: string): FormulaNode;
  config(settings: Readonly<Record<string, string>>): void;
  readonly BigNumber: DecimalClass;
}
interface Library {
  create(factories: unknown): Instance;
  readonly all: unknown;
}

let library: Library | undefined;
let reader: Instance | undefined;

function create(): Instance {
  // One file, 0.2 s of CPU; the package's main entry is hundreds of files and takes 1.2 s.
  library ??= require('mathjs/lib/browser/math.js') as Library;
  return library.create(library.all);
}

/** What reads a formula, and throws an error of mathjs where the text is none. */
export function formulaReader(): (text: string) => FormulaNode {
  if (!reader) {
    reader = create();
    // Constants keep all their digits.
    reader.config({ number: 'BigNumber', numberFallback: 'BigNumber' });
  }
  return reader.parse;
}

/** Numbers that carry so many digits. */
export function decimalClass(digits: number): DecimalClass {
  // A clone, since `create` leaves the precision as it is.
  return create().BigNumber.clone({ precision: digits });
}
