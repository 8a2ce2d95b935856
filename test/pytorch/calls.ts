import type { Call } from './process.js';
import { drawn } from './recipes.js';
import type { Draw, Recipe } from './recipes.js';

/** A call that lacks only the cotangent of y, whose shape the library finds. */
export type Draft = Pick<Call, 'attrs' | 'in' | 'wants'>;

type Maker = (recipe: Recipe, draw: Draw) => Draft;

const affineOf = ({ affine }: Recipe, draw: Draw, shape: readonly number[]): Draft['in'] =>
  affine ? { g: draw.normal(...shape), b: draw.normal(...shape) } : {};

const draft = (inputs: Draft['in'], attrs: Draft['attrs'] = {}, constant: Draft['in'] = {}): Draft => ({
  attrs,
  in: { ...inputs, ...constant },
  wants: Object.keys(inputs),
});

/** [N, C, ...] with two numbers or more for each channel, or each channel of a sample. */
function image({ sizes, axes }: Recipe, bySample: boolean): number[] {
  const [N, C, ...rest] = sizes.slice(0, bySample ? Math.max(3, axes) : axes);
  const positions = rest.reduce((product, length) => product * length, 1);
  if (bySample) return positions > 1 ? [N, C, ...rest] : [N, C, 2, ...rest.slice(1)];
  return [N * positions > 1 ? N : 2, C, ...rest];
}

const pointwise: Maker = ({ sizes, axes }, draw) => draft({ x: draw.data(...sizes.slice(0, axes)) });
const alongAxis: Maker = ({ sizes, axes, picks }, draw) =>
  draft({ x: draw.data(...sizes.slice(0, axes)) }, { dim: (picks[0] % (2 * axes)) - axes });

