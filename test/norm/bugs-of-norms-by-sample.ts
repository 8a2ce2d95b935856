/** Data: mistakes planted in the normalizations of norms-by-sample.json, and the facts that must notice them. */
import type { Library } from './edited-library.js';
import { facts as crmsNorm } from './facts/crms-norm.js';
import { facts as derf } from './facts/derf.js';
import { facts as dyt } from './facts/dyt.js';
import { facts as instanceNorm } from './facts/instance-norm.js';
import { facts as l2Normalize } from './facts/l2-normalize.js';
import { facts as partialRmsNorm } from './facts/partial-rms-norm.js';
import { facts as scaleNorm } from './facts/scale-norm.js';

type Facts = Readonly<Record<string, (lib: Library) => void>>;
type Bugs = Readonly<Record<string, readonly [file: string, from: string, to: string]>>;

const partial = 'norm/partial-rms-norm.ts';
const crms = 'norm/crms-norm.ts';
const instance = 'norm/instance-norm.ts';
const scale = 'norm/scale-norm.ts';
const l2 = 'norm/l2-normalize.ts';
const length = 'norm/length.ts';
const tanh = 'norm/dyt.ts';
const erf = 'norm/derf.ts';
const rowsOf = 'norm/registry/of-rows.ts';
const each = 'norm/registry/norm.ts';

