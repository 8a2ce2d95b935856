import { gradient, gradientCheck, layerNorm, mean, mul, numericGradient } from '../../src/index.js';
import { stream, sum, tanh, tensor, Tensor } from '../../src/index.js';
import { inventoryQuestions } from '../../src/grade/index.js';
import type { InventoryQuestion, Letter, Occasion } from '../../src/grade/index.js';

const letters: readonly Letter[] = ['a', 'b', 'c', 'd'];
const seeds = Array.from({ length: 60 }, (_, seed) => seed);
const occasions: readonly Occasion[] = ['before', 'after'];
const all = seeds.flatMap((seed) => occasions.flatMap((occasion) => inventoryQuestions(occasion, seed)));
const ideas = inventoryQuestions('before', 0).map(({ idea }) => idea);

const of = (idea: string): InventoryQuestion[] => all.filter((question) => question.idea === idea);
const rightText = ({ right, choices }: InventoryQuestion): string => choices[right].text;
const numbers = (text: string): number[] =>
  [...text.matchAll(/[−-]?\d+(?:\.\d+)?(?:e-\d+)?/g)].map(([found]) => Number(found.replace('−', '-')));
/** The rows in brackets. */
const rows = (text: string): number[][] =>
  [...text.matchAll(/\(([−\d., ]+)\)/g)].map(([, inside]) => numbers(inside));
const filled = (shape: number[], value: number): Tensor =>
  new Tensor({
    data: new Float64Array(shape.reduce((size, n) => size * n, 1)).fill(value),
    shape,
    dtype: 'float64',
  });
const plain = (length: number): Record<'gamma' | 'beta', Tensor> => ({
  gamma: filled([length], 1),
  beta: filled([length], 0),
});
const close = (got: Tensor, expected: readonly number[]): void => {
  expect(got.data).toHaveLength(expected.length);
  expected.forEach((value, i) => expect(got.data[i]).toBeCloseTo(value, 4));
};

describe('the inventory', () => {
  it('asks about ten ideas', () => {
    expect(ideas).toHaveLength(10);
    expect(new Set(ideas).size).toBe(10);
  });

  it.each(ideas)('%s: has four different answers, each wrong one with its misconception', (idea) => {
    for (const { right, choices } of of(idea)) {
      expect(new Set(letters.map((letter) => choices[letter].text)).size).toBe(4);
      for (const letter of letters) {
        expect(choices[letter].misconception === undefined).toBe(letter === right);
        expect(choices[letter].says.length).toBeGreaterThan(20);
      }
    }
  });

  it.each(ideas)(
    '%s: asks other numbers after than before, the same of one learner, others of others',
    (idea) => {
      const texts = of(idea).map(({ text }) => text);
      for (const seed of seeds) expect(texts[2 * seed]).not.toBe(texts[2 * seed + 1]);
      expect(new Set(texts).size).toBeGreaterThan(5);
      expect(inventoryQuestions('after', 3)).toEqual(inventoryQuestions('after', 3));
    },
  );

  it('puts the right answer everywhere', () => {
    for (const letter of letters) {
      const share = all.filter(({ right }) => right === letter).length / all.length;
      expect(Math.abs(share - 0.25)).toBeLessThan(0.05);
    }
  });
});

