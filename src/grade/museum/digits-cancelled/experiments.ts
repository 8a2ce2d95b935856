import { add, astype, mean, mul, sub } from '../../../autograd/index.js';
import type { Tensor } from '../../../autograd/index.js';
import { layerNorm } from '../../../norm/layer-norm.js';
import type { RightVersion, WrongVersion } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { apart, normals } from '../damage.js';
import { near } from '../experiments.js';
import { features } from '../layer-norms.js';
import type { Layer } from './layers.js';

const rows = (offset: number): Tensor => normals('digits', [8, 64], { mean: offset, dtype: 'float32' });
/** What the stored numbers give when every digit is kept. */
const truth = (x: Tensor): Tensor => astype(layerNorm({ x: astype(x, 'float64') }), 'float32');
const both = [-1e4, 1e4];

/** Names of the checks. */
export const [believing, refusing, disguises] = [
  'believes layers that keep what digits there are',
  'refuses the difference of squares',
  'refuses it also where no NaN betrays it',
];

/** Plausible experiments that do not do. */
export const wrong: readonly WrongVersion<Experiment<Layer>>[] = [
  {
    name: 'digits that float32 does not have',
    says: 'You ask for more digits than are there. float32 stores seven in all, and an offset of ten thousand takes four of them: allow a hundredth.',
    caughtBy: believing,
    candidate: (layer) => both.every((offset) => near(layer(rows(offset)), truth(rows(offset)), 1e-9)),
  },
  {
    name: 'too far out',
    says: 'You go so far from zero that the digits are lost before the layer sees them: at 10⁹, float32 stores steps of 64. No layer can bring them back; stay below 10⁵ and compare with what was stored.',
    caughtBy: believing,
    candidate: (layer) => near(layer(rows(1e9)), layer(rows(0)), 0.1),
  },
  {
    name: 'the verdict the wrong way round',
    says: 'You say true where the numbers far from zero are off. That is the bug: true is for layers that keep their digits.',
    caughtBy: believing,
    candidate: (layer) => !both.every((offset) => near(layer(rows(offset)), truth(rows(offset)), 0.02)),
  },
  {
    name: 'near zero',
    says: 'Your rows lie near zero. There the two squares are small and nothing cancels: move them away, by thousands.',
    caughtBy: refusing,
    candidate: (layer) => near(layer(rows(0)), truth(rows(0)), 0.02),
  },
  {
    name: 'wide instead of far',
    says: 'You make the rows wide, and they still lie around zero. Nothing cancels there: keep the deviation near 1 and move the mean, by thousands.',
    caughtBy: refusing,
    candidate: (layer: Layer): boolean => {
      const x = normals('digits', [8, 64], { deviation: 5000, dtype: 'float32' });
      return near(layer(x), truth(x), 0.02);
    },
  },
  {
    name: 'in float64',
    says: 'Your rows are float64, with sixteen digits: an offset of ten thousand costs eight, and enough are left. Ask in float32, where the bug lives.',
    caughtBy: refusing,
    candidate: (layer: Layer): boolean => {
      const x = normals('digits', [8, 64], { mean: 1e4 });
      return near(layer(x), layerNorm({ x }), 0.02);
    },
  },
  {
    name: 'NaN passes',
    says: 'You say false where the error is above a limit, and NaN is above nothing: every comparison with it is false. Ask whether the error is small, !(error < 0.05).',
    caughtBy: refusing,
    candidate: (layer) =>
      !both.some((offset) => apart(layer(rows(offset)).data, truth(rows(offset)).data) > 0.05),
  },
  {
    name: 'the same twice',
    says: 'You compare the layer with itself. It makes the same mistake both times: compare with the truth, in float64.',
    caughtBy: refusing,
    candidate: (layer) => layer(rows(1e3)).data.join() === layer(rows(1e3)).data.join(),
  },
  {
    name: 'a little off zero',
    says: 'You move the rows by too little: squaring costs two digits for each power of ten, and float32 has seven. Go to thousands.',
    caughtBy: refusing,
    candidate: (layer) => near(layer(rows(100)), layer(rows(0)), 0.05),
  },
  {
    name: 'only whether it is finite',
    says: 'You look for NaN. Where the variance comes out too large, or is kept from going below 0, there is none, and every digit is wrong: compare the numbers.',
    caughtBy: disguises,
    candidate: (layer) => both.every((offset) => layer(rows(offset)).data.every(Number.isFinite)),
  },
  {
    name: 'one offset',
    says: 'You ask near one offset only, on one side of zero. Whoever knows that offset can subtract it first: take several, on both sides.',
    caughtBy: disguises,
    candidate: (layer) => near(layer(rows(5000)), truth(rows(5000)), 0.02),
  },
  {
    name: 'one side of zero',
    says: 'All your rows lie above zero. A layer may do something that helps there and harms below: ask on both sides.',
    caughtBy: disguises,
    candidate: (layer) =>
      [2000, 5000, 1e4].every((offset) => near(layer(rows(offset)), truth(rows(offset)), 0.02)),
  },
  {
    name: 'a tolerance for the outrageous',
    says: 'You let errors pass that are as large as the numbers themselves. Not every wrong answer is outrageous: allow a twentieth.',
    caughtBy: disguises,
    candidate: (layer) => both.every((offset) => near(layer(rows(offset)), truth(rows(offset)), 2)),
  },
];

/** Experiments that do, each in its own way. */
export const right: readonly RightVersion<Experiment<Layer>>[] = [
  {
    name: 'the truth in float64, on both sides of zero',
    candidate: (layer) => both.every((offset) => near(layer(rows(offset)), truth(rows(offset)), 0.02)),
  },
  {
    name: 'the same rows, moved',
    candidate: (layer) => [3000, -3000].every((offset) => near(layer(rows(offset)), layer(rows(0)), 0.02)),
  },
  {
    name: 'mean square 1, far out',
    candidate: (layer) =>
      both.every((offset) => {
        const y = layer(rows(offset));
        return [...mean(mul(y, y), features).data].every((value) => Math.abs(value - 1) < 0.02);
      }),
  },
  {
    name: 'mirrored rows',
    candidate: (layer: Layer): boolean => {
      const x = rows(5000);
      const [y, z] = [layer(x), layer(sub(0, x))];
      const middle = layer(sub(x, 5000));
      return near(mul(-1, y), z, 0.02) && near(add(y, 10), add(middle, 10), 0.02) && near(y, middle, 0.05);
    },
  },
];