/** Mistakes that people make, by normalization and name: where, the right text, the wrong text. */
export const familiesBySample: Readonly<Record<string, readonly [facts: Facts, bugs: Bugs]>> = {
  partialRmsNorm: [
    partialRmsNorm,
    {
      'the whole row in the statistic': [partial, 'xn.subarray(0, k)', 'xn'],
      'the last k in place of the first': [partial, 'xn.subarray(0, k)', 'xn.subarray(X.C - k)'],
      'the squares of the first k divided by C': [
        partial,
        'meanSquare(xn.subarray(0, k)) + eps',
        '(meanSquare(xn.subarray(0, k)) * k) / X.C + eps',
      ],
      'only the first k scaled': [
        partial,
        'yn[i] = scale[i] * (xn[i] * r)',
        'yn[i] = scale[i] * (xn[i] * (i < k ? r : 1))',
      ],
      'ε outside the root': [
        partial,
        '1 / Math.sqrt(meanSquare(xn.subarray(0, k)) + eps)',
        '1 / (Math.sqrt(meanSquare(xn.subarray(0, k))) + eps)',
      ],
      'γ ignored': [partial, 'yn[i] = scale[i] * (xn', 'yn[i] = (xn'],
      'k rounded down': [partial, 'Math.ceil(p * C', 'Math.floor(p * C'],
      'k taken with its rounding error': [partial, ' * (1 - 2 * Number.EPSILON)', ''],
      'the sum divided by C on the way back': [partial, 'sumGXhat / k', 'sumGXhat / X.C'],
      'the sum not divided': [partial, 'const s = sumGXhat / k', 'const s = sumGXhat'],
      'the sum over the first k only': [
        partial,
        'sumGXhat += scale[i] * dyXhat',
        'if (i < k) sumGXhat += scale[i] * dyXhat',
      ],
      'γ missing in the sum': [partial, 'sumGXhat += scale[i] * dyXhat', 'sumGXhat += dyXhat'],
      'the way through the statistic dropped': [partial, ' - xn[i] * r * s', ''],
      'the way through the statistic for all numbers': [
        partial,
        'dxn[i] = r * (scale[i] * dyn[i]); //',
        'dxn[i] = r * (scale[i] * dyn[i] - xn[i] * r * s); //',
      ],
      'γ missing behind the first k': [partial, 'r * (scale[i] * dyn[i]); //', 'r * dyn[i]; //'],
      'nothing flows back behind the first k': [partial, 'r * (scale[i] * dyn[i]); //', '0; //'],
      'dγ of the last row only': [partial, 'sumDyXhat[i] += dyXhat', 'sumDyXhat[i] = dyXhat'],
      'composition over the whole row': [partial, 'slice(x, { axis: -1, end: k })', 'x'],
      'another part unless told otherwise': [
        partial,
        'p = 0.0625 }: PartialRMSNormOptions = {},\n): Tensor',
        'p = 0.5 }: PartialRMSNormOptions = {},\n): Tensor',
      ],
      'a percentage accepted': [partial, '!(p > 0 && p <= 1)', '!(p > 0)'],
      'declared as if every number reached its row': [rowsOf, 'reaches: firstHalfReaches,\n', ''],
      'declared as if the order did not matter': [
        rowsOf,
        'equivariantAlong: [0],\n',
        'equivariantAlong: [0, 1],\n',
      ],
    },
  ],
  crmsNorm: [
    crmsNorm,
    {
      'the number left out forgotten': [crms, '(dot(xn, xn) + s * s)', 'dot(xn, xn)'],
      'its square taken off': [crms, '(dot(xn, xn) + s * s)', '(dot(xn, xn) - s * s)'],
      'its square left out of the root': [crms, '(dot(xn, xn) + s * s)', '(dot(xn, xn) + Math.abs(s))'],
      'divided by the count of numbers kept': [crms, ') / C + eps)', ') / X.C + eps)'],
      'ε outside the root': [
        crms,
        '1 / Math.sqrt((dot(xn, xn) + s * s) / C + eps)',
        '1 / (Math.sqrt((dot(xn, xn) + s * s) / C) + eps)',
      ],
      'γ ignored': [crms, 'yn[i] = scale[i] * (xn', 'yn[i] = (xn'],
      'the way through the number left out dropped': [crms, '(xn[i] + s) * r * m', 'xn[i] * r * m'],
      'the number left out without its sign': [crms, '(xn[i] + s) * r * m', '(xn[i] - s) * r * m'],
      'the way through the statistic dropped': [crms, ' - (xn[i] + s) * r * m', ''],
      'rstd missing in x̂': [crms, '(xn[i] + s) * r * m', '(xn[i] + s) * m'],
      'rstd missing in dx': [crms, 'dxn[i] = r * (', 'dxn[i] = ('],
      'γ missing in g': [crms, '(scale[i] * dyn[i] -', '(dyn[i] -'],
      'γ missing in the sum': [crms, 'sumGXhat += scale[i] * dyXhat', 'sumGXhat += dyXhat'],
      'the sum divided by the count of numbers kept': [crms, 'sumGXhat / C', 'sumGXhat / X.C'],
      'the sum not divided': [crms, '[sumGXhat / C,', '[sumGXhat,'],
      'the sum carried over to the next row': [crms, 'let sumGXhat = 0;', 'var sumGXhat = sumGXhat ?? 0;'],
      'dγ of the last row only': [crms, 'sumDyXhat[i] += dyXhat', 'sumDyXhat[i] = dyXhat'],
      'composition without the number left out': [crms, 'add(squares, mul(s, s))', 'squares'],
      'composition over the count of numbers kept': [
        crms,
        'x.shape.length - 1] + 1)',
        'x.shape.length - 1])',
      ],
      'default ε of another framework': [
        crms,
        '{ eps = 1e-5 }: { readonly eps?: number } = {},\n): Tensor',
        '{ eps = 1e-8 }: { readonly eps?: number } = {},\n): Tensor',
      ],
      'a γ for the full row accepted': [
        crms,
        "usedGamma('crmsNorm', { x, gamma }, shape)",
        "usedGamma('crmsNorm', { x, gamma }, gamma?.shape ?? shape)",
      ],
      'declared as if it centred': [
        rowsOf,
        "invariantTo: ['scale'],\n    centres: false,\n    source: 'Jiang",
        "invariantTo: ['shift', 'scale'],\n    centres: true,\n    source: 'Jiang",
      ],
    },
  ],
  instanceNorm: [
    instanceNorm,
    {
      'γ of the sample': [instance, 'gamma.data[n % C], beta', 'gamma.data[Math.floor(n / C) % C], beta'],
      'β of the first channel': [instance, 'beta.data[n % C]]', 'beta.data[0]]'],
      'γ of the sample on the way back': [instance, 'rstd[n], n % C]', 'rstd[n], Math.floor(n / C) % C]'],
      'normalized by n − 1': [
        instance,
        'meanSquare(centred) + eps)',
        '(meanSquare(centred) * positions) / (positions - 1) + eps)',
      ],
      'ε outside the root': [
        instance,
        '1 / Math.sqrt(meanSquare(centred) + eps)',
        '1 / (Math.sqrt(meanSquare(centred)) + eps)',
      ],
      'all channels of a sample together': [
        instance,
        '[rowsOf(x, positions), rowsOf(y, positions)]',
        '[rowsOf(x, C * positions), rowsOf(y, C * positions)]',
      ],
      'mean(dy) dropped': [instance, '(dyn[i] - meanDy - xhat', '(dyn[i] - xhat'],
      'x̂ · mean(dy ⊙ x̂) dropped': [instance, ' - xhat[i] * meanDyXhat', ''],
      'γ missing in dx': [instance, 'gamma.data[c] * r]', 'r]'],
      'rstd missing in dx': [instance, 'gamma.data[c] * r]', 'gamma.data[c]]'],
      'means as sums': [instance, '[sum / positions, sumXhat / positions,', '[sum, sumXhat,'],
      'dγ of the last sample only': [instance, 'sumDyXhat[c] += sumXhat', 'sumDyXhat[c] = sumXhat'],
      'dβ of the last sample only': [instance, 'sumDy[c] += sum', 'sumDy[c] = sum'],
      'dγ and dβ exchanged': [instance, 'gamma: dgamma, beta: dbeta };', 'gamma: dbeta, beta: dgamma };'],
      'composition over the samples too': [
        instance,
        'x.shape.map((_, axis) => axis).slice(2)',
        'x.shape.map((_, axis) => axis).filter((axis) => axis !== 1)',
      ],
      'a single position accepted': [instance, "  requireSeveralPositions('instanceNorm', x);\n", ''],
      'default ε of another framework': [
        instance,
        'inputs: AffineInputs, { eps = 1e-5 }',
        'inputs: AffineInputs, { eps = 1e-3 }',
      ],
    },
  ],
  scaleNorm: [
    scaleNorm,
    {
      'the root mean square in place of the length': [
        scale,
        'Math.max((lengths[n] = lengthOf(xn)), eps); //',
        'Math.max((lengths[n] = lengthOf(xn) / Math.sqrt(X.C)), eps); //',
      ],
      'ε added in place of the maximum': [
        scale,
        'Math.max((lengths[n] = lengthOf(xn)), eps); //',
        '(lengths[n] = lengthOf(xn)) + eps; //',
      ],
      'the length not rooted': [length, 'return Math.sqrt(dot(row, row))', 'return dot(row, row)'],
      'γ ignored': [scale, 'yn[i] = scale * (xn', 'yn[i] = (xn'],
      'γ missing in dx': [scale, '(scale / m)', '(1 / m)'],
      'the length missing in dx': [scale, '(scale / m)', 'scale'],
      'x in place of u on the way back': [scale, 'u[i] * throughLength)', 'xn[i] * throughLength)'],
      'the way through the length dropped': [scale, ' - u[i] * throughLength', ''],
      'the way through the length of short rows, too': [scale, 'lengths[n] < eps ? 0 : sumDyU', 'sumDyU'],
      'the other side at the kink': [scale, 'lengths[n] < eps ?', 'lengths[n] <= eps ?'],
      'dγ of the last row only': [scale, 'total += sumDyU', 'total = sumDyU'],
      'dγ without u': [scale, 'total += sumDyU', 'total += dyn.reduce((sum, d) => sum + d, 0)'],
      'composition: the kink forgotten': [
        length,
        'return where(long, sqrt(where(long, squares, 1)), eps)',
        'return sqrt(squares)',
      ],
      'composition: through the root of 0': [length, 'sqrt(where(long, squares, 1))', 'sqrt(squares)'],
      'composition: the other side at the kink': [
        length,
        'Math.sqrt(square) < eps',
        'Math.sqrt(square) <= eps',
      ],
      'default ε of L2 normalization': [
        scale,
        '{ eps = 1e-5 }: { readonly eps?: number } = {},\n): Tensor',
        '{ eps = 1e-12 }: { readonly eps?: number } = {},\n): Tensor',
      ],
      'a γ for each feature': [scale, '{ x, gamma }, [1])', '{ x, gamma }, gamma?.shape ?? [1])'],
    },
  ],
  l2Normalize: [
    l2Normalize,
    {
      'ε added in place of the maximum': [
        l2,
        'Math.max((lengths[n] = lengthOf(xn)), eps); //',
        '(lengths[n] = lengthOf(xn)) + eps; //',
      ],
      'divided by the square of the length': [l2, 'yn[i] = xn[i] / m', 'yn[i] = xn[i] / (m * m)'],
      'the length missing in dx': [
        l2,
        '(dyn[i] - y[i] * throughLength) / m',
        'dyn[i] - y[i] * throughLength',
      ],
      'x in place of y on the way back': [l2, 'y[i] * throughLength)', 'xn[i] * throughLength)'],
      'the way through the length dropped': [l2, ' - y[i] * throughLength', ''],
      'the way through the length of short rows, too': [l2, 'lengths[n] < eps ? 0 : sumDyY', 'sumDyY'],
      'the other side at the kink': [l2, 'lengths[n] < eps ?', 'lengths[n] <= eps ?'],
      'sums carried over to the next row': [l2, 'let sumDyY = 0;', 'var sumDyY = sumDyY ?? 0;'],
      'composition: the kink forgotten': [
        l2,
        'div(x, lengthsAtLeast(x, eps))',
        'div(x, lengthsAtLeast(x, 0))',
      ],
      'default ε of ScaleNorm': [l2, '{ eps = 1e-12 }', '{ eps = 1e-5 }'],
    },
  ],
  dyt: [
    dyt,
    {
      'α ignored': [tanh, 'tanhOf(a * from[k])', 'tanhOf(from[k])'],
      'α outside of the curve': [tanh, 'tanhOf(a * from[k])', 'a * tanhOf(from[k])'],
      'γ of the row': [tanh, 'to[k] = g[k % C]', 'to[k] = g[Math.floor(k / C) % C]'],
      'β ignored': [tanh, ' * t[k] + b[k % C]', ' * t[k]'],
      'the slope of tanh as 1 − t': [tanh, '(1 - t[k] * t[k])', '(1 - t[k])'],
      'the slope of tanh left out': [tanh, ' * (1 - t[k] * t[k])', ''],
      'α missing in dx': [tanh, 'to[k] = a * h', 'to[k] = h'],
      'γ missing in h': [tanh, 'h = g[i] * d[k]', 'h = d[k]'],
      'dα without x': [tanh, 'sumHX += h * from[k]', 'sumHX += h'],
      'dα of the last number only': [tanh, 'sumHX += h', 'sumHX = h'],
      'dγ with the slope': [tanh, 'sumDyT[i] += d[k] * t[k]', 'sumDyT[i] += d[k] * (1 - t[k] * t[k])'],
      'dγ and dβ exchanged': [tanh, 'gamma: dgamma, beta: dbeta };', 'gamma: dbeta, beta: dgamma };'],
      'composition without α': [tanh, 'tanh(mul(alpha, x))', 'tanh(add(x, mul(alpha, 0)))'],
      'an α for each feature accepted': [tanh, "  requireShape('dyt', 'alpha', alpha, [1]);\n", ''],
      'declared invariant to a scale': [each, 'invariantTo: []', "invariantTo: ['scale']"],
    },
  ],
  derf: [
    derf,
    {
      's ignored': [erf, 'erfOf(a * from[k] + shift)', 'erfOf(a * from[k])'],
      's inside of α': [erf, 'erfOf(a * from[k] + shift)', 'erfOf(a * (from[k] + shift))'],
      's taken off': [erf, 'erfOf(a * from[k] + shift)', 'erfOf(a * from[k] - shift)'],
      's ignored on the way back': [erf, 'u] = [k % C, a * from[k] + shift]', 'u] = [k % C, a * from[k]]'],
      'γ of the row': [erf, 'to[k] = g[k % C]', 'to[k] = g[Math.floor(k / C) % C]'],
      'β ignored': [erf, ' * e[k] + b[k % C]', ' * e[k]'],
      'the slope without 2/√π': [erf, '(steepest * expOf(-u * u))', 'expOf(-u * u)'],
      'the slope of the normal distribution': [erf, 'expOf(-u * u)', 'expOf(-0.5 * u * u)'],
      'the slope of tanh': [erf, '(steepest * expOf(-u * u))', '(1 - e[k] * e[k])'],
      'α missing in dx': [erf, 'to[k] = a * h', 'to[k] = h'],
      'γ missing in h': [erf, 'h = g[i] * d[k]', 'h = d[k]'],
      'dα without x': [erf, 'sumHX += h * from[k]', 'sumHX += h'],
      'ds with x': [erf, 'sumH += h;', 'sumH += h * from[k];'],
      'ds times α': [erf, 'sumH += h;', 'sumH += a * h;'],
      'dα and ds exchanged': [erf, 'alpha: dalpha, s: ds,', 'alpha: ds, s: dalpha,'],
      'dγ and dβ exchanged': [erf, 'gamma: dgamma, beta: dbeta };', 'gamma: dbeta, beta: dgamma };'],
      'composition without s': [erf, 'erf(add(mul(alpha, x), s))', 'erf(add(mul(alpha, x), mul(s, 0)))'],
      's must be given': [
        erf,
        's = constant([1], 0, x.dtype) } = inputs',
        's = constant([1], 1, x.dtype) } = inputs',
      ],
      'an s for each feature accepted': [erf, "  requireShape('derf', 's', s, [1]);\n", ''],
    },
  ],
};
