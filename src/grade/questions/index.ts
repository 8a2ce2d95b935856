import type { Question } from './question.js';
import { startQuestions } from './notebook-00.js';
import { layerNormQuestions } from './notebook-01.js';
import { backwardQuestions } from './notebook-03.js';
import { trustQuestions } from './notebook-04.js';

/** The name of a question. */
export type QuestionId =
  | keyof typeof startQuestions
  | keyof typeof layerNormQuestions
  | keyof typeof backwardQuestions
  | keyof typeof trustQuestions;

/** Every question, by its name. */
export const questions: Readonly<Record<QuestionId, Question>> = {
  ...startQuestions,
  ...layerNormQuestions,
  ...backwardQuestions,
  ...trustQuestions,
};

/** The same by notebook, in the order of the course. */
export const questionsByNotebook: readonly Readonly<Record<string, Question>>[] = [
  startQuestions,
  layerNormQuestions,
  backwardQuestions,
  trustQuestions,
];
