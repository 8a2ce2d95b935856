/** Data: mistakes planted in each normalization of weights, and the facts that must notice them. */
import type { Bugs, Facts } from './bugs-of-the-family.js';
import { facts as cosineScores } from './facts/cosine-scores.js';
import { facts as hypersphericalStep } from './facts/hyperspherical-step.js';
import { facts as sigmaReparam } from './facts/sigma-reparam.js';
import { facts as spectralNorm } from './facts/spectral-norm.js';
import { facts as unitRows } from './facts/unit-rows.js';
import { facts as weightNorm } from './facts/weight-norm.js';
import { facts as weightStandardization } from './facts/weight-standardization.js';

const weight = 'norm/weight-norm.ts';
const standardization = 'norm/weight-standardization.ts';
const spectral = 'norm/spectral-norm.ts';
const sigma = 'norm/sigma-reparam.ts';
const rows = 'norm/unit-rows.ts';
const step = 'norm/hyperspherical-step.ts';
const cosine = 'norm/cosine-scores.ts';
const slices = 'norm/slices.ts';
const weightsOf = 'norm/registry/of-weights.ts';
const sphereOf = 'norm/registry/of-sphere.ts';

/** Mistakes that people make, by normalization and name: where, the right text, the wrong text. */
export const weights: Readonly<Record<string, readonly [facts: Facts, bugs: Bugs]>> = {
  weightNorm: [
    weightNorm,
    {
      'the squared length in place of the length': [
        weight,
        '(size[k] = Math.max(Math.sqrt(dot(vk, vk)), eps))',
        '(size[k] = Math.max(dot(vk, vk), eps))',
      ],
      'the root mean square in place of the length': [
        weight,
        'Math.sqrt(dot(vk, vk)), eps)',
        'Math.sqrt(meanSquare(vk)), eps)',
      ],
      'ε added in place of a least divisor': [
        weight,
        'Math.max(Math.sqrt(dot(vk, vk)), eps)',
        'Math.sqrt(dot(vk, vk)) + eps',
      ],
      'ε dropped': [weight, 'Math.max(Math.sqrt(dot(vk, vk)), eps)', 'Math.sqrt(dot(vk, vk))'],
      'g ignored': [weight, 'g.data[k] * (value / s)', 'value / s'],
      'exp(g) in place of g': [weight, 'g.data[k] * (value / s)', 'Math.exp(g.data[k]) * (value / s)'],
      'one length for all outputs': [
        weight,
        'const [vk, dwk, s] = [V.read(k), DW.read(k), size[k]]',
        'const [vk, dwk, s] = [V.read(k), DW.read(k), size[0]]',
      ],
      'dv not turned to a right angle': [weight, '(d - off * vk[i])', 'd'],
      'dv with the part along v added': [weight, '(d - off * vk[i])', '(d + off * vk[i])'],
      'dv without g': [weight, '(g.data[k] / s) * (d', '(1 / s) * (d'],
      'dv without the length': [weight, '(g.data[k] / s) * (d', 'g.data[k] * (d'],
      'dg not divided by the length': [weight, 'dot(dwk, vk) / s); //', 'dot(dwk, vk)); //'],
      'dv turned where ε is the divisor': [weight, 's > eps ? along / s : 0', 'along / s'],
      'composition without g': [
        weight,
        "mul(g, normalize(v, { axes, center: false, scale: 'l2', eps }))",
        "normalize(v, { axes, center: false, scale: 'l2', eps })",
      ],
      'composition that centres': [weight, "center: false, scale: 'l2'", "center: true, scale: 'l2'"],
      'the axis of the inputs kept': [
        weight,
        'filter((one) => one !== axis)',
        'filter((one) => one === axis)',
      ],
      'columns by default': [
        weight,
        '{ axis = 0, eps = 1e-12 }: WeightNormOptions = {},\n): Tensor',
        '{ axis = 1, eps = 1e-12 }: WeightNormOptions = {},\n): Tensor',
      ],
      'ε of another normalization': [
        weight,
        '{ axis = 0, eps = 1e-12 }: WeightNormOptions = {},\n): Tensor',
        '{ axis = 0, eps = 1e-5 }: WeightNormOptions = {},\n): Tensor',
      ],
      'g of any shape that fits': [
        weight,
        "  requireShape('weightNorm', 'g', g, besideSlices(v.shape, kept));\n",
        '',
      ],
      'a slice read from the wrong place': [slices, '* count + k) * run', '* count) * run + k'],
      'a start that only scales': [weight, '(b.data[k] - mu) / sigma', 'b.data[k] / sigma'],
      'a start with b not scaled': [weight, '(b.data[k] - mu) / sigma', 'b.data[k] - mu'],
      'a start that forgets the present g': [weight, 'g.data[k] /= sigma', 'g.data[k] = 1 / sigma'],
      'a start by the variance': [
        weight,
        'sigma: Math.sqrt(meanSquare(centre(yk, new Float64Array(Y.length))))',
        'sigma: meanSquare(centre(yk, new Float64Array(Y.length)))',
      ],
      'a start that divides by zero': [weight, '!(sigma > 0 && sigma < Infinity)', '!(sigma < Infinity)'],
      'a module that shares its weights': [
        weight,
        'new Tensor(ndarray(weight.data, weight.shape, weight.dtype))',
        'new Tensor(weight)',
      ],
      'a module that starts from g = 1': [
        weight,
        'this.g.data[k] = Math.sqrt(dot(vk, vk))',
        'this.g.data[k] = 1',
      ],
      'ε lost in the registry': [
        weightsOf,
        'weightNorm({ v: x, g }, { eps })',
        'weightNorm({ v: x, g }, { eps: 1e-3 + 0 * eps })',
      ],
      'one statistic for all outputs, declared': [
        weightsOf,
        'Math.floor((place * shape[0]) / sizeOf(shape))',
        'Math.floor(place / sizeOf(shape))',
      ],
    },
  ],
  weightStandardization: [
    weightStandardization,
    {
      'divided by the variance': [
        standardization,
        '1 / Math.sqrt(meanSquare(centred) + eps)',
        '1 / (meanSquare(centred) + eps)',
      ],
      'ε outside the root': [
        standardization,
        '1 / Math.sqrt(meanSquare(centred) + eps)',
        '1 / (Math.sqrt(meanSquare(centred)) + eps)',
      ],
      'variance divided by n − 1': [
        standardization,
        'meanSquare(centred) + eps)',
        '(meanSquare(centred) * W.length) / Math.max(1, W.length - 1) + eps)',
      ],
      'only scaled': [
        standardization,
        'const centred = centre(W.read(k), new Float64Array(W.length));',
        'const centred = W.read(k);',
      ],
      'mean(dŵ) dropped': [standardization, '(d - meanD - what', '(d - what'],
      'ŵ · mean(dŵ ⊙ ŵ) dropped': [standardization, ' - what[i] * meanDWhat', ''],
      'mean(dŵ ⊙ ŵ) as a sum': [standardization, 'dot(dyk, what) / W.length', 'dot(dyk, what)'],
      'rstd missing in dw': [standardization, 'r * (d - meanD', '(d - meanD'],
      'rstd of the first output for all': [standardization, '[DY.read(k), rstd[k]]', '[DY.read(k), rstd[0]]'],
      'w in place of ŵ on the way back': [
        standardization,
        'const what = centre(W.read(k), new Float64Array(W.length)).map((value) => value * r);',
        'const what = W.read(k);',
      ],
      'composition without ε': [
        standardization,
        'add(mean(mul(centred, centred), slice), eps)',
        'mean(mul(centred, centred), slice)',
      ],
      'the axis of the inputs kept': [
        standardization,
        'filter((one) => one !== axis)',
        'filter((one) => one === axis)',
      ],
      'columns by default': [standardization, '{ axis = 0, eps = 1e-5 }: {', '{ axis = 1, eps = 1e-5 }: {'],
      'ε of another framework': [
        standardization,
        '{ axis = 0, eps = 1e-5 }: {',
        '{ axis = 0, eps = 1e-6 }: {',
      ],
      'ε not checked': [standardization, "  requireEps('weightStandardization', eps);\n", ''],
      'declared as if it did not centre': [
        weightsOf,
        "invariantTo: ['shift', 'scale'],\n    centres: true,\n    source: 'Qiao",
        "invariantTo: ['scale'],\n    centres: true,\n    source: 'Qiao",
      ],
    },
  ],
  spectralNorm: [
    spectralNorm,
    {
      'the Frobenius norm in place of σ': [
        spectral,
        'const s = Math.max(sigma, eps);',
        'const s = Math.max(Math.sqrt(dot(w.data, w.data)), eps);',
      ],
      'divided by σ²': [spectral, '(value) => value / s)', '(value) => value / (s * s))'],
      'σ taken for a constant on the way back': [
        spectral,
        '(dyi[j] - along * u[i] * v[j]) / s',
        'dyi[j] / s',
      ],
      'u vᵀ without v': [spectral, 'along * u[i] * v[j]', 'along * u[i]'],
      'ŵ in place of u vᵀ': [spectral, 'along * u[i] * v[j]', '(along * W.row(i)[j]) / s'],
      '⟨dŵ, w⟩ not divided by σ': [spectral, 'dot(dy.data, w.data) / s : 0', 'dot(dy.data, w.data) : 0'],
      'turned where ε is the divisor': [
        spectral,
        's > eps ? dot(dy.data, w.data) / s : 0',
        'dot(dy.data, w.data) / s',
      ],
      'dw not divided by σ': [spectral, '(dyi[j] - along * u[i] * v[j]) / s', 'dyi[j] - along * u[i] * v[j]'],
      'ε added in place of a least divisor': [spectral, 'Math.max(sigma, eps)', 'sigma + eps'],
      'composition: σ taken for a constant': [
        spectral,
        'sigma.data[0] < eps ? eps : sigma',
        'sigma.data[0] < eps ? eps : sigma.data[0]',
      ],
      'composition without ε': [spectral, 'sigma.data[0] < eps ? eps : sigma', 'sigma'],
      'v not of length 1': [spectral, 'v = unit(v, eps);', 'v = Float64Array.from(v);'],
      'a start that is not of length 1': [spectral, 'let u: Row = unit(data, 0);', 'let u: Row = data;'],
      'one step too many': [spectral, 'step < Math.max(1, iterations)', 'step < Math.max(1, iterations + 1)'],
      'v forgotten where u stays': [spectral, 'Math.max(1, iterations)', 'iterations'],
      'u never improved': [
        spectral,
        'if (iterations > 0 && dot(found.u, found.u) > 0) u.data.set(found.u);',
        '',
      ],
      'u improved in use': [
        spectral,
        '{ iterations: training ? iterations : 0, eps }',
        '{ iterations, eps }',
      ],
      'u rescaled in use': [spectral, 'if (iterations > 0 && dot', 'if (dot'],
      'NaN kept in u': [spectral, 'dot(found.u, found.u) > 0)', 'dot(found.u, found.u) !== 0)'],
      'zeros kept in u': [
        spectral,
        'if (iterations > 0 && dot(found.u, found.u) > 0)',
        'if (iterations > 0 && dot(found.u, found.u) >= 0)',
      ],
      'no step unless said otherwise': [
        spectral,
        '{ iterations = 1, eps = 1e-12 }: SpectralNormOptions = {},\n): Tensor',
        '{ iterations = 0, eps = 1e-12 }: SpectralNormOptions = {},\n): Tensor',
      ],
      'ε of another normalization': [
        spectral,
        '{ iterations = 1, eps = 1e-12 }: SpectralNormOptions = {},\n): Tensor',
        '{ iterations = 1, eps = 1e-5 }: SpectralNormOptions = {},\n): Tensor',
      ],
      'only the first kernels read': [
        spectral,
        'const columns = w.data.length / rows;',
        'const columns = w.shape[1];',
      ],
      'a u without direction accepted': [
        spectral,
        'u.data.every((value) => value === 0)',
        'u.data.length === 0',
      ],
      'a module that shares its weights': [
        spectral,
        'new Tensor(ndarray(weight.data, weight.shape, weight.dtype))',
        'new Tensor(weight)',
      ],
      'declared as if nothing were detached': [weightsOf, 'detaches: true', 'detaches: false'],
    },
  ],
  sigmaReparam: [
    sigmaReparam,
    {
      'divided by σ²': [sigma, 'sigma: sqrt(sum(mul(pa, a)))', 'sigma: sum(mul(pa, a))'],
      'the Frobenius norm in place of σ': [
        sigma,
        'sigma: sqrt(sum(mul(pa, a)))',
        'sigma: sqrt(sum(mul(a, a)))',
      ],
      'γ ignored': [sigma, 'gamma.data[0] * (value / s)', 'value / s'],
      'γ missing in dw': [sigma, '[gamma.data[0] / s, dot', '[1 / s, dot'],
      'σ taken for a constant on the way back': [
        sigma,
        '(dy.data[i] - (turned * slope[i]) / s)',
        'dy.data[i]',
      ],
      'σ · u vᵀ in place of u vᵀ': [sigma, '(turned * slope[i]) / s', 'turned * slope[i]'],
      'turned the wrong way': [sigma, 'dy.data[i] - (turned', 'dy.data[i] + (turned'],
      'dγ with γ': [sigma, 'dgamma.data[0] = along;', 'dgamma.data[0] = gamma.data[0] * along;'],
      'turned where ε is the divisor': [sigma, 's > eps ? along : 0', 'along'],
      'ε dropped': [sigma, 'Math.max(sigma.data[0], eps)', 'sigma.data[0]'],
      'composition without ε': [sigma, 'sigma.data[0] < eps ? eps : sigma', 'sigma'],
      'composition: σ taken for a constant': [
        sigma,
        'sigma.data[0] < eps ? eps : sigma',
        'sigma.data[0] < eps ? eps : sigma.data[0]',
      ],
      'zeros divided by zero': [sigma, 'dot(w.data, w.data) === 0', 'dot(w.data, w.data) < 0'],
      'too few squarings': [sigma, 'k < 64 && change > settled', 'k < 64 && change > 1e-3'],
      'settled where singular values are close': [sigma, 'const settled = 1e-14', 'const settled = 1e-8'],
      'one squaring only': [sigma, 'k < 64 && change', 'k < 1 && change'],
      'P of trace n': [sigma, 'div(matmul(p, p), sum(mul(p, p)))', 'div(matmul(p, p), sqrt(sum(mul(p, p))))'],
      'a tall matrix not turned back': [sigma, 'wide ? pa : transpose(pa)', 'pa'],
      'only the first kernels read': [sigma, 'w.data.length / w.shape[0]]', 'w.shape[1]]'],
      'in float32': [sigma, "astype(new Tensor(w), 'float64')", 'new Tensor(w)'],
      'γ of any shape': [
        sigma,
        "usedGamma('sigmaReparam', { x: w, gamma }, [1])",
        "usedGamma('sigmaReparam', { x: w, gamma }, gamma?.shape ?? [1])",
      ],
      'ε of another normalization': [
        sigma,
        '{ eps = 1e-12 }: { readonly eps?: number } = {},\n): Tensor',
        '{ eps = 1e-5 }: { readonly eps?: number } = {},\n): Tensor',
      ],
      'a module that shares its weights': [
        sigma,
        'new Tensor(ndarray(weight.data, weight.shape, weight.dtype))',
        'new Tensor(weight)',
      ],
      'a module without its γ': [
        sigma,
        'sigmaReparam({ w: weight, gamma }, { eps })',
        'sigmaReparam({ w: weight }, { eps })',
      ],
    },
  ],
  unitRows: [
    unitRows,
    {
      'rows of root mean square 1': [rows, "scale: 'l2'", "scale: 'rms'"],
      'rows of sum 1': [rows, "scale: 'l2'", "scale: 'l1'"],
      'rows that are centred': [rows, 'center: false', 'center: true'],
      'columns by default': [rows, '{ axis = -1, eps', '{ axis = 0, eps'],
      'ε of another normalization': [rows, 'eps = 1e-12 }', 'eps = 1e-5 }'],
      'ε lost': [rows, "scale: 'l2', eps }", "scale: 'l2' }"],
      'rows without numbers accepted by name of another': [
        rows,
        "  requireNormalizedShape('unitRows', [w.shape[along]]);\n",
        '',
      ],
      'ε lost in the registry': [
        weightsOf,
        'unitRows({ w: x }, { eps })',
        'unitRows({ w: x }, { eps: 1e-3 + 0 * eps })',
      ],
    },
  ],
  hypersphericalStep: [
    hypersphericalStep,
    {
      'the sum in place of the way between': [
        step,
        'sub(unitRows({ w: branch }, { eps }), h)',
        'unitRows({ w: branch }, { eps })',
      ],
      'the sub-layer not normalized': [step, 'sub(unitRows({ w: branch }, { eps }), h)', 'sub(branch, h)'],
      'the stream normalized first': [
        step,
        'return unitRows({ w: add(h, mul(alpha, way)) }',
        'return unitRows({ w: add(unitRows({ w: h }, { eps }), mul(alpha, way)) }',
      ],
      'left off the sphere': [
        step,
        'return unitRows({ w: add(h, mul(alpha, way)) }, { eps });',
        'return add(h, mul(alpha, way));',
      ],
      'α ignored': [step, 'add(h, mul(alpha, way))', 'add(h, way)'],
      'ε of another normalization': [
        step,
        '{ eps = 1e-12 }: { readonly eps?: number } = {},\n): Tensor',
        '{ eps = 1e-5 }: { readonly eps?: number } = {},\n): Tensor',
      ],
      'ε lost for the sub-layer': [step, 'unitRows({ w: branch }, { eps })', 'unitRows({ w: branch })'],
      'α may be negative': [step, 'add(relu(this.s), relu(neg(this.s)))', 'mul(this.s, 1)'],
      's not scaled': [step, 'this.start * Math.sqrt(this.C)', 'this.start'],
      'start of another depth': [step, '{ start = 0.05, eps', '{ start = 0.1, eps'],
      'ε of the module ignored': [step, 'alpha: this.alpha() }, { eps: this.eps }', 'alpha: this.alpha() }'],
      'a branch that is stretched accepted': [
        step,
        "  requireShape('hypersphericalStep', 'branch', inputs.branch, inputs.h.shape);\n",
        '',
      ],
      'an α that is stretched accepted': [
        step,
        "requireShape('hypersphericalStep', 'alpha', inputs.alpha, requireRows('hypersphericalStep', inputs.h, 'h'));",
        '',
      ],
      'ε not checked': [step, "  requireEps('hypersphericalStep', eps);\n", ''],
      'stream and sub-layer exchanged in the registry': [
        sphereOf,
        'hypersphericalStep({ h: x, branch, alpha }',
        'hypersphericalStep({ h: branch, branch: x, alpha }',
      ],
    },
  ],
  cosineScores: [
    cosineScores,
    {
      'queries not normalized': [cosine, 'matmul(unitRows({ w: q }, { eps }),', 'matmul(q,'],
      'keys not normalized': [cosine, 'unitRows({ w: k }, { eps })', 'k'],
      'divided by √D as well': [
        cosine,
        'mul(scale, cosines)',
        'mul(mul(scale, cosines), 1 / Math.sqrt(q.shape[q.shape.length - 1]))',
      ],
      'the scale ignored': [cosine, 'return mul(scale, cosines);', 'return cosines;'],
      'normalized over the positions': [
        cosine,
        'unitRows({ w: q }, { eps })',
        'unitRows({ w: q }, { axis: -2, eps })',
      ],
      'ε of another normalization': [
        cosine,
        '{ eps = 1e-12 }: { readonly eps?: number } = {},\n): Tensor',
        '{ eps = 1e-5 }: { readonly eps?: number } = {},\n): Tensor',
      ],
      'ε lost for the keys': [cosine, 'unitRows({ w: k }, { eps })', 'unitRows({ w: k })'],
      'any scale that can be stretched': [
        cosine,
        '!fitting.some((shape) => sameShape(shape, scale.shape))',
        'fitting.length === 0',
      ],
      'a scale for each query': [cosine, '[H, 1, 1]]', '[H, 1, 1], [q.shape[q.shape.length - 2], 1]]'],
      'the bound ignored': [cosine, 'sub(most, relu(sub(most, this.scale)))', 'this.scale'],
      'a bound below': [
        cosine,
        'sub(most, relu(sub(most, this.scale)))',
        'add(most, relu(sub(this.scale, most)))',
      ],
      'the mask turned round': [cosine, 'where(mask, scores, -Infinity)', 'where(mask, -Infinity, scores)'],
      'the mask ignored': [cosine, 'mask ? where(mask, scores, -Infinity) : scores', 'scores'],
      'ε of the module ignored': [
        cosine,
        'cosineScores({ q, k, scale }, { eps });',
        'cosineScores({ q, k, scale });',
      ],
      'ε not checked': [cosine, "  requireEps('cosineScores', eps);\n", ''],
      'declared invariant to a shift': [
        sphereOf,
        "invariantTo: ['scale']",
        "invariantTo: ['scale', 'shift']",
      ],
    },
  ],
};
