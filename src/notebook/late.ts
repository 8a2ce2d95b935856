/** What is loaded when a cell first asks for it, so that a notebook without derivations starts as quickly as before. */
import { createRequire } from 'node:module';
import type { judge } from '../derive/judge.js';
import type { checkLines, readDerivation } from '../derive/check.js';
import type { changedParts } from '../derive/changed.js';
import type { Derivation } from '../derive/derivation.js';
import type { evidenceInWords } from '../derive/evidence.js';
import type { inWords } from '../derive/counter-example-words.js';
import type { namesIn } from '../derive/names-in.js';
import type { print } from '../derive/print.js';
import type { misconceptionOf } from '../grade/formulas/index.js';
import type { texOf } from '../derive/tex.js';
import type { piecesOf, texOfDerivation, texOfRelation } from '../derive/tex-derivation.js';

/** The room of derivations, as far as cells use it. */
export interface DeriveRoom {
  readonly derivations: Readonly<Record<string, Derivation>>;
  readonly changedParts: typeof changedParts;
  readonly checkLines: typeof checkLines;
  readonly evidenceInWords: typeof evidenceInWords;
  readonly inWords: typeof inWords;
  readonly judge: typeof judge;
  readonly namesIn: typeof namesIn;
  readonly piecesOf: typeof piecesOf;
  readonly print: typeof print;
  readonly readDerivation: typeof readDerivation;
  readonly texOf: typeof texOf;
  readonly texOfDerivation: typeof texOfDerivation;
  readonly texOfRelation: typeof texOfRelation;
}

/** The known mistakes of lines. */
interface FormulaRoom {
  readonly misconceptionOf: typeof misconceptionOf;
}

/** As far as formulas need it. */
interface Katex {
  renderToString(tex: string, options: Readonly<Record<string, unknown>>): string;
}

const late = createRequire(__filename);

export const deriveRoom = (): DeriveRoom => late('../derive/index.js') as DeriveRoom;
export const formulaRoom = (): FormulaRoom => late('../grade/formulas/index.js') as FormulaRoom;
export const katex = (): Katex => late('katex') as Katex;
