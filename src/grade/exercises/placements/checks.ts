import { gradient } from '../../../autograd/gradient.js';
import { Tensor, tensor } from '../../../autograd/tensor.js';
import { stream } from '../../../tensor/random.js';
import { leavesAlone, readsItsArgument } from '../../behaviour.js';
import { agrees } from '../../comparison.js';
import type { Standard } from '../../comparison.js';
import { Failure } from '../../exercise.js';
import type { Check } from '../../exercise.js';
import { brief, shown } from '../../evidence.js';
import { call, copies, farthest, partsOf } from '../../results.js';
import { byHand, manyShapes, piecesWith, subLayer } from './inputs.js';
import type { PlaceFunction, PlaceInputs, Placement } from './inputs.js';
import { checkNames } from './names.js';
import { place } from './right.js';
import { wrongPlacements } from './wrong.js';

const placements: readonly Placement[] = ['post', 'pre', 'peri', 'deepnorm', 'rezero'];

/** One placement at a time: whoever has two wrong is told of the first. */
const standardOf = (placement: Placement): Standard<PlaceInputs, PlaceFunction> => ({
  reference: place,
  parts: ['y'],
  wrong: wrongPlacements.filter(({ caughtBy }) => caughtBy === checkNames[placement]),
  telling: [byHand(placement), ...manyShapes(placement, 0)],
});

const hints: Readonly<Record<Placement, string>> = {
  post: 'Follow the arrows of the first diagram: x goes into f and round it, the two meet, and the norm stands behind.',
  pre: 'In the second diagram the norm stands on the branch, before f; nothing stands on the stream.',
  peri: 'As pre, and a second norm between f and the sum.',
  deepnorm: 'As post, with α on the stream.',
  rezero: 'No norm at all; the gate stands between f and the sum.',
};

const agreesAt = (placement: Placement, points: number): Check<PlaceFunction> =>
  agrees(standardOf(placement), {
    name: checkNames[placement],
    points,
    inputs: (seed) => [byHand(placement), ...manyShapes(placement, seed)],
    hint: hints[placement],
  });

const otherWords: PlaceInputs = ['pre', tensor([[0, 2, 2, 5]]), byHand('pre')[2]];
const oneWord: PlaceInputs = ['pre', tensor([[1, 3, 4, 8]]), byHand('pre')[2]];

/** From the most fundamental to the subtlest. */
export const placementChecks: readonly Check<PlaceFunction>[] = [
  readsItsArgument(standardOf('pre'), { points: 5, inputs: [oneWord, otherWords] }),
  // Before the numbers: whoever writes into x spoils what is asked next.
  leavesAlone({ points: 5, inputs: placements.map(byHand) }),
  agreesAt('post', 15),
  agreesAt('pre', 15),
  agreesAt('peri', 15),
  agreesAt('deepnorm', 15),
  agreesAt('rezero', 10),
  { name: checkNames.once, points: 10, run: asksOnce },
  { name: checkNames.gradients, points: 10, run: rightGradients },
];

function known(name: string): readonly [string, string] {
  const version = wrongPlacements.find((one) => one.name === name);
  return [name, version?.says ?? ''];
}

function asksOnce(candidate: PlaceFunction): void {
  for (const placement of placements) {
    let calls = 0;
    const pieces = piecesWith(3, 0.5, (x) => {
      calls += 1;
      return subLayer(x);
    });
    call(candidate, [placement, byHand(placement)[1], pieces]);
    if (calls !== 1)
      throw new Failure(...known('the sub-layer asked twice'), {
        input: `"${placement}"`,
        expected: 'f is called once',
        got: `f is called ${calls} times`,
      });
  }
}

/** The gradients of ⟨y, dy⟩ for x and the gate. */
function gradientsOf(f: PlaceFunction, placement: Placement, seed: number): readonly Tensor[] {
  const [, x, pieces] = copies(manyShapes(placement, seed)[0]);
  const y = partsOf(f(placement, x, pieces), ['y']).y;
  const dy = new Tensor(stream('placements exercise, dy', seed).normals(y.shape));
  return gradient(y, [x, pieces.gate], { dy });
}

function rightGradients(candidate: PlaceFunction, seed = 0): void {
  for (const placement of placements) {
    const [right, found] = [place, candidate].map((f) => gradientsOf(f, placement, seed));
    const names = ['x', 'the gate'];
    const wrong = right.findIndex((expected, i) => !(farthest(found[i], expected).error <= 1e-9));
    if (wrong < 0) continue;
    const { place: at } = farthest(found[wrong], right[wrong]);
    const evidence = shown([], right[wrong], found[wrong], at);
    const input = `the gradient of ${names[wrong]} in ${placement}, x = ${brief([manyShapes(placement, seed)[0][1]])}`;
    throw new Failure(...known(wrong === 1 ? 'gate taken as a number' : 'stream cut off from the gradient'), {
      ...evidence,
      input,
    });
  }
}
