/** What a cell calls: `import { check, exercises, predict, show } from 'normlab/notebook'`. */
export { climbs, exercises, NotYetWritten, notYetWritten } from '../grade/index.js';
export type { CandidateOf, Climb, Exercise, Letter, QuestionId } from '../grade/index.js';
export { blank } from './blank.js';
export type { BlankOptions } from './blank.js';
export { Card } from './card.js';
export { check, exercise, hint, solution } from './check.js';
export { derivation } from './derivation.js';
export type { DerivationOptions } from './derivation.js';
export { levels } from './levels.js';
export { predict, reveal } from './predict.js';
export { progress } from './progress.js';
export { answer, question } from './question.js';
export { show } from './show.js';
export { summary } from './summary.js';
export { takeHome } from './take-home.js';
export { tape } from './tape.js';
export type { TapeOptions } from './tape.js';
export { trace, Trace } from './trace.js';
