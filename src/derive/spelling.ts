/** The spellings that people bring along, from NumPy, PyTorch, TypeScript or paper, written as the language has them. */
import { Unreadable } from './errors.js';

const greek: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  ε: 'eps',
  ϵ: 'eps',
  η: 'eta',
  λ: 'lambda',
  μ: 'mu',
  µ: 'mu',
  π: 'pi',
  ρ: 'rho',
};
const signs: Readonly<Record<string, string>> = {
  '**': '^',
  '⊙': '*',
  '·': '*',
  '⋅': '*',
  '∗': '*',
  '×': '*',
  '−': '-',
  '–': '-',
  '÷': '/',
  '½': '(1/2)',
  '²': '^2',
  '³': '^3',
  'σ²': 'variance',
  x̂: 'xhat',
  ŵ: 'what',
  '√': 'sqrt',
  '≤': '<=',
  '≥': '>=',
};
const spellings = new Map([...Object.entries(greek), ...Object.entries(signs)]);
const pattern = new RegExp(
  [...spellings.keys()]
    .sort((a, b) => b.length - a.length)
    .map((text) => text.replace(/[*^]/g, '\\$&'))
    .join('|'),
  'gu',
);

const longest = 2000;
const deepest = 60;

/**
 * A line in the spelling of the language.
 *
 * @throws {Unreadable} if it is empty, far too long, or nested far too deeply.
 * @example
 * plainSpelling('np.mean(γ ⊙ x̂**2)'); // 'mean(gamma * xhat^2)'
 */
export function plainSpelling(text: string): string {
  if (text.length > longest)
    throw new Unreadable(
      `The line has ${text.length} characters; up to ${longest} are read. Write it shorter, with the names that are there.`,
    );
  const depth = depthOf(text);
  if (depth > deepest)
    throw new Unreadable(
      `The brackets are nested ${depth} deep; up to ${deepest} are read. Write it flatter.`,
    );
  const plain = text
    .normalize('NFC')
    .replace(/x̂/gu, 'xhat')
    .replace(/√\s*([\p{L}_][\p{L}\p{N}_]*(?:\[[^\]]*\])?)/gu, 'sqrt($1)')
    .replace(/\{\s*axis\s*:\s*(-?\d+)[^}]*\}/g, 'axis=$1')
    .replace(/,\s*features\s*\)/g, ', axis=-1)')
    .replace(/\b(np|numpy|torch|math|Math|jnp)\.(?=[a-z])/g, '')
    .replace(pattern, (found) => spellings.get(found) ?? found)
    .replace(/;\s*$/, '')
    .trim();
  const axes = /\b(?:axis|dim)\s*=\s*[([]/.exec(plain);
  if (axes) throw new Unreadable(`"${axes[0]}…": one axis at a time, as in axis=0, or none for all of them.`);
  if (/[Σ∑]/u.test(plain))
    throw new Unreadable('A Σ is written sum(k, …), with the letter that runs, or sum(…) of vectors.');
  if (plain.includes('@')) throw new Unreadable('There is no @ here: a sum of products is sum(a * b).');
  if (plain === '') throw new Unreadable('There is nothing here yet: write the line between the quotes.');
  return plain;
}

function depthOf(text: string): number {
  let [depth, most] = [0, 0];
  for (const sign of text) {
    if ('([{'.includes(sign)) most = Math.max(most, ++depth);
    if (')]}'.includes(sign)) depth--;
  }
  return most;
}
