import {
  adaIN,
  adaLayerNorm,
  batchChannelNorm,
  divisiveNorm,
  film,
  filterResponseNorm,
  l1BatchNorm,
  layerNormScaling,
  layerScale,
  linfBatchNorm,
  localResponseNorm,
  meanOnlyNorm,
  pixelNorm,
  pNorm,
  positionalNorm,
  softCap,
  switchableNorm,
  varianceOnlyNorm,
} from '../../../index.js';
import type { Tensor } from '../../../index.js';
import { number } from './attributes.js';
import type { ByName, Operation } from './operation.js';

/** Numbers that a case has to give, by name. */
type Numbers = Readonly<Record<string, number>>;

/** They are computed in float64 and rounded once. */
export function composition(
  needs: readonly string[],
  attributes: readonly string[],
  run: (inputs: ByName, attributes: Numbers) => Tensor,
): Operation {
  const read = (given: Readonly<Record<string, unknown>>): Numbers =>
    Object.fromEntries(attributes.map((name) => [name, number(name, given[name])]));
  return { needs, attributes, k: 1, run: (inputs, given) => ({ y: run(inputs, read(given)) }) };
}

/** The short compositions among the normalizations. */
export const compositions: Readonly<Record<string, Operation>> = {
  pixel_norm: composition(['x'], ['eps'], ({ x }, { eps }) => pixelNorm({ x }, { eps })),
  positional_norm: composition(['x'], ['eps'], ({ x }, { eps }) => positionalNorm({ x }, { eps })),
  filter_response_norm: composition(['x'], ['eps'], ({ x, g, b, t }, { eps }) =>
    filterResponseNorm({ x, gamma: g, beta: b, tau: t }, { eps }),
  ),
  l1_batch_norm: composition(['x'], ['eps'], ({ x, g, b }, { eps }) =>
    l1BatchNorm({ x, gamma: g, beta: b }, { eps }),
  ),
  linf_batch_norm: composition(['x'], ['eps'], ({ x, g, b }, { eps }) =>
    linfBatchNorm({ x, gamma: g, beta: b }, { eps }),
  ),
  local_response_norm: composition(['x'], ['size', 'alpha', 'beta', 'k'], ({ x }, { size, alpha, beta, k }) =>
    localResponseNorm({ x }, { size, alpha, beta, k }),
  ),
  divisive_norm: composition(['x'], ['size', 'sigma'], ({ x }, { size, sigma }) =>
    divisiveNorm({ x }, { size, sigma }),
  ),
  p_norm: composition(['x'], ['p', 'eps'], ({ x, g }, { p, eps }) => pNorm({ x, gamma: g }, { p, eps })),
  mean_only_norm: composition(['x'], [], ({ x, b }) => meanOnlyNorm({ x, beta: b })),
  variance_only_norm: composition(['x'], ['eps'], ({ x, g }, { eps }) =>
    varianceOnlyNorm({ x, gamma: g }, { eps }),
  ),
  layer_norm_scaling: composition(['x'], ['layer', 'eps'], ({ x, g, b }, { layer, eps }) =>
    layerNormScaling({ x, gamma: g, beta: b }, { layer, eps }),
  ),
  layer_scale: composition(['x', 'l'], [], ({ x, l }) => layerScale({ x, lambda: l })),
  soft_cap: composition(['x'], ['cap'], ({ x }, { cap }) => softCap({ x }, { cap })),
  ada_in: composition(['x', 's'], ['eps'], ({ x, s }, { eps }) => adaIN({ x, style: s }, { eps })),
  film: composition(['x', 'g', 'b'], [], ({ x, g, b }) => film({ x, gamma: g, beta: b })),
  ada_layer_norm: composition(['x', 's', 'b'], ['eps'], ({ x, s, b }, { eps }) =>
    adaLayerNorm({ x, scale: s, shift: b }, { eps }),
  ),
  batch_channel_norm: composition(['x'], ['groups', 'eps'], ({ x, g1, b1, g2, b2 }, { groups, eps }) =>
    batchChannelNorm({ x, gamma1: g1, beta1: b1, gamma2: g2, beta2: b2 }, { groups, eps }),
  ),
  switchable_norm: composition(['x', 'lm', 'lv'], ['eps'], ({ x, g, b, lm, lv }, { eps }) =>
    switchableNorm({ x, gamma: g, beta: b, meanLogits: lm, varianceLogits: lv }, { eps }),
  ),
};
