import { stream } from '../../../tensor/random.js';
import { agrees } from '../../arrays/agreement.js';
import type { Comparison } from '../../arrays/agreement.js';
import type { Standard } from '../../arrays/standard.js';
import { Failure } from '../../exercise.js';
import type { Check } from '../../exercise.js';
import { complexNumbers, inParts } from './asking.js';
import type { ComplexLayerNorm, Parts, Question } from './asking.js';
import { complexLayerNorm, wrongComplexLayerNorms } from './versions.js';

const real = (...re: number[]): Parts => ({ re, im: re.map(() => 0) });
const words = [real(1, 3, 4, 8), real(-2, 0, 1)];
const small = [real(0.1, 0.3, 0.4, 0.8, 0.5), real(-0.2, 0, 0.1, 0.9)];

/** Words of which one feature is a tiny step off the real line. */
function tilted(seed: number): readonly Question[] {
  const random = stream(`complex exercise ${seed}`, 1);
  return [3, 5, 6].map((C, k) => {
    const re = Array.from({ length: C }, () => random.normal());
    return [{ re, im: re.map((_, i) => (i === k ? 1e-100 : 0)) }, 0.1];
  });
}

/** Words anywhere in the plane, their variance in its right half. */
function planar(seed: number): readonly Question[] {
  const random = stream(`complex exercise ${seed}`, 2);
  return [4, 5].map((C) => {
    const re = Array.from({ length: C }, (_, i) => i + random.uniform(-0.2, 0.2));
    return [{ re, im: re.map(() => random.uniform(-0.6, 0.6)) }, 0.1];
  });
}

const standard: Standard<Question, (x: Parts, eps: number) => Parts> = {
  reference: inParts(complexLayerNorm),
  names: ['x', 'eps'],
  form: { re: 'vector', im: 'vector' },
  wrong: wrongComplexLayerNorms.map((version) => ({ ...version, candidate: inParts(version.candidate) })),
  telling: [[words[0], 1e-5], [small[0], 0.3], ...tilted(0), ...planar(0)],
  smallest: { rows: 1, columns: 1 },
  size: () => 0,
};

const comparisons: readonly Comparison<Question>[] = [
  {
    name: 'gives back a complex number for each it is given',
    points: 10,
    inputs: () => [[words[0], 1e-5]],
    tolerance: Number.MAX_VALUE,
    hint: '',
  },
  {
    name: 'is LayerNorm on real numbers',
    points: 30,
    inputs: () => words.map((x) => [x, 1e-5]),
    tolerance: 1e-4,
    hint: 'These numbers have no imaginary part: follow equations (1) to (4) by hand.',
  },
  {
    name: 'uses ε under the root',
    points: 15,
    inputs: () => small.map((x) => [x, 0.3]),
    hint: 'With a deviation large beside √ε it was right. Where does ε stand in equation (3)?',
  },
  {
    name: 'carries the slopes in its imaginary parts',
    points: 30,
    inputs: tilted,
    hint: 'The real parts are right, the imaginary ones are not: in which line do you look at one part of a number alone, or at its size?',
  },
  {
    name: 'is LayerNorm far from the real numbers too',
    points: 10,
    inputs: planar,
    hint: 'The slopes are right. Which product is not that of two complex numbers, (a + bi)(c + di) = (ac − bd) + (ad + bc)i?',
  },
];

/** From the most fundamental to the subtlest. */
export const complexLayerNormChecks: readonly Check<ComplexLayerNorm>[] = [
  ...comparisons.map((comparison): Check<ComplexLayerNorm> => {
    const check = agrees(standard, comparison);
    return { ...check, run: (candidate, seed) => check.run(inParts(candidate), seed) };
  }),
  { name: 'leaves its input as it was', points: 5, run: leavesAlone },
];

function leavesAlone(candidate: ComplexLayerNorm): void {
  const given = complexNumbers(words[0]);
  const before = [...given];
  candidate(given, 1e-5);
  const same = before.length === given.length && before.every((z, i) => z === given[i]);
  if (same) return;
  const known = wrongComplexLayerNorms.find(({ name }) => name === 'input changed');
  throw new Failure(known?.name ?? '', known?.says ?? '', {
    input: `x = [${words[0].re.join(', ')}]`,
    expected: 'the same, afterwards',
    got: `x = [${given.map(({ re }) => re.toFixed(4)).join(', ')}]`,
  });
}
