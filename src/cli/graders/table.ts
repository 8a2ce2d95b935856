import { alignedRows } from './rows.js';
import type { TriedExercise } from './tried.js';

const head = [
  'exercise',
  'wrong versions',
  'caught',
  'slipped',
  'right versions',
  'false alarms',
  'ms per check',
];

/** How many versions of an exercise were judged as they should be, and how many were not. */
export function judged({ wrong, right }: TriedExercise): {
  readonly caught: number;
  readonly slipped: number;
  readonly accepted: number;
  readonly refused: number;
} {
  const caught = wrong.filter(({ passed }) => !passed).length;
  const accepted = right.filter(({ passed }) => passed).length;
  return { caught, slipped: wrong.length - caught, accepted, refused: right.length - accepted };
}

/** One row for each exercise. */
export function tableLines(all: readonly TriedExercise[]): string[] {
  const rows = all.map((tried) => {
    const { wrong, right, id, milliseconds } = tried;
    const { caught, slipped, refused } = judged(tried);
    return [id, wrong.length, caught, slipped, right.length, refused, milliseconds.toFixed(0)].map(String);
  });
  return alignedRows([head, ...rows]);
}

/** Each version of one exercise: where a wrong one is caught and what the learner is told. */
export function detailLines(tried: TriedExercise): string[] {
  const { id, title, wrong, right } = tried;
  return [
    `${id} · ${title}`,
    ...wrong.map(({ name, passed, found }) =>
      passed
        ? `  ! ${name}: slips through`
        : `  ✗ ${name}\n      caught by "${found?.check ?? ''}": ${found?.message ?? 'not written'}`,
    ),
    ...right.map(({ name, passed, found }) =>
      passed ? `  ✓ ${name}` : `  ! ${name}: refused, ${found?.message ?? 'not written'}`,
    ),
    '',
  ];
}
