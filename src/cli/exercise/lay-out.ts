import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ExerciseError } from './exercise-error.js';
import { writeNewFolder } from './folder.js';
import { constantOf, skeletonOf } from './skeleton.js';

const rooms = 'src/grade/arrays';
const registry = `${rooms}/index.ts`;

/**
 * Lays out a new exercise over arrays in the course and registers it, so that the gate names what it lacks.
 *
 * @returns What was written and what to do next, in lines.
 * @throws {ExerciseError} where it cannot be laid out.
 */
export function layOut(name: string, root: string): string[] {
  const folder = `${rooms}/${name}`;
  if (existsSync(path.join(root, folder)))
    throw new ExerciseError(`exercise: ${folder} is there already; choose another name.`);
  const index = path.join(root, registry);
  const text = registered(readFileSync(index, 'utf8'), name);
  writeNewFolder(path.join(root, folder), folder, skeletonOf(name));
  writeFileSync(index, text);
  return [
    ...steps(folder, name).map((step, i) => `${i + 1}. ${step}`),
    `written: ${folder} with ${[...skeletonOf(name).keys()].join(', ')}, and its lines in ${registry}`,
  ];
}

/** The registry with an exercise more: its import, its name in the type, its entry. */
export function registered(text: string, name: string): string {
  const imports = [...text.matchAll(/^import .* from '\.\/.*';$/gm)].map(([line]) => line);
  const ours = `import { ${constantOf(name)} } from './${name}/exercise.js';`;
  const before = imports.filter((line) => from(line) < from(ours)).at(-1);
  const withImport =
    before === undefined
      ? text.replace(imports[0], `${ours}\n${imports[0]}`)
      : text.replace(before, `${before}\n${ours}`);
  const member = `  | '${name}';`;
  const entry = `  ${name.includes('-') ? `'${name}'` : name}: ${constantOf(name)},`;
  const whole = withImport
    .replace(/(export type ArrayExerciseName =[^;]*);/, `$1\n${member}`)
    .replace(/(export const arrayExercises[^=]*= \{[^}]*)\};/, `$1${entry}\n};`);
  if (![ours, member, entry].every((line) => whole.includes(line)))
    throw new ExerciseError(`exercise: ${registry} is not written as it was; register the exercise by hand.`);
  return whole;
}

const from = (line: string): string => line.slice(line.indexOf("'"));

const steps = (folder: string, name: string): string[] => [
  `${folder}/inputs.ts: what the function is called with, from what can be followed by hand to the odd case; random ones by numbersFor (../inputs.ts).`,
  `${folder}/right.ts: the reference, then three right answers in other styles.`,
  `${folder}/wrong.ts: fifteen answers that people really give. Each has a misconception of its own, a sentence that teaches, and the name of the first check that it breaks.`,
  `${folder}/checks.ts: from the most fundamental to the subtlest; the points add up to 100.`,
  `${folder}/exercise.ts: title, statement, why, minutes, three hints, a worked solution.`,
  `npm run graders -- ${name}: what each version is told, and which slip through.`,
  'npm run ok: fails until nothing is missing, and says what is (test/grade/arrays.test.ts).',
];
