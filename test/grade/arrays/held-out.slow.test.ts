import { arrayExercises } from '../../../src/grade/arrays/index.js';
import { gradeCandidate } from '../../../src/grade/index.js';
import type { Candidate } from '../../../src/grade/index.js';
import { run } from '../versions.js';
import * as gradientChecks from './held-out-gradient-checks.js';
import * as layerNorms from './held-out-layer-norms.js';
import * as waysBack from './held-out-ways-back.js';

interface HeldOut {
  readonly rightOnes: Readonly<Record<string, Candidate>>;
  readonly wrongOnes: Readonly<Record<string, Candidate>>;
}
const heldOut: readonly (readonly [keyof typeof arrayExercises, HeldOut])[] = [
  ['layer-norm', layerNorms],
  ['layer-norm-backward', waysBack],
  ['gradient-check', gradientChecks],
];

describe.each(heldOut)('answers to %s that the battery was not written for', (name, answers) => {
  const judged = (candidates: HeldOut['rightOnes']): Record<string, string> =>
    Object.fromEntries(
      Object.entries(candidates).map(([key, candidate]) => {
        const { outcome, findings } = gradeCandidate(candidate, arrayExercises[name], { run, seed: 1 });
        return [key, outcome === 'passed' ? 'passed' : findings[findings.length - 1].message];
      }),
    );

  it('are at least twenty right ones and forty wrong ones', () => {
    expect(Object.keys(answers.rightOnes).length).toBeGreaterThanOrEqual(20);
    expect(Object.keys(answers.wrongOnes).length).toBeGreaterThanOrEqual(40);
  });

  it('are accepted where they are right', () => {
    expect(Object.entries(judged(answers.rightOnes)).filter(([, word]) => word !== 'passed')).toEqual([]);
  });

  it('are refused where they are wrong', () => {
    const words = Object.entries(judged(answers.wrongOnes));
    expect(words.filter(([, word]) => word === 'passed' || word.length < 20)).toEqual([]);
  });
});
