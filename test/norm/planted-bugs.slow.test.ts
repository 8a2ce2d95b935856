import { caughtBy, printed } from './caught.js';
import { facts } from './facts/layer-norm.js';
import { editedLibrary } from './edited-library.js';
import type { Rows } from './edited-library.js';

const norm = 'norm/layer-norm.ts';
const rows = 'tensor/rows.ts';

/** What the correction of the mean would hide from layerNorm: a mean that is a little wrong is put right again. */
const rowFacts: Readonly<Record<string, (module: Rows) => void>> = {
  'the mean of a row is its mean': ({ mean }) => {
    expect(mean(Float64Array.of(1, 2, 6))).toBe(3);
    expect(mean(Float64Array.of(0.1, 0.2, 0.6))).toBeCloseTo(0.3, 15);
    expect(mean(Float32Array.of(16777216, 1, 1, -16777216))).toBe(0.5);
  },
};

/** Mistakes that people make, by name: where, the right text, the wrong text. NORMLAB_TABLE=1 prints who caught which. */
const bugs: Readonly<Record<string, readonly [file: string, from: string, to: string]>> = {
  'variance divided by C − 1': [
    rows,
    'dot(row, row) / row.length',
    'dot(row, row) / Math.max(1, row.length - 1)',
  ],
  'variance as E[x²] − E[x]²': [
    norm,
    'meanSquare(centred) + eps',
    'meanSquare(X.row(n)) - (X.row(n)[0] - centred[0]) * (X.row(n)[0] - centred[0]) + eps',
  ],
  'mean summed in float32': [
    rows,
    'sum += row[i];\n  return sum / row.length',
    'sum = Math.fround(sum + row[i]);\n  return sum / row.length',
  ],
  'mean rounded to float32': [rows, 'return sum / row.length', 'return Math.fround(sum / row.length)'],
  'correction of the mean measured but not taken off': [rows, 'out[i] -= left', 'out[i] -= 0 * left'],
  'correction of the mean added': [rows, 'out[i] -= left', 'out[i] += left'],
  'sum taken off instead of the mean': [rows, 'left /= row.length', 'left /= 1'],
  'row not centred': [rows, 'out[i] = row[i] - m', 'out[i] = row[i] - 0 * m'],
  'last number left out of the mean': [
    rows,
    'for (let i = 0; i < row.length; i++) sum += row[i]',
    'for (let i = 0; i < row.length - 1; i++) sum += row[i]',
  ],
  'rows read from the wrong place': [rows, 'data.subarray(n * C, (n + 1) * C)', 'data.subarray(n, n + C)'],
  'rows copied instead of viewed': [
    rows,
    'data.subarray(n * C, (n + 1) * C)',
    'data.slice(n * C, (n + 1) * C)',
  ],
  'ε outside the root': [
    norm,
    '1 / Math.sqrt(meanSquare(centred) + eps)',
    '1 / (Math.sqrt(meanSquare(centred)) + eps)',
  ],
  'ε squared': [norm, 'meanSquare(centred) + eps)', 'meanSquare(centred) + eps * eps)'],
  'ε dropped': [norm, 'meanSquare(centred) + eps)', 'meanSquare(centred))'],
  'divided by the variance': [
    norm,
    '1 / Math.sqrt(meanSquare(centred) + eps)',
    '1 / (meanSquare(centred) + eps)',
  ],
  'β ignored': [norm, '(centred[i] * r) + b[i]', '(centred[i] * r)'],
  'γ ignored': [norm, 'yn[i] = g[i] * (centred[i] * r)', 'yn[i] = (centred[i] * r)'],
  'γ (x̂ + β)': [norm, 'g[i] * (centred[i] * r) + b[i]', 'g[i] * (centred[i] * r + b[i])'],
  'γ and β exchanged': [norm, '[gamma.data, beta.data]', '[beta.data, gamma.data]'],
  'only the last of two axes counted': [
    norm,
    'rowsOf(x, sizeOf(normalizedShape)), rowsOf(y, sizeOf(normalizedShape))',
    'rowsOf(x), rowsOf(y)',
  ],
  'backward over the last of two axes': [norm, 'rowsOf(array, sizeOf(normalizedShape))', 'rowsOf(array)'],
  'output written over the input': [norm, 'const y = zerosLike(x);', 'const y = { ...x };'],
  'rstd of the first row for all': [
    norm,
    '[DY.row(n), DX.row(n), rstd[n]]',
    '[DY.row(n), DX.row(n), rstd[0]]',
  ],
  'mean(g) dropped': [norm, 'r * (g[i] - meanG - xhat', 'r * (g[i] - xhat'],
  'x̂ · mean(g ⊙ x̂) dropped': [norm, 'g[i] - meanG - xhat[i] * meanGXhat', 'g[i] - meanG'],
  'sign of x̂ · mean(g ⊙ x̂)': [norm, '- meanG - xhat[i]', '- meanG + xhat[i]'],
  'γ missing in g': [norm, 'scale[i] * d;', 'd;'],
  'rstd missing in dx': [norm, 'dxn[i] = r * (g[i]', 'dxn[i] = (g[i]'],
  'mean(g) as a sum': [norm, '= [sumG / X.C, sumGXhat / X.C]', '= [sumG, sumGXhat / X.C]'],
  'mean(g ⊙ x̂) as a sum': [norm, '= [sumG / X.C, sumGXhat / X.C]', '= [sumG / X.C, sumGXhat]'],
  'dβ of the last row only': [norm, 'sumDy[i] += d;', 'sumDy[i] = d;'],
  'dγ of the last row only': [norm, 'sumDyXhat[i] += d', 'sumDyXhat[i] = d'],
  'sums of g carried over to the next row': [
    norm,
    'let [sumG, sumGXhat] = [0, 0];',
    'var [sumG, sumGXhat] = [sumG ?? 0, sumGXhat ?? 0];',
  ],
  'dγ without x̂': [norm, 'd * xhat[i]; //', 'd; //'],
  'dγ before x̂ is scaled': [norm, 'xhat[i] *= r;', 'xhat[i] *= 1;'],
  'dγ and dβ exchanged': [norm, 'gamma: dgamma, beta: dbeta };', 'gamma: dbeta, beta: dgamma };'],
  'backward centred without a mean': [norm, 'centre(X.row(n), xhat);', 'xhat.set(X.row(n));'],
  'shape of γ not checked': [
    norm,
    "usedGamma('layerNorm', inputs, normalizedShape)",
    "usedGamma('layerNorm', inputs, inputs.gamma?.shape ?? normalizedShape)",
  ],
  'shape of β not checked': [
    norm,
    "usedBeta('layerNorm', inputs, normalizedShape)",
    "usedBeta('layerNorm', inputs, inputs.beta?.shape ?? normalizedShape)",
  ],
  'axes of x not checked': [norm, "  requireTrailing('layerNorm', x, normalizedShape);\n", ''],
  'ε not checked': [norm, "  requireEps('layerNorm', eps);\n", ''],
  'a negative ε accepted': ['norm/requirements.ts', 'eps >= 0', 'eps === eps'],
  'default ε of another framework': [
    norm,
    '{ eps = 1e-5, normalizedShape = requireRows',
    '{ eps = 1e-3, normalizedShape = requireRows',
  ],
  'composition without ε': [
    norm,
    'add(mean(mul(centred, centred), row), eps)',
    'mean(mul(centred, centred), row)',
  ],
  'composition without β': [
    norm,
    'return add(mul(gamma, mul(centred, rstd)), beta);',
    'return mul(gamma, mul(centred, rstd));',
  ],
  'composition over one axis': [norm, 'normalizedShape.map((_, i) => -1 - i)', '-1'],
  'a gradient of the gradient through the loops': [
    'autograd/op.ts',
    'if (createGraph) return',
    'if (createGraph && dy === undefined) return',
  ],
  'gradients handed to the wrong inputs': [
    'autograd/op.ts',
    'keys.map((key) => new Tensor(gradients[key]))',
    'keys.map((key) => new Tensor(gradients[key])).reverse()',
  ],
  'dtypes not compared': [
    'tensor/dtype.ts',
    'if (arrays[i]?.dtype !== dtype)',
    'if (arrays[i]?.dtype === undefined)',
  ],
  'an invariance declared that does not hold': [
    'norm/registry/of-rows.ts',
    "title: 'Layer normalization',\n    parameters: { gamma: factor(-1), beta: shift(-1) },\n    invariantTo: ['shift', 'scale']",
    "title: 'Layer normalization',\n    parameters: { gamma: factor(-1), beta: shift(-1) },\n    invariantTo: ['shift']",
  ],
  'ε lost in the registry': [
    'norm/registry/of-rows.ts',
    'layerNorm({ x, gamma, beta }, { eps })',
    'layerNorm({ x, gamma, beta }, { eps: 1e-3 + 0 * eps })',
  ],
};

const table = new Map<string, string[]>();

test.each(Object.entries(bugs))('caught: %s', (name, [file, from, to]) => {
  const { library, rowsModule } = editedLibrary({ file, from, to });
  const by = [...caughtBy(facts, library), ...caughtBy(rowFacts, rowsModule)];
  table.set(name, by);
  expect(by).not.toEqual([]);
});

test('the library compiled in memory without a mistake keeps every fact', () => {
  const { library, rowsModule } = editedLibrary({
    file: norm,
    from: 'Layer normalization: each row',
    to: 'Layer normalization: every row',
  });
  for (const check of Object.values(facts)) check(library);
  for (const check of Object.values(rowFacts)) check(rowsModule);
});

test('a mistake that changes no text is refused', () => {
  expect(() => editedLibrary({ file: norm, from: 'no such text', to: '' })).toThrow(
    'holds this text 0 times',
  );
});

afterAll(() => printed(table));
