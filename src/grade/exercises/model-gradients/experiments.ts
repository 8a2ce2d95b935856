import { gradientCheck } from '../../../autograd/gradient-check.js';
import { gradient } from '../../../autograd/gradient.js';
import { numericGradient } from '../../../autograd/numeric-gradient.js';
import { Tensor } from '../../../autograd/tensor.js';
import { stream } from '../../../tensor/random.js';
import type { RightVersion, WrongVersion } from '../../exercise.js';
import type { Model, ModelExperiment } from './models.js';

/** What the checks are called. */
export const checkNames = {
  right: 'believes models whose gradients are right',
  inputs: 'refuses models whose gradient of x is wrong',
  parameters: 'refuses models in which one parameter hears wrongly',
} as const;

type Six = Parameters<Model>;

/** x of so many rows, and the five parameters: nothing special about any number. */
function inputs(rows = 3, seed = 1): Six {
  const random = stream('whole model', seed);
  const drawn = (...shape: number[]): Tensor => new Tensor(random.normals(shape, { mean: 0.3 }));
  return [drawn(rows, 3), drawn(3), drawn(3, 3), drawn(3), drawn(3, 3), drawn(3)];
}

const cotangent = (y: Tensor, seed = 1): Tensor => new Tensor(stream('cotangent', seed).normals(y.shape));
const filledLike = (t: Tensor, value: number): Tensor =>
  new Tensor({ shape: t.shape, dtype: t.dtype, data: t.data.map(() => value) });

/** Way back and nudging, side by side, for the inputs at these places. */
function sides(
  model: Model,
  at: Six,
  places: readonly number[],
  dy: Tensor,
): readonly (readonly [Tensor, Tensor])[] {
  const asked = places.map((i) => at[i]);
  const back = gradient(model(...at), asked, { dy });
  const slopes = numericGradient(
    (...moved: Tensor[]) => {
      const now = [...at] as Six;
      places.forEach((place, i) => (now[place] = moved[i]));
      return model(...now);
    },
    asked,
    { dy },
  );
  return back.map((value, i) => [value, slopes[i]] as const);
}

const all = [0, 1, 2, 3, 4, 5];
const agree = (
  model: Model,
  places = all,
  { at = inputs(), tolerance = 1e-6, dy = cotangent(model(...at)) } = {},
): boolean =>
  sides(model, at, places, dy).every(([a, b]) =>
    a.data.every((value, i) => Math.abs(value - b.data[i]) <= tolerance * Math.max(1, Math.abs(b.data[i]))),
  );

/** Experiments that tell all of them, each in its own way. */
export const rightExperiments: readonly RightVersion<ModelExperiment>[] = [
  {
    name: 'the library’s gradient check',
    candidate: (model) => gradientCheck((...given) => model(...(given as unknown as Six)), inputs()).ok,
  },
  { name: 'nudging every number', candidate: (model) => agree(model) },
  {
    name: 'one parameter after the other',
    candidate: (model) => all.every((place) => agree(model, [place], { at: inputs(2, 5) })),
  },
  {
    name: 'two cotangents',
    candidate: (model) =>
      [3, 4].every((seed) =>
        agree(model, all, { at: inputs(4, seed), dy: cotangent(model(...inputs(4, seed)), seed) }),
      ),
  },
];

/** Experiments that do not do. */
export const wrongExperiments: readonly WrongVersion<ModelExperiment>[] = [
  {
    name: 'equal to the last digit',
    says: 'You ask for equal digits. Nudging is exact to nine or ten of them at best: allow a millionth.',
    caughtBy: checkNames.right,
    candidate: (model) => agree(model, all, { tolerance: 0 }),
  },
  {
    name: 'the verdict the wrong way round',
    says: 'You say true of the wrong models and false of the right ones. true is for gradients that are right.',
    caughtBy: checkNames.right,
    candidate: (model) => !agree(model),
  },
  {
    name: 'an answer of one shape',
    says: 'You count on an answer of three numbers for each row. A model may answer in another shape: make your cotangent from its answer.',
    caughtBy: checkNames.right,
    candidate: (model: Model): boolean => {
      const at = inputs();
      return model(...at).shape[1] === 3 && agree(model);
    },
  },
  {
    name: 'outputs only',
    says: 'You look at outputs. They are right in all of these models: ask for gradients.',
    caughtBy: checkNames.inputs,
    candidate: (model) => model(...inputs()).data.every(Number.isFinite),
  },
  {
    name: 'parameters only',
    says: 'You ask for the parameters and not for x. What is below this model, an embedding or another layer, hears through x.',
    caughtBy: checkNames.inputs,
    candidate: (model) => agree(model, [1, 2, 3, 4, 5]),
  },
  {
    name: 'not all zero',
    says: 'You ask whether some gradient is not 0. Most wrong gradients are not 0 either: compare with nudging.',
    caughtBy: checkNames.inputs,
    candidate: (model: Model): boolean => {
      const at = inputs();
      const back = gradient(model(...at), [...at], { dy: cotangent(model(...at)) });
      return back.every(({ data }) => data.some((value) => value !== 0));
    },
  },
  {
    name: 'sum as the loss',
    says: 'Your cotangent is all ones and your γ too. Behind the final norm nearly every gradient is then 0, a wrong one as well as a right one: draw both at random.',
    caughtBy: checkNames.inputs,
    candidate: (model: Model): boolean => {
      const at = inputs();
      at[5] = filledLike(at[5], 1);
      return agree(model, all, { at, dy: filledLike(model(...at), 1) });
    },
  },
  {
    name: 'every γ is 1',
    says: 'Every γ that you hand over is 1. A way back that forgets to multiply by γ is right there: draw them at random.',
    caughtBy: checkNames.inputs,
    candidate: (model: Model): boolean => {
      const at = inputs();
      for (const place of [1, 3, 5]) at[place] = filledLike(at[place], 1);
      return agree(model, all, { at });
    },
  },
  {
    name: 'x only',
    says: 'You ask for x alone. Each parameter has a gradient of its own, and training needs those.',
    caughtBy: checkNames.parameters,
    candidate: (model) => agree(model, [0]),
  },
  {
    name: 'the last parameter left out',
    says: 'You leave out the last parameter, the γ of the final norm. A list of parameters is checked whole.',
    caughtBy: checkNames.parameters,
    candidate: (model) => agree(model, [0, 1, 2, 3, 4]),
  },
  {
    name: 'matrices left out',
    says: 'You check x and the γ, and leave out the matrices. Most parameters stand in those.',
    caughtBy: checkNames.parameters,
    candidate: (model) => agree(model, [0, 1, 3, 5]),
  },
  {
    name: 'one row',
    says: 'You take one row. A sum and a mean over one row are the same: take two or more.',
    caughtBy: checkNames.parameters,
    candidate: (model) => agree(model, all, { at: inputs(1) }),
  },
  {
    name: 'allows too much',
    says: 'You allow a twentieth. A gradient that is off by one percent passes: allow a millionth.',
    caughtBy: checkNames.parameters,
    candidate: (model) => agree(model, all, { tolerance: 0.05 }),
  },
];
