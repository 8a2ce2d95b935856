import type { Exercise } from './exercise.js';

/** Functions go wrong in more ways than what is judged by true or false, or read in one line. */
const leastWrong = ({ asks }: Exercise): number => (asks === undefined ? 15 : 5);
const leastRight = 4;

/** What an exercise still lacks, a sentence for each gap; none where it is whole. */
export function gapsOf(exercise: Exercise): string[] {
  return [...textGaps(exercise), ...checkGaps(exercise), ...wrongGaps(exercise), ...rightGaps(exercise)];
}

function textGaps(exercise: Exercise): string[] {
  const { id, title, statement, why, minutes, hints, signature, solution, exportName } = exercise;
  return sentences([
    [id === '', 'It has no id.'],
    [title.length < 3, 'It has no title.'],
    [statement.length < 30, 'The statement does not say yet what is asked for.'],
    [why.length < 30, 'Nothing says yet why it is worth the time (why).'],
    [!(minutes > 0), 'Nothing says how many minutes it takes.'],
    ...hints.map((hint, i): Finding => [hint.length < 10, `Hint ${i + 1} of 3 is missing.`]),
    [signature === '', 'The signature is missing.'],
    [solution === '', 'The worked solution is missing.'],
    [
      exportName !== undefined && signature !== '' && !signature.startsWith(`${exportName}(`),
      `The signature does not begin with ${exportName}(, the name that a file exports.`,
    ],
    [
      exportName !== undefined && solution !== '' && !solution.includes(`export function ${exportName}(`),
      `The worked solution has no "export function ${exportName}(".`,
    ],
  ]);
}

function checkGaps({ checks }: Exercise): string[] {
  const total = checks.reduce((sum, { points }) => sum + points, 0);
  return sentences([
    [total !== 100, `The points of the checks add up to ${total}, not to 100.`],
    ...checks.map(({ name, points }): Finding => [!(points > 0), `The check "${name}" is worth nothing.`]),
    ...twice(checks.map(({ name }) => name)).map((name): Finding => [
      true,
      `Two checks are called "${name}".`,
    ]),
  ]);
}

function wrongGaps(exercise: Exercise): string[] {
  const { wrong, checks } = exercise;
  const least = leastWrong(exercise);
  const known = checks.map(({ name }) => name);
  return sentences([
    [wrong.length < least, `It has ${wrong.length} of at least ${least} wrong versions.`],
    ...wrong.map(({ name, says }): Finding => [
      says.length < 20,
      `The wrong version "${name}" has no sentence that teaches.`,
    ]),
    ...wrong.map(({ name, caughtBy }): Finding => [
      !known.includes(caughtBy),
      `The wrong version "${name}" is to be caught by "${caughtBy}", and there is no such check.`,
    ]),
    ...twice(wrong.map(({ name }) => name)).map((name): Finding => [
      true,
      `Two wrong versions are called "${name}".`,
    ]),
    ...twice(wrong.map(({ says }) => says)).map((says): Finding => [
      says !== '',
      `Two wrong versions are told the same: "${says}"`,
    ]),
  ]);
}

function rightGaps({ right }: Exercise): string[] {
  return sentences([
    [right.length < leastRight, `It has ${right.length} of at least ${leastRight} right versions.`],
    ...twice(right.map(({ name }) => name)).map((name): Finding => [
      true,
      `Two right versions are called "${name}".`,
    ]),
  ]);
}

type Finding = readonly [missing: boolean, sentence: string];

const sentences = (findings: readonly Finding[]): string[] =>
  findings.filter(([missing]) => missing).map(([, sentence]) => sentence);

const twice = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, i) => names.indexOf(name) !== i)),
];
