/** What a cell calls: `import { check, exercises, predict, show } from 'normlab/notebook'`. */
export {
  climbs,
  exercises,
  exhibits,
  hall,
  museum,
  notYetWritten,
  NotYetWritten,
  tally,
} from '../grade/index.js';
export type { AnswerTo, Climb, Exercise, LayerNormFunction, Letter, QuestionId } from '../grade/index.js';
export { blank } from './blank.js';
export type { BlankOptions } from './blank.js';
export { Card } from './card.js';
export { check, exercise } from './check.js';
export { derivation } from './derivation.js';
export type { DerivationOptions } from './derivation.js';
export { filmHere } from './film-here.js';
export type { FilmHere } from './film-here.js';
export { hint, solution } from './hint.js';
export { answerInventory, inventory } from './inventory.js';
export type { InventoryAnswers } from './inventory.js';
export { levels } from './levels.js';
export { predict, reveal } from './predict.js';
export { progress } from './progress.js';
export { answer, question } from './question.js';
export { score } from './score.js';
export { show } from './show.js';
export { stored, Stored } from './stored.js';
export { summary } from './summary.js';
export { takeDerivationHome } from './take-derivation-home.js';
export { takeHome } from './take-home.js';
export { tape } from './tape.js';
export type { TapeOptions } from './tape.js';
export { trace, Trace } from './trace.js';
export { trainHere } from './train-here.js';
export type { TrainedHere, TrainHereOptions } from './train-here.js';
