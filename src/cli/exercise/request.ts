import { transformSync } from 'esbuild';
import { near } from '../near.js';
import { functionNameOf } from './skeleton.js';

const usage = 'exercise: npm run exercise -- hand-out NAME… --out DIR, or npm run exercise -- new NAME';

/** What stands after the command, understood. */
export type Request =
  | { readonly kind: 'hand-out'; readonly names: readonly string[]; readonly out: string }
  | { readonly kind: 'new'; readonly name: string }
  | { readonly kind: 'help' };

/** What the command does, in lines. */
export const helpLines = (known: readonly string[]): string[] => [
  'npm run exercise -- hand-out NAME… --out DIR',
  '    writes into a new folder what learners get: what is asked for, the file to write into or the notebook, hints; no solutions',
  'npm run exercise -- new NAME',
  '    lays out a new exercise over arrays, registers it, and says what to do next; from then on npm run ok names what it lacks',
  'exit code 0 when it is done, 2 when it could not be',
  `exercises: ${known.map(inShell).join(', ')}`,
];

const inShell = (name: string): string => (name.includes(' ') ? `"${name}"` : name);

/**
 * @param known The names of the exercises there are.
 * @returns One sentence where the words cannot be understood.
 */
export function understood(
  [command, ...words]: readonly string[],
  known: readonly string[],
): Request | string {
  if ([command, ...words].some((word) => word === '--help' || word === '-h')) return { kind: 'help' };
  if (command === 'hand-out') return handOutAsked(words, known);
  if (command === 'new') return newAsked(words, known);
  return command === undefined ? `${usage}.` : `${usage}; there is no ${command}.`;
}

function handOutAsked(words: readonly string[], known: readonly string[]): Request | string {
  const at = words.indexOf('--out');
  const out = at < 0 ? undefined : words[at + 1];
  const others = at < 0 ? words : [...words.slice(0, at), ...words.slice(at + 2)];
  const flag = others.find((word) => word.startsWith('-'));
  if (flag !== undefined) return `${usage}; there is no ${flag}.`;
  const names = [...new Set(others)];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined)
    return `exercise: there is no exercise ${unknown}; near it are ${near(unknown, known).slice(0, 3).join(', ')}.`;
  if (names.length === 0) return `${usage}; the exercises are ${known.join(', ')}.`;
  if (out === undefined || out.startsWith('-')) return `${usage}; --out and the folder to write are missing.`;
  return { kind: 'hand-out', names, out };
}

function newAsked([name, ...more]: readonly string[], known: readonly string[]): Request | string {
  if (name === undefined) return `${usage}; the name is missing.`;
  if (more.length > 0) return `${usage}; one name at a time, got ${[name, ...more].join(' ')}.`;
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    return `exercise: a name is small letters, numbers and single hyphens, as in group-norm; got ${name}.`;
  if (known.includes(name)) return `exercise: there is an exercise ${name} already; choose another name.`;
  if (!namesAFunction(functionNameOf(name)))
    return `exercise: no function can be called ${functionNameOf(name)}; choose another name.`;
  return { kind: 'new', name };
}

/** False for the words that TypeScript keeps for itself. */
function namesAFunction(name: string): boolean {
  try {
    transformSync(`export function ${name}() {}`, { loader: 'ts', logLevel: 'silent' });
    return true;
  } catch {
    return false;
  }
}
