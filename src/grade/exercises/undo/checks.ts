import { Tensor, tensor } from '../../../autograd/tensor.js';
import { stream } from '../../../tensor/random.js';
import { formatShape } from '../../../tensor/shape.js';
import { leavesAlone, readsItsArgument } from '../../behaviour.js';
import { agrees } from '../../comparison.js';
import type { Standard } from '../../comparison.js';
import { brief } from '../../evidence.js';
import { Failure } from '../../exercise.js';
import type { Check } from '../../exercise.js';
import { call, partsOf } from '../../results.js';
import { undo } from './right.js';
import type { UndoFunction } from './right.js';
import { wrongUndos } from './wrong.js';

type Inputs = readonly [x: Tensor, eps: number];

const word: Inputs = [tensor([1, 3, 4, 8]), 0.5];
const words = (seed: number): readonly Inputs[] => {
  const numbers = (C: number): Tensor =>
    new Tensor(stream(`undo exercise ${seed}`, C).normals([C], { mean: 2, deviation: 3 }));
  return [
    [numbers(3), 0.1],
    [numbers(6), 0.01],
    [numbers(6), 1e-5],
    [tensor([2, 2, 2]), 0.25],
  ];
};
const standard: Standard<Inputs, UndoFunction> = {
  reference: undo,
  parts: ['gamma', 'beta'],
  wrong: wrongUndos,
  telling: [word, ...words(0).slice(0, 2)],
};

/** From the most fundamental to the subtlest. */
export const undosChecks: readonly Check<UndoFunction>[] = [
  readsItsArgument(standard, { points: 15, inputs: [word, [tensor([0, 5, 5, 7]), 0.5]] }),
  { name: 'has one γ and one β for each feature', points: 10, run: onePerFeature },
  agrees(standard, {
    name: 'multiplies by what was divided, adds what was subtracted',
    points: 45,
    inputs: () => [word],
    hint: 'LayerNorm did two things to this word. Undo the last one first.',
  }),
  agrees(standard, {
    name: 'works for words of every length, and every ε',
    points: 20,
    inputs: words,
    hint: 'Which of your lines counts on one length, or on one ε?',
  }),
  leavesAlone({ points: 10, inputs: [word] }),
];

/** Its own check, so that whoever made single numbers is told to make copies, whether the axis was kept or not. */
function onePerFeature(candidate: UndoFunction): void {
  const [x] = word;
  const parts = partsOf(call(candidate, word), standard.parts);
  for (const name of standard.parts) {
    const { shape } = parts[name];
    if (formatShape(shape) === formatShape(x.shape)) continue;
    const evidence = {
      input: brief(word),
      expected: `${name} of shape ${formatShape(x.shape)}`,
      got: `${name} of shape ${formatShape(shape)}`,
    };
    const known = wrongUndos.find(({ name: version }) => version === byShape[formatShape(shape)]);
    throw known
      ? new Failure(known.name, known.says, evidence)
      : new Failure(
          'shape',
          `${name} should have one entry for each feature of x, shape [C], and has shape ${formatShape(shape)}.`,
          evidence,
        );
  }
}

const byShape: Readonly<Record<string, string>> = {
  '[]': 'single numbers',
  '[1]': 'one number in a list',
  '[3]': 'always three features',
};
