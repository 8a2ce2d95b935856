/** Ten ideas of the course, and ten of its notebook on depth: before and after, with other numbers each time and for each learner. */
import { stream } from '../../../tensor/random.js';
import type { Question } from '../question.js';
import { backwardTemplates } from './backward.js';
import { depthTemplates } from './depth.js';
import { forwardTemplates } from './forward.js';
import { insensitiveTemplates } from './insensitive.js';
import { shapeTemplates } from './shapes.js';
import { questionFrom } from './template.js';
import type { Template } from './template.js';

/** What the ten questions are about: the course as a whole, or notebook 09. */
export type Subject = 'course' | 'depth';

/** Before the course or after it; before the notebook or after it. */
export type Occasion = 'before' | 'after';

/** A question about an idea. */
export interface InventoryQuestion extends Question {
  readonly idea: string;
  readonly title: string;
  /** Where the course comes to it. */
  readonly notebook: string;
}

const templates: Readonly<Record<Subject, readonly Template[]>> = {
  course: [...shapeTemplates, ...forwardTemplates, ...insensitiveTemplates, ...backwardTemplates],
  depth: depthTemplates,
};

/**
 * The ten questions of an occasion.
 *
 * @param seed The learner's own: the same questions for the same seed.
 */
export function inventoryQuestions(
  occasion: Occasion,
  seed: number,
  subject: Subject = 'course',
): InventoryQuestion[] {
  return templates[subject].map((template) => {
    const { idea, title, notebook } = template;
    return { idea, title, notebook, ...asked(template, occasion, seed) };
  });
}

/** After the course with other numbers than before. */
function asked(template: Template, occasion: Occasion, seed: number): Question {
  const draw = (when: Occasion) => {
    const random = stream(`inventory ${when}: ${template.idea}`, seed);
    return (): Question => questionFrom(template, random);
  };
  const before = draw('before')();
  if (occasion === 'before') return before;
  const again = draw('after');
  let after = again();
  while (after.text === before.text) after = again();
  return after;
}
