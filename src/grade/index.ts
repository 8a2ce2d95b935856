/** Exercises with their checks, and questions. Pure: whoever grades hands over `run`, which limits a candidate's time. */
export type {
  Answer,
  AnswerTo,
  Candidate,
  Check,
  Dots,
  Exercise,
  RightVersion,
  Shown,
  WrongVersion,
} from './exercise.js';
export { Failure } from './exercise.js';
export { exercises } from './exercises/index.js';
export { firstMistake, gradeCandidate } from './grading.js';
export type { Finding, Grade, GradingOptions, Run } from './grading.js';
export { hall } from './hall/index.js';
export type { HallLayer } from './hall/layers.js';
export type { Style } from './hall/styles.js';
export { tally } from './hall/tally.js';
export type { Tally } from './hall/tally.js';
export type { LayerNormFunction } from './exercises/layer-norm/inputs.js';
export { claims as fasterClaims } from './exercises/faster-when/exercise.js';
export { findings as neverTrainsFindings } from './exercises/never-trains/exercise.js';
export { placementNames, snippets as placementSnippets } from './exercises/name-placements/snippets.js';
export type { NormChoice } from './exercises/any-norm/right.js';
export { axisPuzzles } from './exercises/which-axes/puzzles.js';
export type { AxisPuzzle } from './exercises/which-axes/puzzles.js';
export type { LayerNormTower, RMSNormTower } from './exercises/to-rms-norm/tower.js';
export type { LayerSizes } from './exercises/layer-shapes/layers.js';
export type { LayerPieces, Order } from './exercises/encoder/inputs.js';
export type { NormInUse } from './exercises/fuse/inputs.js';
export type { Part } from './exercises/merge-statistics/inputs.js';
export type { Pieces, Placement } from './exercises/placements/inputs.js';
export type { BlockParameters, Sizes, Start } from './exercises/identity-start/inputs.js';
export { climbs } from './levels/index.js';
export type { Climb, Level, Need } from './levels/level.js';
export { exhibits, museum } from './museum/index.js';
export type { Cost, Damage, Exhibit } from './museum/exhibit.js';
export { isNotYetWritten, NotYetWritten, notYetWritten } from './not-yet-written.js';
export { inventoryQuestions } from './questions/inventory/index.js';
export type { InventoryQuestion, Occasion, Subject } from './questions/inventory/index.js';
export type { Choice, Letter, Question } from './questions/question.js';
export { questions, questionsByNotebook } from './questions/index.js';
export type { QuestionId } from './questions/index.js';
