import { runInNewContext } from 'node:vm';
import ts from 'typescript';
import { exercises, gradeCandidate } from '../../src/grade/index.js';
import type { Exercise } from '../../src/grade/index.js';
import * as library from '../../src/index.js';
import { run } from './versions.js';

/** Answers whose worked solution needs nothing but the library: the others use names of their notebook. */
const experiments: readonly Exercise[] = [
  exercises.layerShapes,
  exercises.mergeHeads,
  exercises.cachedDecoding,
  exercises.modelGradients,
  exercises.batchNorm,
  exercises.batchNormWayBack,
  exercises.fuse,
  exercises.recalibrate,
  exercises.mergeStatistics,
  exercises.whoSeesWhom,
  exercises.anyNorm,
  exercises.ragged,
  exercises.channelsAlike,
];
const named: readonly Exercise[] = [
  exercises.namePlacements,
  exercises.fasterWhen,
  exercises.neverTrains,
  exercises.whichAxes,
];

/** What a text of TypeScript ends with: its function, or its list. */
function valueOf(solution: string): unknown {
  const [, name] = /function\s+(\w+)/.exec(solution) ?? [];
  const { outputText } = ts.transpileModule(name === undefined ? `(${solution})` : solution, {
    compilerOptions: { target: ts.ScriptTarget.ES2022 },
  });
  return runInNewContext(name === undefined ? outputText : `${outputText}\n;${name}`, {
    ...library,
  }) as unknown;
}

test.each([...experiments, ...named].map((exercise) => [exercise.id, exercise] as const))(
  'the worked solution of %s gets all points',
  (_, exercise) => {
    const value = valueOf(exercise.solution);
    const candidate = Array.isArray(value) ? Array.from(value as string[]) : value;
    const { findings, points } = gradeCandidate(candidate, exercise, { run });
    expect(findings.filter(({ passed }) => !passed)).toEqual([]);
    expect(points).toBe(100);
  },
);
