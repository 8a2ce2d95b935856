import type { Exercise } from '../../exercise.js';
import { layerNormChecks } from './checks.js';
import type { LayerNormFunction } from './inputs.js';
import { rightLayerNorms } from './right.js';
import { wrongLayerNorms } from './wrong/index.js';

/** E1.1: LayerNorm from its five equations. */
export const layerNormExercise: Exercise<LayerNormFunction> = {
  id: 'E1.1',
  title: 'Your own LayerNorm',
  statement:
    'Write LayerNorm. x has shape [..., C], any number of axes; gamma and beta have shape [C]. Build it from mean, sub, mul, add, div and sqrt, so that gradients can flow back through it.',
  why: 'Every Transformer calls this layer twice in every block. Many published versions are subtly wrong, and most usual tests let them pass.',
  difficulty: 2,
  importance: 3,
  minutes: 10,
  signature: 'layerNorm(x: Tensor, gamma: Tensor, beta: Tensor, eps: number): Tensor',
  hints: [
    'The five lines of section 2 are equations (1) to (4). Which number there must become an argument?',
    'x can have two axes or three. axis: -1 is right for both; keepdims: true keeps each mean beside its row.',
    'Line (5) is add(mul(gamma, xhat), beta). ε is added under the root, to the variance.',
  ],
  solution: `function myLayerNorm(x: Tensor, gamma: Tensor, beta: Tensor, eps: number): Tensor {
  const features = { axis: -1, keepdims: true };
  const centred = sub(x, mean(x, features)); // (1)
  const variance = mean(mul(centred, centred), features); // (2)
  const xhat = div(centred, sqrt(add(variance, eps))); // (3) (4)
  return add(mul(gamma, xhat), beta); // (5)
}`,
  checks: layerNormChecks,
  wrong: wrongLayerNorms,
  right: rightLayerNorms,
};
