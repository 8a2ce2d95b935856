import type { Verdict } from './verdict.js';

/**
 * What a learner is told, in lines; the last one counts checks for tools.
 *
 * @param hint One that was asked for: said where the answer is not right yet.
 */
export function answerLines(verdict: Verdict, hint = ''): string[] {
  return linesOf(verdict, hint).map((line) => line.replace(/\p{Cc}+/gu, ' '));
}

/** As they come: a learner's own words may hold anything, also line ends and colours. */
function linesOf(verdict: Verdict, hint: string): string[] {
  const { exercise, file, outcome, findings, reason, typeErrors, checks, passed, points } = verdict;
  if (outcome === 'cannot be graded') return [`check: ${reason}`, '0 passed, 1 failed'];
  const failing = findings.find((finding) => !finding.passed);
  const untried = checks - findings.length;
  return [
    `${exercise} · ${file}`,
    ...findings.filter((finding) => finding.passed).map(({ check }) => `  ✓ ${check}`),
    ...(failing ? [`  ✗ ${failing.check}`, '', failing.message] : []),
    ...(failing?.shown ? shown(failing.shown) : []),
    ...(reason === '' ? [] : [reason]),
    ...typeErrors.map((error) => `TypeScript says (it does not decide): ${error}`),
    ...(outcome === 'failed' && hint !== '' ? ['', `Hint: ${hint}`] : []),
    ...(outcome === 'failed' && untried > 0 ? ['', `Not tried yet: ${untried} more.`] : []),
    '',
    `${points} of 100 points`,
    `${passed} passed, ${outcome === 'passed' ? 0 : 1} failed`,
  ];
}

function shown({ input, expected, got }: { input: string; expected: string; got: string }): string[] {
  return [`    input   ${input}`, `    wanted  ${expected}`, `    got     ${got}`];
}
