/** Derivations as data, and the checker of their lines: `import { derivations, judge } from 'normlab/derive'`. */
export { checkLines, readDerivation, requireAllFollow } from './check.js';
export type { CheckedLine, ReadDerivation } from './check.js';
export { placeInWords } from './counter-example-words.js';
export { line } from './derivation.js';
export type { Derivation, Letters, Line, LineOptions, Relation } from './derivation.js';
export { dual } from './fields/dual.js';
export type { Dual } from './fields/dual.js';
export type { Field } from './fields/field.js';
export { float64 } from './fields/float64.js';
export { judge } from './judge.js';
export type { JudgeOptions } from './judge.js';
export type { HintLevel, Judgement } from './judgement.js';
export { derivations } from './library/index.js';
export type { DerivationName } from './library/index.js';
export { print } from './print.js';
export { follows } from './verdict.js';
export type { Bound, CounterExample, Verdict } from './verdict.js';