/** What is right, worked out by the library from the numbers of the text. */
const recomputed: Readonly<Record<string, (question: InventoryQuestion) => void>> = {
  axis(question) {
    const [batch, words, features] = numbers(question.text);
    expect(numbers(rightText(question))).toEqual(
      mean(filled([batch, words, features], 0), { axis: -1 }).shape,
    );
  },
  statistics(question) {
    const means = mean(filled(numbers(question.text).slice(0, 3), 0), { axis: -1 });
    expect(rightText(question)).toBe(String(means.data.length));
  },
  'layer or batch'(question) {
    const [words, features, place, feature] = numbers(question.text);
    const x = new Tensor(stream('inventory test', 0).normals([words, features]));
    const changed = new Tensor({ ...x, data: x.data.slice() });
    changed.data[place * features + feature] += 5;
    const transposed = (of: Tensor): Tensor =>
      new Tensor({
        ...of,
        shape: [features, words],
        data: of.data.map((_, i) => of.data[(i % words) * features + Math.floor(i / words)]),
      });
    const touched = (a: Tensor, b: Tensor): number => {
      const normed = [a, b].map((one) => layerNorm({ x: one, ...plain(one.shape[1]) }, { eps: 1e-5 }));
      return [...normed[0].data].filter((value, i) => value !== normed[1].data[i]).length;
    };
    const counts = [touched(x, changed), touched(transposed(x), transposed(changed))];
    expect(numbers(rightText(question))).toEqual(counts);
  },
  variance(question) {
    const x = tensor(rows(question.text)[0]);
    const [variance] = numbers(rightText(question));
    // A row divided by its deviation is what LayerNorm gives.
    const y = layerNorm({ x, ...plain(4) }, { eps: 1e-12 });
    const average = mean(x).data[0];
    close(
      mul(y, Math.sqrt(variance)),
      [...x.data].map((value) => value - average),
    );
  },
  'gamma and beta'(question) {
    const [x, gamma, beta] = rows(question.text).map((values) => tensor(values));
    close(layerNorm({ x, gamma, beta }, { eps: 1e-12 }), rows(rightText(question))[0]);
  },
  epsilon(question) {
    const [variance, eps] = numbers(question.text);
    const deviation = Math.sqrt(variance);
    const y = layerNorm({ x: tensor([3 - deviation, 3 + deviation]), ...plain(2) }, { eps });
    expect(deviation / y.data[1]).toBeCloseTo(numbers(rightText(question))[0], 10);
  },
  scale(question) {
    const [h] = rows(question.text);
    const [scale, shift] = numbers(question.text.split('make of')[1]);
    const x = tensor(h.map((value) => 2 * value + 11));
    const norm = (values: Tensor): Tensor => layerNorm({ x: values, ...plain(h.length) }, { eps: 1e-12 });
    close(norm(x), h);
    close(norm(tensor([...x.data].map((value) => scale * value + shift))), rows(rightText(question))[0]);
  },
  summed(question) {
    const dy = tensor(rows(question.text));
    const x = new Tensor(stream('inventory test', 1).normals([3, 2]));
    const inputs = { x, ...plain(2) };
    const [dbeta] = gradient(layerNorm(inputs, { eps: 1e-5 }), [inputs.beta], { dy });
    close(dbeta, rows(rightText(question))[0]);
  },
  step(question) {
    const [error, coarse, fine, tiny] = numbers(question.text.replace('float64', ''));
    const [expected] = numbers(rightText(question));
    expect(expected / (error * (fine / coarse) * (fine / coarse))).toBeCloseTo(1, 10);
    const off = (step: number): number => {
      const at = 0.7;
      const [slope] = numericGradient((x) => sum(tanh(x)), [tensor([at])], { step });
      return Math.abs(slope.data[0] - (1 - Math.tanh(at) * Math.tanh(at)));
    };
    expect(off(fine) / off(coarse)).toBeCloseTo((fine / coarse) * (fine / coarse), 3);
    expect(off(tiny)).toBeGreaterThan(10 * off(fine));
  },
  'gradient check'(question) {
    const withBessel = (x: Tensor): Tensor =>
      mul(layerNorm({ x, ...plain(4) }, { eps: 1e-12 }), Math.sqrt(3 / 4));
    const { ok } = gradientCheck(withBessel, [new Tensor(stream('inventory test', 2).normals([3, 4]))]);
    expect(ok).toBe(true);
    expect(rightText(question)).toContain('belongs to this way forward');
    const [error, tolerance] = numbers(question.text);
    expect(error).toBeLessThan(tolerance);
  },
};

describe('what the inventory calls right is right', () => {
  test.each(ideas)('%s', (idea) => {
    for (const question of of(idea)) recomputed[idea](question);
  });
});
