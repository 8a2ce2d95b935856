/** The files of an exercise over arrays of which nothing is written yet but the names. */

/** `group-norm` → `groupNorm`. */
export function functionNameOf(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

const typeNameOf = (name: string): string => functionNameOf(`-${name}`);

/** What the registry calls the exercise. */
export const constantOf = (name: string): string => `${functionNameOf(name)}OverArrays`;

/** The texts of the files by their names; they type-check, and what they lack is what `gapsOf` tells. */
export function skeletonOf(name: string): Map<string, string> {
  const names = { name, called: functionNameOf(name), type: typeNameOf(name) };
  return new Map([
    ['inputs.ts', inputs(names)],
    ['right.ts', right(names)],
    ['wrong.ts', wrong(names)],
    ['checks.ts', checks(names)],
    ['exercise.ts', exercise(names)],
  ]);
}

interface Names {
  readonly name: string;
  readonly called: string;
  readonly type: string;
}

const inputs = ({ type }: Names): string => `import type { Matrix } from '../plain.js';

/** What the function is called with. */
export type ${type}Inputs = readonly [x: Matrix, eps: number];

/** The function the exercise asks for. */
export type ${type}Function = (x: Matrix, eps: number) => Matrix;

/** To follow by hand. */
export const plain: ${type}Inputs = [[[1, 3, 4, 8]], 1e-5];
`;

const right = ({ called, type }: Names): string => `/** Right answers, each written in its own way. */
import type { RightVersion } from '../../exercise.js';
import type { ${type}Function } from './inputs.js';

/** What answers are compared with. */
export const reference: ${type}Function = () => {
  throw new Error('${called}: the reference is not written yet');
};

/** The reference, and others that no check may refuse. */
export const rightVersions: readonly RightVersion<${type}Function>[] = [
  { name: 'the reference', candidate: reference },
];
`;

const wrong = ({
  type,
}: Names): string => `/** Data of the exercise: answers that are wrong, each by a misconception of its own, and what it is told. */
import type { WrongVersion } from '../../exercise.js';
import type { ${type}Function } from './inputs.js';

/** From the most fundamental to the subtlest. */
export const wrongVersions: readonly WrongVersion<${type}Function>[] = [];
`;

const checks = ({ called, type }: Names): string => `import type { Check } from '../../exercise.js';
import { agrees } from '../agreement.js';
import type { Standard } from '../standard.js';
import { leavesAlone, remembersNothing } from '../conduct.js';
import * as given from './inputs.js';
import type { ${type}Function, ${type}Inputs } from './inputs.js';
import { reference } from './right.js';
import { wrongVersions } from './wrong.js';

const standard: Standard<${type}Inputs, ${type}Function> = {
  reference,
  names: ['x', 'eps'],
  form: { '': 'matrix' },
  wrong: wrongVersions,
  telling: [given.plain],
  smallest: { rows: 1, columns: 2 },
  size: () => 1,
};

/** From the most fundamental to the subtlest. */
export const ${called}Checks: readonly Check<${type}Function>[] = [
  agrees(standard, {
    name: 'gives the right numbers',
    points: 20,
    inputs: () => [given.plain],
    hint: 'With one row of four numbers it can be followed by hand.',
  }),
  leavesAlone(standard, { points: 5, inputs: () => [given.plain] }),
  remembersNothing(standard, { points: 10, inputs: () => [given.plain] }),
];
`;

const exercise = ({
  name,
  called,
  type,
}: Names): string => `import type { Exercise } from '../../exercise.js';
import { ${called}Checks } from './checks.js';
import type { ${type}Function } from './inputs.js';
import { rightVersions } from './right.js';
import { wrongVersions } from './wrong.js';

/** ${called} over plain arrays. */
export const ${called}OverArrays: Exercise<${type}Function> = {
  id: '${name}',
  title: '',
  statement: '',
  why: '',
  difficulty: 1,
  importance: 1,
  minutes: 0,
  signature: '${called}(x: number[][], eps: number): number[][]',
  exportName: '${called}',
  hints: ['', '', ''],
  solution: '',
  checks: ${called}Checks,
  wrong: wrongVersions,
  right: rightVersions,
};
`;
