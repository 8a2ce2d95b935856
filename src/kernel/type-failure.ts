/** A cell that did not compile, as a learner shall read it: what is wrong, where, and what to do. */
import type { Place, TypeProblem } from './compiler.js';
import { red } from './errors.js';
import type { Failure } from './errors.js';
import { pythonHabit } from './python-habits.js';
import { possiblyUndefined, typeHints } from './type-hints.js';
import type { UnmadeNames } from './unmade-names.js';

const atMost = 5;

/**
 * Each problem with its number, its place, the line, a squiggle under it and one plain sentence.
 *
 * @param unmade What cells that did not compile would have made.
 */
export function typeFailure(
  found: readonly TypeProblem[],
  { name, code, unmade }: { name: string; code: string; unmade: UnmadeNames },
): Failure {
  const problems = found.map((problem) => withHint(problem, code, unmade));
  const traceback = problems.slice(0, atMost).flatMap((problem) => describe(problem, name, code));
  if (problems.length > atMost) traceback.push(`… and ${problems.length - atMost} more of the kind.`);
  const [first] = problems;
  return { ename: `TS${first.code}`, evalue: first.messages[0], traceback };
}

interface Explained extends TypeProblem {
  hint: string | undefined;
}

function withHint(problem: TypeProblem, code: string, unmade: UnmadeNames): Explained {
  const { code: number, messages, start } = problem;
  const [message, ...reasons] = messages;
  const missing = /^Cannot find name '([^']+)'/.exec(message);
  const cell = missing && unmade.cellOf(missing[1], code);
  // The compiler's guess at another name would lead away from that cell.
  if (cell)
    return {
      ...problem,
      messages: [`${missing[0]}.`, ...reasons],
      hint: `The cell that makes it, ${cell}, did not compile: look there first.`,
    };
  const mayBeMissing = /^(Argument of t|T)ype '[^']*\bundefined' is not assignable/.test(message);
  const hint = pythonHabit(lineOf(code, start)) ?? typeHints[mayBeMissing ? possiblyUndefined : number];
  return { ...problem, hint };
}

const lineOf = (code: string, { line }: Place): string => code.split('\n')[line - 1] ?? '';

function describe(problem: Explained, name: string, code: string): string[] {
  const { code: number, messages, start, end, hint } = problem;
  const line = lineOf(code, start);
  const length = (end.line === start.line ? end.column : line.length + 1) - start.column;
  const [message, ...reasons] = messages;
  return [
    `${red(`TS${number}`)} ${name}:${start.line}:${start.column}  ${message}`,
    ...reasons.slice(0, 3).map((reason) => `  ${reason}`),
    `    ${line}`,
    `    ${line.slice(0, start.column - 1).replace(/\S/g, ' ')}${red('~'.repeat(Math.max(1, length)))}`,
    ...(hint ? [hint] : []),
  ];
}
