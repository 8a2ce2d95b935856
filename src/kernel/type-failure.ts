/** A cell that did not compile, as a learner shall read it: what is wrong, where, and what to do. */
import type { NotCompiled, Place, TypeProblem } from './compiler.js';
import { red } from './errors.js';
import type { Failure } from './errors.js';
import { pythonHabit } from './python-habits.js';
import { complexHint, possiblyUndefined, returnHint, typeHints } from './type-hints.js';
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
  const problems = withoutConsequences(found).map((problem) => withHint(problem, code, fromOthers));
  const traceback = problems.slice(0, atMost).flatMap((problem) => describe(problem, name, code));
  if (problems.length > atMost) traceback.push(`… and ${problems.length - atMost} more of the kind.`);
  const [first] = problems;
  return { ename: `TS${first.code}`, evalue: first.messages[0], traceback };
}

const arithmetic: ReadonlySet<number> = new Set([2362, 2363, 2365]);

/** Signs between tensors first, once for each line: that their value is no tensor, or no number, follows from them. */
function withoutConsequences(found: readonly TypeProblem[]): TypeProblem[] {
  const signs = new Map<number, TypeProblem>();
  for (const problem of found)
    if (arithmetic.has(problem.code) && !signs.has(problem.start.line))
      signs.set(problem.start.line, problem);
  const follows = ({ code, messages, start }: TypeProblem): boolean =>
    arithmetic.has(code) ||
    (signs.has(start.line) && /^(Type|Argument of type) 'number' is not assignable/.test(messages[0]));
  return [...signs.values(), ...found.filter((problem) => !follows(problem))];
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
  const mayBeMissing = /^(Argument of t|T)ype '[^']*\bundefined' is not assignable/.test(message);
  const hint =
    pythonHabit(lineOf(code, start)) ?? hintOf(mayBeMissing ? possiblyUndefined : number, code, start);
  return { ...problem, hint };
}

function hintOf(number: number, code: string, start: Place): string | undefined {
  if (arithmetic.has(number) && /complex/i.test(code)) return `${typeHints[number]} ${complexHint}`;
  return number === 2322 && /^\s*return\b/.test(lineOf(code, start)) ? returnHint : typeHints[number];
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
