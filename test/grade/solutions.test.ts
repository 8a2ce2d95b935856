import { runInNewContext } from 'node:vm';
import ts from 'typescript';
import * as library from '../../src/index.js';
import { exercises, gradeCandidate } from '../../src/grade/index.js';
import type { Candidate, Exercise } from '../../src/grade/index.js';
import { run } from './versions.js';

const functions = Object.values<Exercise>(exercises).filter(
  ({ asks }) => asks === undefined || asks === 'an experiment',
);

/** The function of a worked solution, with the names of the library around it. */
function functionOf(solution: string): Candidate {
  const [, name] = /function\s+(\w+)/.exec(solution) ?? [];
  const { outputText } = ts.transpileModule(solution, {
    compilerOptions: { target: ts.ScriptTarget.ES2022 },
  });
  return runInNewContext(`${outputText}\n;${name}`, { ...library }) as Candidate;
}

test.each(functions.map((exercise) => [exercise.id, exercise] as const))(
  'the worked solution of %s gets all points',
  (_, exercise) => {
    const { findings, points } = gradeCandidate(functionOf(exercise.solution), exercise, { run });
    expect(findings.filter(({ passed }) => !passed)).toEqual([]);
    expect(points).toBe(100);
  },
);
