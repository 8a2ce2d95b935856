import type { Question } from './question.js';
import { startQuestions } from './notebook-00.js';
import { layerNormQuestions } from './notebook-01.js';
import { whyQuestions } from './notebook-02.js';
import { backwardQuestions } from './notebook-03.js';
import { trustQuestions } from './notebook-04.js';
import { batchNormQuestions } from './notebook-05.js';
import { familyQuestions } from './notebook-06.js';
import { geometryQuestions } from './notebook-07.js';
import { transformerQuestions } from './notebook-08.js';
import { depthQuestions } from './notebook-09.js';

/** The name of a question. */
export type QuestionId =
  | keyof typeof startQuestions
  | keyof typeof layerNormQuestions
  | keyof typeof whyQuestions
  | keyof typeof backwardQuestions
  | keyof typeof trustQuestions
  | keyof typeof batchNormQuestions
  | keyof typeof familyQuestions
  | keyof typeof geometryQuestions
  | keyof typeof transformerQuestions
  | keyof typeof depthQuestions;

/** Every question, by its name. */
export const questions: Readonly<Record<QuestionId, Question>> = {
  ...startQuestions,
  ...layerNormQuestions,
  ...whyQuestions,
  ...backwardQuestions,
  ...trustQuestions,
  ...batchNormQuestions,
  ...familyQuestions,
  ...geometryQuestions,
  ...transformerQuestions,
  ...depthQuestions,
};

/** The same by the number of the notebook they stand in, in the order of the course. */
export const questionsByNotebook: Readonly<Record<string, Readonly<Record<string, Question>>>> = {
  '00': startQuestions,
  '01': layerNormQuestions,
  '02': whyQuestions,
  '03': backwardQuestions,
  '04': trustQuestions,
  '05': batchNormQuestions,
  '06': familyQuestions,
  '07': geometryQuestions,
  '08': transformerQuestions,
  '09': depthQuestions,
};
