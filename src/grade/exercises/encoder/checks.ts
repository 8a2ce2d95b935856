import { gradient } from '../../../autograd/gradient.js';
import { Tensor } from '../../../autograd/tensor.js';
import { stream } from '../../../tensor/random.js';
import { leavesAlone } from '../../behaviour.js';
import { agrees } from '../../comparison.js';
import type { Standard } from '../../comparison.js';
import { shown } from '../../evidence.js';
import { Failure } from '../../exercise.js';
import type { Check } from '../../exercise.js';
import { copies, farthest, partsOf } from '../../results.js';
import { moreLayers, oneLayer, withFinalNorm } from './inputs.js';
import type { EncodeFunction, EncodeInputs } from './inputs.js';
import { checkNames } from './names.js';
import { encode } from './right.js';
import { wrongEncoders } from './wrong.js';

type Compared = 'post' | 'pre' | 'more' | 'final';

const asked: Readonly<Record<Compared, (seed: number) => readonly EncodeInputs[]>> = {
  post: () => [oneLayer('post')],
  pre: () => [oneLayer('pre')],
  more: moreLayers,
  final: withFinalNorm,
};

/** One thing at a time: whoever has two wrong is told of the first. */
const standardOf = (part: Compared): Standard<EncodeInputs, EncodeFunction> => ({
  reference: encode,
  parts: ['y'],
  wrong: wrongEncoders.filter(({ caughtBy }) => caughtBy === checkNames[part]),
  telling: asked[part](0),
});

const agreesIn = (part: Compared, points: number, hint: string): Check<EncodeFunction> =>
  agrees(standardOf(part), { name: checkNames[part], points, inputs: asked[part], hint });

/** From the most fundamental to the subtlest. */
export const encoderChecks: readonly Check<EncodeFunction>[] = [
  // First: whoever writes into x spoils what is asked next.
  leavesAlone({ points: 5, inputs: [oneLayer('post'), oneLayer('pre')] }),
  agreesIn(
    'post',
    25,
    'Follow one layer of the paper’s figure: attention, dropout, add, norm1; then the same with feedForward and norm2.',
  ),
  agreesIn(
    'pre',
    25,
    'Each sub-layer hears its norm of the stream, and its answer, dropout behind it, is added to the stream itself.',
  ),
  agreesIn('more', 20, 'With one layer it was right. What does the second one take?'),
  agreesIn('final', 15, 'What is the last thing that happens in pre, and what in post?'),
  { name: checkNames.gradients, points: 10, run: rightGradients },
];

/** The gradient of ⟨y, dy⟩ for x. */
function gradientOf(f: EncodeFunction, input: EncodeInputs, seed: number): Tensor {
  const [x, ...rest] = copies(input);
  const { y } = partsOf(f(x, ...rest), ['y']);
  const dy = new Tensor(stream('encoder exercise, dy', seed).normals(y.shape));
  return gradient(y, [x], { dy })[0];
}

function rightGradients(candidate: EncodeFunction, seed = 0): void {
  for (const input of withFinalNorm(seed)) {
    const [right, found] = [encode, candidate].map((f) => gradientOf(f, input, seed));
    const { error, place } = farthest(found, right);
    if (error <= 1e-9) continue;
    const known = wrongEncoders.find(({ caughtBy }) => caughtBy === checkNames.gradients);
    const evidence = shown([], right, found, place);
    throw new Failure(known?.name ?? '', known?.says ?? '', {
      ...evidence,
      input: `the gradient of x in ${input[2]}, for a random dy`,
    });
  }
}
