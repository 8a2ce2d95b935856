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

/** The same by the number of the notebook they stand in, in the order of the course. */
export const questionsByNotebook: Readonly<Record<string, Readonly<Record<string, Question>>>> = {
  '00': startQuestions,
  '01': layerNormQuestions,
  '03': backwardQuestions,
  '04': trustQuestions,
};
