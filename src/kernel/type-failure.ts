/** A cell that did not compile, as a learner shall read it: what is wrong, where, and what to do. */
import type { NotCompiled, Place, TypeProblem } from './compiler.js';
import { red } from './errors.js';
import type { Failure } from './errors.js';
import { listHint, signs } from './list-hints.js';
import { pythonHabit } from './python-habits.js';
import { possiblyUndefined, returnHint, typeHints } from './type-hints.js';
import type { UnmadeNames } from './unmade-names.js';

const atMost = 5;

/**
 * Each problem with its number, its place, the line, a squiggle under it and one plain sentence.
 *
 * @param unmade What other cells that did not compile would have made.
 */
export function typeFailure(
  { problems: found, names }: NotCompiled,
  { name, code, unmade }: { name: string; code: string; unmade: UnmadeNames },
): Failure {
  const fromOthers = (missing: string): string | undefined =>
    names.includes(missing) ? undefined : unmade.runOf(missing, code);
  const problems = withoutConsequences(found, code).map((problem) => withHint(problem, code, fromOthers));
  const traceback = problems.slice(0, atMost).flatMap((problem) => describe(problem, name, code));
  if (problems.length > atMost) traceback.push(`… and ${problems.length - atMost} more of the kind.`);
  const [first] = problems;
  return { ename: `TS${first.code}`, evalue: first.messages[0], traceback };
}

/**
 * Signs between tensors or lists first, once for each line: that their value is no tensor, or no number, follows from them.
 * A line of Python is wrong in many places for one reason.
 */
function withoutConsequences(found: readonly TypeProblem[], code: string): TypeProblem[] {
  const ofLines = new Map<number, TypeProblem>();
  for (const problem of found)
    if (signs.has(problem.code) && !ofLines.has(problem.start.line)) ofLines.set(problem.start.line, problem);
  const follows = ({ code, messages, start }: TypeProblem): boolean =>
    signs.has(code) ||
    (ofLines.has(start.line) && /^(Type|Argument of type) 'number' is not assignable/.test(messages[0]));
  // Of an empty list it is said again in a line that the converter puts after the cell.
  const lines = code.trimEnd().split('\n').length;
  const isOfCell = ({ code, start }: TypeProblem): boolean => code !== 7005 || start.line <= lines;
  const left = [...ofLines.values(), ...found.filter((problem) => isOfCell(problem) && !follows(problem))];
  const isFirst = (problem: TypeProblem, i: number): boolean =>
    left.findIndex(({ start }) => start.line === problem.start.line) === i;
  return left.filter((problem, i) => isFirst(problem, i) || !pythonHabit(lineOf(code, problem.start)));
}

interface Explained extends TypeProblem {
  hint: string | undefined;
}

function withHint(
  problem: TypeProblem,
  code: string,
  fromOthers: (name: string) => string | undefined,
): Explained {
  const { code: number, messages, start } = problem;
  const [message, ...reasons] = messages;
  const missing = /^Cannot find name '([^']+)'/.exec(message);
  const cell = missing && fromOthers(missing[1]);
  // The compiler's guess at another name would lead away from that cell.
  if (cell)
    return {
      ...problem,
      messages: [`${missing[0]}.`, ...reasons],
      hint: `The cell that makes it, ${cell}, did not compile: look there first.`,
    };
  const line = lineOf(code, start);
  const mayBeMissing = /^(Argument of t|T)ype '[^']*\bundefined' is not assignable/.test(message);
  const hint =
    pythonHabit(line) ?? listHint(problem, line) ?? hintOf(mayBeMissing ? possiblyUndefined : number, line);
  return { ...problem, hint };
}

function hintOf(number: number, line: string): string | undefined {
  return number === 2322 && /^\s*return\b/.test(line) ? returnHint : typeHints[number];
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