/** Every normalization that has a name in PyTorch, and the layers and losses of src/nn, by the names of the golden files. */
export const makers: Readonly<Record<string, Maker>> = {
  layer_norm(recipe, draw) {
    const shape = recipe.sizes.slice(0, recipe.axes);
    const normalized = shape.slice(recipe.picks[0] % recipe.axes);
    const inputs = { x: draw.data(...shape), ...affineOf(recipe, draw, normalized) };
    return draft(inputs, { eps: recipe.eps, normalized_shape: normalized });
  },
  rms_norm({ sizes, axes, affine, eps }, draw) {
    const shape = sizes.slice(0, axes);
    const gamma = affine ? { g: draw.normal(shape[axes - 1]) } : {};
    return draft({ x: draw.data(...shape), ...gamma }, { eps });
  },
  batch_norm_train(recipe, draw) {
    const shape = image(recipe, false);
    return draft(
      { x: draw.data(...shape), ...affineOf(recipe, draw, [shape[1]]) },
      { eps: recipe.eps, momentum: [0.1, 0.3, 1, 0][recipe.picks[0] % 4] },
      { rm: draw.normal(shape[1]), rv: draw.positive(shape[1]) },
    );
  },
  batch_norm_eval(recipe, draw) {
    const shape = image(recipe, false);
    const running = { rm: draw.normal(shape[1]), rv: draw.positive(shape[1]) };
    const inputs = { x: draw.data(...shape), ...affineOf(recipe, draw, [shape[1]]) };
    return draft(inputs, { eps: recipe.eps }, running);
  },
  group_norm(recipe, draw) {
    const [N, C, ...rest] = image(recipe, false); // PyTorch refuses one sample of one number for each group.
    const groups = 1 + (recipe.picks[0] % 3);
    const inputs = { x: draw.data(N, C * groups, ...rest), ...affineOf(recipe, draw, [C * groups]) };
    return draft(inputs, { groups, eps: recipe.eps });
  },
  instance_norm(recipe, draw) {
    const shape = image(recipe, true);
    return draft({ x: draw.data(...shape), ...affineOf(recipe, draw, [shape[1]]) }, { eps: recipe.eps });
  },
  local_response_norm({ sizes, axes, picks: [size, alpha, beta] }, draw) {
    const options = { size: 1 + (size % 5), alpha: (alpha % 4) / 4, beta: 0.25 * (1 + (beta % 4)), k: 2 };
    return draft({ x: draw.data(...sizes.slice(0, Math.max(3, axes))) }, options);
  },
  l2_normalize: ({ sizes, axes, picks }, draw) =>
    draft({ x: draw.data(...sizes.slice(0, axes)) }, { eps: [1e-12, 0.5, 2][picks[0] % 3] }),
  unit_rows({ sizes, axes, picks }, draw) {
    const options = { dim: (picks[0] % (2 * axes)) - axes, eps: [1e-12, 0.5, 2][picks[1] % 3] };
    return draft({ w: draw.data(...sizes.slice(0, axes)) }, options);
  },
  weight_norm({ sizes, axes, picks }, draw) {
    const shape = sizes.slice(0, axes);
    const dim = picks[0] % axes;
    const g = draw.normal(...shape.map((length, axis) => (axis === dim ? length : 1)));
    return draft({ v: draw.data(...shape), g }, { dim });
  },
  spectral_norm({ sizes, axes, picks }, draw) {
    const shape = sizes.slice(0, axes);
    const options = { iterations: 1 + (picks[0] % 3), eps: 1e-12 };
    return draft({ w: draw.data(...shape) }, options, { u: draw.positive(shape[0]) });
  },
  ...Object.fromEntries(
    ['relu', 'tanh', 'erf', 'gelu', 'gelu_tanh', 'silu', 'sigmoid', 'softplus'].map((op) => [op, pointwise]),
  ),
  softmax: alongAxis,
  log_softmax: alongAxis,
  linear({ sizes, axes, affine, picks }, draw) {
    const [x, out] = [sizes.slice(0, axes), 1 + (picks[0] % 5)];
    const bias = affine ? { b: draw.normal(out) } : {};
    return draft({ x: draw.data(...x), w: draw.normal(out, x[axes - 1]), ...bias });
  },
  conv2d({ sizes: [N, C, H, W], affine, picks }, draw) {
    const [out, h, w] = picks.map((pick) => 1 + (pick % 3));
    const padding = [picks[1] % 4, picks[2] % 4];
    const stride = [1 + (picks[0] % 2), 1 + (picks[1] % 2)];
    const image = [N, C, Math.max(H, h - 2 * padding[0]), Math.max(W, w - 2 * padding[1])];
    const bias = affine ? { b: draw.normal(out) } : {};
    return draft({ x: draw.data(...image), w: draw.normal(out, C, h, w), ...bias }, { stride, padding });
  },
  embedding({ sizes: [count, width, ...tokens] }, draw) {
    return draft({ w: draw.data(count, width) }, {}, { t: draw.classes(count, ...tokens) });
  },
  cross_entropy({ sizes, axes, picks }, draw) {
    const [rows, K] = [sizes.slice(0, axes - 1), sizes[axes - 1]];
    const options = {
      reduction: picks[0] % 2 === 0 ? 'mean' : 'sum',
      label_smoothing: (picks[1] % 3) / 4,
      ignore_index: picks[2] % 2 === 0 ? -100 : 0,
    };
    return draft({ x: draw.data(...rows, K) }, options, { t: draw.classes(K, ...rows) });
  },
  z_loss: ({ sizes, axes, picks }, draw) =>
    draft({ x: draw.data(...sizes.slice(0, axes)) }, { coef: 0.1 * (1 + (picks[0] % 3)) }),
};

/** The inputs of a call of this operation. In float32 they stay near 0 and rows far from flat: what rounding costs is another question. */
export function draftOf(op: string, recipe: Recipe): Draft {
  const used =
    recipe.dtype === 'float32' ? { ...recipe, offset: 0, scale: 1, flat: false, eps: 0.1 } : recipe;
  return makers[op](used, drawn(used));
}
