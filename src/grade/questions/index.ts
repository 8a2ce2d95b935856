import type { Question } from './question.js';
import { startQuestions } from './notebook-00.js';
import { layerNormQuestions } from './notebook-01.js';

/** The name of a question. */
export type QuestionId = keyof typeof startQuestions | keyof typeof layerNormQuestions;

/** Every question, by its name. */
export const questions: Readonly<Record<QuestionId, Question>> = { ...startQuestions, ...layerNormQuestions };
