import { runInThisContext } from 'node:vm';
import ts from 'typescript';
import { gradeCandidate } from '../../grade/index.js';
import type { Candidate, Exercise } from '../../grade/index.js';
import * as library from '../../index.js';
import { runWhileComputing } from './computing.js';
import { equivalentMutants } from './equivalent.js';
import type { EquivalentMutant } from './equivalent.js';
import { mutantsOf } from './mutate.js';
import type { Mutant } from './mutate.js';

/** What the checks of one exercise made of its worked solution with one thing changed. */
export interface TriedMutants {
  readonly id: string;
  readonly mutants: number;
  readonly killed: number;
  /** Those that pass since they give the same answers, with the reason. */
  readonly equivalent: readonly (Mutant & { readonly because: string })[];
  /** Those that pass, and nobody said why. */
  readonly survivors: readonly Mutant[];
  /** Reasons that no mutant needs any more. */
  readonly unused: readonly EquivalentMutant[];
}

/** The names around a worked solution: the library's, and what the notebooks call the last axis. */
const given = { ...library, features: { axis: -1, keepdims: true } };

/**
 * A mutant that never ends is stopped soon, in each check: the worked solution takes a few milliseconds, or some hundred
 * where it draws many numbers.
 */
const limits = { run: runWhileComputing, millisecondsEach: 1500, milliseconds: Infinity };

/**
 * Changes the worked solution of an exercise in every place, one at a time, and tries each on the checks.
 *
 * @returns One sentence if the worked solution itself does not pass.
 */
export function tryMutants(exercise: Exercise): TriedMutants | string {
  const { id, solution } = exercise;
  const passes = (code: string): boolean => {
    const candidate = functionOf(code);
    return candidate !== undefined && gradeCandidate(candidate, exercise, limits).outcome === 'passed';
  };
  if (!passes(solution)) return `The worked solution of ${id} does not pass its own checks.`;
  const mutants = mutantsOf(solution);
  const alive = mutants.filter(({ code }) => passes(code));
  const reasons = Object.hasOwn(equivalentMutants, id) ? equivalentMutants[id] : [];
  const reasonFor = ({ line, was, is }: Mutant): EquivalentMutant | undefined =>
    reasons.find((reason) => reason.line === line && reason.was === was && reason.is === is);
  const used = alive.map(reasonFor);
  return {
    id,
    mutants: mutants.length,
    killed: mutants.length - alive.length,
    equivalent: alive.flatMap((mutant, i) => {
      const because = used[i]?.because;
      return because === undefined ? [] : [{ ...mutant, because }];
    }),
    survivors: alive.filter((_, i) => used[i] === undefined),
    unused: reasons.filter((reason) => !used.includes(reason)),
  };
}

/** The last function of a text, with the library's names around it; nothing where it cannot be read. */
function functionOf(code: string): Candidate | undefined {
  const { outputText } = ts.transpileModule(code.replace(/^export /gm, ''), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, removeComments: true },
  });
  const name = [...code.matchAll(/^(?:export )?function (\w+)/gm)].at(-1)?.[1];
  if (name === undefined) return undefined;
  try {
    const names = Object.keys(given).filter((one) => one !== name);
    const define = runInThisContext(
      `(given) => { const { ${names.join(', ')} } = given; return (() => {${outputText}\nreturn ${name};})(); }`,
    ) as (names: typeof given) => Candidate;
    return define(given);
  } catch {
    return undefined;
  }
}
