/** Data: mistakes planted in each normalization but layerNorm, and the facts that must notice them. */
import type { Library } from './edited-library.js';
import { facts as adaNorm } from './facts/ada-norm.js';
import { facts as batchNorm } from './facts/batch-norm.js';
import { facts as detachNorm } from './facts/detach-norm.js';
import { facts as groupNorm } from './facts/group-norm.js';
import { facts as rmsNorm } from './facts/rms-norm.js';

export type Facts = Readonly<Record<string, (lib: Library) => void>>;
export type Bugs = Readonly<Record<string, readonly [file: string, from: string, to: string]>>;

const rms = 'norm/rms-norm.ts';
const training = 'norm/batch-norm/training.ts';
const evaluation = 'norm/batch-norm/evaluation.ts';
const running = 'norm/batch-norm/running.ts';
const statistics = 'norm/batch-norm/statistics.ts';
const batchModule = 'norm/batch-norm/running-norm.ts';
const group = 'norm/group-norm.ts';
const detach = 'norm/detach-norm.ts';
const ada = 'norm/ada-norm.ts';
const requirements = 'norm/requirements.ts';
const rowsOf = 'norm/registry/of-rows.ts';
const channelsOf = 'norm/registry/of-channels.ts';

/** Mistakes that people make, by normalization and name: where, the right text, the wrong text. */
export const families: Readonly<Record<string, readonly [facts: Facts, bugs: Bugs]>> = {
  rmsNorm: [
    rmsNorm,
    {
      'ε outside the root': [
        rms,
        '1 / Math.sqrt(meanSquare(xn) + eps)',
        '1 / (Math.sqrt(meanSquare(xn)) + eps)',
      ],
      'the norm in place of the root mean square': [
        rms,
        'meanSquare(xn) + eps',
        'meanSquare(xn) * X.C + eps',
      ],
      'γ ignored': [rms, 'yn[i] = scale[i] * (xn[i] * r)', 'yn[i] = xn[i] * r'],
      'γ + 1 in place of γ': [rms, 'yn[i] = scale[i] * (xn', 'yn[i] = (1 + scale[i]) * (xn'],
      'mean(g ⊙ x̂) as a sum': [rms, 'sumGXhat / X.C', 'sumGXhat'],
      'γ missing in mean(g ⊙ x̂)': [rms, 'sumGXhat += scale[i] * dyXhat', 'sumGXhat += dyXhat'],
      'γ missing in g': [rms, 'scale[i] * dyn[i] - xn', 'dyn[i] - xn'],
      'x in place of x̂': [rms, '- xn[i] * r * meanGXhat', '- xn[i] * meanGXhat'],
      'the way through the mean square dropped': [rms, ' - xn[i] * r * meanGXhat', ''],
      'sums carried over to the next row': [rms, 'let sumGXhat = 0;', 'var sumGXhat = sumGXhat ?? 0;'],
      'dγ of the last row only': [rms, 'sumDyXhat[i] += dyXhat', 'sumDyXhat[i] = dyXhat'],
      'composition without ε': [
        rms,
        'add(mean(mul(x, x), { axis: -1, keepdims: true }), eps)',
        'mean(mul(x, x), { axis: -1, keepdims: true })',
      ],
      'default ε of another framework': [
        rms,
        '{ eps = 1e-5 }: { readonly eps',
        '{ eps = 1e-6 }: { readonly eps',
      ],
      'an invariance declared that does not hold': [
        rowsOf,
        "invariantTo: ['scale'],\n    centres: false,\n    source: 'Zhang",
        "invariantTo: ['shift', 'scale'],\n    centres: false,\n    source: 'Zhang",
      ],
    },
  ],
  batchNorm: [
    batchNorm,
    {
      'statistics of one channel for all': [statistics, 'mean[c] += data[k]', 'mean[0] += data[k]'],
      'channels read along the last axis': [training, 'g[c] * xhat + b[c]', 'g[k % C] * xhat + b[k % C]'],
      'the mean of what is left not taken off': [
        training,
        '(from[k] - mean[c] - rest[c]) * rstd[c]; //',
        '(from[k] - mean[c]) * rstd[c]; //',
      ],
      'the mean divided by the samples only': [statistics, 'mean[c] /= n', 'mean[c] /= x.shape[0]'],
      'normalized by n − 1': [statistics, 'variance[c] / n - rest', 'variance[c] / (n - 1) - rest'],
      'the square of what is left not taken off': [statistics, ' - rest[c] * rest[c]', ''],
      'ε outside the root': [
        training,
        '1 / Math.sqrt(correction * value + eps)',
        '1 / (Math.sqrt(correction * value) + eps)',
      ],
      'β ignored': [training, 'g[c] * xhat + b[c]', 'g[c] * xhat'],
      'γ of another channel': [training, 'to[k] = g[c] * xhat', 'to[k] = g[0] * xhat'],
      'the gradient through the statistics is cut': [
        training,
        '(d[k] - meanDy[c] - correction * xhat * meanDyXhat[c])',
        'd[k]',
      ],
      'mean(dy) dropped': [training, '(d[k] - meanDy[c] -', '(d[k] -'],
      'x̂ · mean(dy ⊙ x̂) dropped': [training, ' - correction * xhat * meanDyXhat[c]', ''],
      'means over the samples only': [training, 'sum / n', 'sum / x.shape[0]'],
      'γ missing in dx': [training, 'rstd.map((r, c) => g[c] * r)', 'rstd.slice()'],
      'rstd missing in dx': [training, 'rstd.map((r, c) => g[c] * r)', 'rstd.map((_, c) => g[c])'],
      'dγ and dβ exchanged': [training, 'gamma: dgamma, beta: dbeta };', 'gamma: dbeta, beta: dgamma };'],
      'composition without γ': [
        training,
        'add(mul(g, mul(centred, rstd)), b)',
        'add(mul(centred, rstd), add(b, mul(g, 0)))',
      ],
      'one value for each channel accepted': [training, "  requireSeveral('batchNorm', x, shape[0]);\n", ''],
      'the running mean starts over': [running, '(1 - momentum) * means[c] + momentum', 'momentum'],
      'momentum the other way round': [
        running,
        '(1 - momentum) * means[c] + momentum * (',
        'momentum * means[c] + (1 - momentum) * (',
      ],
      'the running variance of the batch, divided by n': [running, ' * correction', ''],
      'the running deviation in place of the variance': [
        running,
        'momentum * variance[c] *',
        'momentum * Math.sqrt(variance[c]) *',
      ],
      'the running mean without what is left': [running, '(mean[c] + rest[c])', 'mean[c]'],
      'an empty batch makes NaN of the running statistics': [running, 'if (n === 0) return;', ''],
      'a momentum above 1 or NaN accepted': [
        running,
        '!(Number.isFinite(momentum) && momentum >= 0 && momentum <= 1)',
        'momentum < 0',
      ],
      'default momentum of another framework': [
        training,
        'momentum = 0.1, bessel = false }: BatchNormOptions',
        'momentum = 0.99, bessel = false }: BatchNormOptions',
      ],
      'in use: ε dropped': [evaluation, 'Math.sqrt(value + eps)', 'Math.sqrt(value)'],
      'in use: divided by the variance': [evaluation, 'Math.sqrt(value + eps)', 'value + eps'],
      'in use: γ missing in dx': [evaluation, 'to[k] = g[c] * rstd[c] * d', 'to[k] = rstd[c] * d'],
      'in use: dγ without the mean': [
        evaluation,
        'sumDyXhat[c] += d[k] * ((from[k] - mean[c])',
        'sumDyXhat[c] += d[k] * ((from[k])',
      ],
      'in use: dβ of the last sample only': [evaluation, 'sumDy[c] += d', 'sumDy[c] = d'],
      'in use: composition without the mean': [
        evaluation,
        'mul(sub(x, mu), r)',
        'mul(sub(x, mul(mu, 0)), r)',
      ],
      'in use: ε of the module dropped': [
        batchModule,
        'Math.sqrt(variance + this.eps)',
        'Math.sqrt(variance)',
      ],
      'the statistics of the batch in use': [batchModule, 'if (!this.training) {', 'if (!this.C) {'],
      'running statistics in training': [batchModule, 'if (!this.training) {', 'if (this.C) {'],
      'running statistics never taken up': [
        batchModule,
        '{ eps, momentum, running });',
        '{ eps, momentum });',
      ],
      'the momentum of the module ignored': [
        batchModule,
        '{ eps, momentum, running });',
        '{ eps, running });',
      ],
    },
  ],
  groupNorm: [
    groupNorm,
    {
      'γ of the place in the group': [
        group,
        'const c = channel[first + i];\n        yn',
        'const c = channel[i];\n        yn',
      ],
      'γ of the place in the group, on the way back': [
        group,
        '[channel[first + i], dyn[i]]',
        '[channel[i], dyn[i]]',
      ],
      'the first sample only has the right groups': [
        group,
        '[Y.row(n), (n % groups) * X.C]',
        '[Y.row(n), Math.min(n, groups - 1) * X.C]',
      ],
      'groups of so many channels': [
        group,
        'const [X, Y] = [x, y].map((array) => rowsOf(array, channel.length / groups))',
        'const [X, Y] = [x, y].map((array) => rowsOf(array, (channel.length / x.shape[1]) * groups))',
      ],
      'ε squared': [group, 'meanSquare(centred) + eps)', 'meanSquare(centred) + eps * eps)'],
      'mean(g) dropped': [group, 'r * (g[i] - meanG - xhat', 'r * (g[i] - xhat'],
      'x̂ · mean(g ⊙ x̂) dropped': [group, ' - xhat[i] * meanGXhat', ''],
      'means over the channels': [
        group,
        '[sumG / X.C, sumGXhat / X.C]',
        '[sumG / x.shape[1], sumGXhat / x.shape[1]]',
      ],
      'dγ of the last group only': [group, 'sumDyXhat[c] += d * xhat[i]', 'sumDyXhat[c] = d * xhat[i]'],
      'γ missing in g': [group, 'g[i] = scale[c] * d;', 'g[i] = d;'],
      'composition over all groups': [
        group,
        '{ axis: -1, keepdims: true }',
        '{ axis: [-1, -2], keepdims: true }',
      ],
      'groups that do not divide the channels accepted': [requirements, 'C % groups === 0', 'C >= groups'],
      'statistics of another grouping in the registry': [channelsOf, '{ groups, eps }', '{ groups: 1, eps }'],
    },
  ],
  detachNorm: [
    detachNorm,
    {
      'nothing is detached': [detach, "detach === 'variance' ? sumG / X.C : 0", 'sumG / X.C'],
      'the variance stays attached': [detach, "detach === 'mean' ? sumGXhat / X.C : 0", 'sumGXhat / X.C'],
      'mean and variance exchanged': [detach, "detach === 'variance' ? sumG", "detach === 'mean' ? sumG"],
      'composition: nothing is detached': [
        detach,
        "detach === 'variance' ? centred : sub(x, cutOff(mu))",
        'centred',
      ],
      'composition: the variance stays attached': [detach, "detach === 'mean' ? rstd : cutOff(rstd)", 'rstd'],
      'γ missing in g': [detach, 'g[i] = scale[i] * dyn[i]', 'g[i] = dyn[i]'],
      'rstd missing in dx': [detach, 'dxn[i] = r * (g[i]', 'dxn[i] = (g[i]'],
      'dγ without x̂': [detach, 'dyn[i] * xhat[i]; //', 'dyn[i]; //'],
      'x̂ not scaled on the way back': [detach, 'xhat[i] *= r;', 'xhat[i] *= 1;'],
      'detaches nothing unless told to': [
        detach,
        "{ eps = 1e-5, detach = 'both' }: { readonly",
        "{ eps = 1e-5, detach = 'mean' }: { readonly",
      ],
      'an unknown form accepted': [detach, "  requireDetached('detachNorm', detach);\n", ''],
      'declared as if nothing were detached': [
        rowsOf,
        "centres: true,\n    detaches: true,\n    source: 'Xu et al. (2019), arXiv:1911.07013',\n    apply: ({ x, gamma",
        "centres: true,\n    detaches: false,\n    source: 'Xu et al. (2019), arXiv:1911.07013',\n    apply: ({ x, gamma",
      ],
    },
  ],
  adaNorm: [
    adaNorm,
    {
      'the factor rises': [ada, 'yn[i] = scale * (1 - k * xhat)', 'yn[i] = scale * (1 + k * xhat)'],
      'the factor taken for 1 on the way back': [ada, 'scale * (1 - k * xhat[i]) * dyn[i]', 'scale * dyn[i]'],
      'the factor differentiated': [ada, '(1 - k * xhat[i]) * dyn', '(1 - 2 * k * xhat[i]) * dyn'],
      'composition: the factor differentiated': [
        ada,
        'mul(detach(mul(scale, sub(1, mul(k, xhat)))), xhat)',
        'mul(mul(scale, sub(1, mul(k, xhat))), xhat)',
      ],
      'the scale dropped on the way back': [ada, 'g[i] = scale * (1', 'g[i] = (1'],
      'mean(g) dropped': [ada, '(g[i] - meanG - xhat', '(g[i] - xhat'],
      'k of another paper': [
        ada,
        'k = 0.1 }: AdaNormOptions = {},\n): Tensor',
        'k = 0.01 }: AdaNormOptions = {},\n): Tensor',
      ],
      'k not checked': [ada, "  requireNumber(op, 'k', k);\n", ''],
    },
  ],
};
