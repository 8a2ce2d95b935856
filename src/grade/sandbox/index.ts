/** Grading code that nobody has read, in an engine of its own. */
export { gradeCode } from './grade-code.js';
export type { CodeGrade } from './grade-code.js';
