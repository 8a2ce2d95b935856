import type { Exercise } from '../../exercise.js';
import type { Battery } from './asked.js';
import { batteryChecks } from './checks.js';
import { rightBatteries } from './right.js';
import { wrongBatteries } from './wrong.js';

/** E4.3: checks that catch every wrong layer of the hall and accuse no right one. */
export const catchAllExercise: Exercise<Battery> = {
  id: 'E4.3',
  title: 'Checks that catch all eighteen',
  statement:
    'You are handed a LayerNorm and do not know who wrote it. Ask it whatever you like, and say true if you believe that it is LayerNorm, false if not. No right layer may be accused, however it is written; none of the eighteen wrong ones may pass.',
  why: 'A check that lets mistakes pass is worth little, and one that cries wolf is soon switched off. Writing one that does neither is the whole craft.',
  difficulty: 3,
  importance: 3,
  minutes: 20,
  asks: 'an experiment',
  signature: 'myChecks(layer: (x: Tensor, gamma: Tensor, beta: Tensor, eps: number) => Tensor): boolean',
  hints: [
    'Begin with one comparison: random x, γ and β, the numbers of the layer beside those of layerNorm, to nine digits. Look at the score, then ask what each of those that still slip through would do differently, and where.',
    'Three axes, all lengths different. A second ε, about as large as the variance. Then the gradients of x, γ and β for a random dy, beside those of layerNorm.',
    "One wrong layer is right in float64. Hand over float32 words around 10 000, with γ and β in float32 as well, and allow an error of 0.02, since right layers need some of it: new Tensor(stream('mine', 5).normals([3, 6], { mean: 1e4, dtype: 'float32' })).",
  ],
  solution: `function myChecks(layer: LayerNormFunction): boolean {
  const random = stream('my checks', 1);
  const near = (a: Tensor, b: Tensor, most: number) => b.data.every((v, i) => Math.abs(a.data[i] - v) <= most);
  const agrees = (eps: number) => {
    const [x, dy] = [1, 2].map(() => new Tensor(random.normals([2, 3, 4])));
    const [gamma, beta] = [1, 2].map(() => new Tensor(random.normals([4])));
    const [y, right] = [layer(x, gamma, beta, eps), layerNorm({ x, gamma, beta }, { eps })];
    const [found, wanted] = [y, right].map((each) => gradient(each, [x, gamma, beta], { dy }));
    return near(y, right, 1e-9) && wanted.every((d, i) => near(found[i], d, 1e-9));
  };
  const x = new Tensor(random.normals([3, 6], { mean: 1e4, dtype: 'float32' }));
  const [gamma, beta] = [1, 2].map(() => new Tensor(random.normals([6], { dtype: 'float32' })));
  const far = near(layer(x, gamma, beta, 1e-5), layerNorm({ x, gamma, beta }), 0.02);
  return agrees(1e-5) && agrees(0.3) && far;
}`,
  checks: batteryChecks,
  wrong: wrongBatteries,
  right: rightBatteries,
};
