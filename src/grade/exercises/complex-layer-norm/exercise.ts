import type { Exercise } from '../../exercise.js';
import type { ComplexLayerNorm } from './asking.js';
import { complexLayerNormChecks } from './checks.js';
import { rightComplexLayerNorms, wrongComplexLayerNorms } from './versions.js';

/** E4.2: equations (1) to (4) for complex numbers, so that one can step sideways. */
export const complexLayerNormExercise: Exercise<ComplexLayerNorm> = {
  id: 'E4.2',
  title: 'LayerNorm in the complex plane',
  statement:
    'Write equations (1) to (4) for a list of complex numbers of any length: x̂, one complex number for each. The methods add, sub, mul, div and sqrt of Complex take another Complex or a plain number.',
  why: 'A function written so gives slopes without a step to choose: the imaginary part of what comes out is the slope, to all digits.',
  difficulty: 2,
  importance: 2,
  minutes: 6,
  signature: 'complexLayerNorm(x: Complex[], eps: number): Complex[]',
  hints: [
    'A sum is x.reduce((a, b) => a.add(b)). A mean is that, .div(x.length).',
    'A square is c.mul(c), not the square of a size: sizes look at both parts at once, and that is not what (2) says. Square with map, then add up: reduce would leave its first number as it is.',
    'The deviation is variance.add(eps).sqrt(), one complex number for the word.',
  ],
  solution: `function complexLayerNorm(x: Complex[], eps: number): Complex[] {
  const meanOf = (v: Complex[]) => v.reduce((a, b) => a.add(b)).div(v.length);
  const mu = meanOf(x); // (1)
  const centred = x.map((v) => v.sub(mu));
  const variance = meanOf(centred.map((c) => c.mul(c))); // (2)
  const deviation = variance.add(eps).sqrt(); // 1/r, (3)
  return centred.map((c) => c.div(deviation)); // (4)
}`,
  checks: complexLayerNormChecks,
  wrong: wrongComplexLayerNorms,
  right: rightComplexLayerNorms,
};
