import { inventoryQuestions } from '../../src/grade/index.js';
import type { InventoryQuestion, Letter, Occasion } from '../../src/grade/index.js';
import { blocks } from '../../src/grade/exercises/placements/right.js';
import { piecesWith } from '../../src/grade/exercises/placements/inputs.js';
import { add, gradient, mul, relu, stream, Tensor, tensor } from '../../src/index.js';

const letters: readonly Letter[] = ['a', 'b', 'c', 'd'];
const seeds = Array.from({ length: 40 }, (_, seed) => seed);
const occasions: readonly Occasion[] = ['before', 'after'];
const all = seeds.flatMap((seed) => occasions.flatMap((when) => inventoryQuestions(when, seed, 'depth')));
const ideas = inventoryQuestions('before', 0, 'depth').map(({ idea }) => idea);
const of = (idea: string): InventoryQuestion[] => all.filter((question) => question.idea === idea);
const right = ({ right: letter, choices }: InventoryQuestion): string => choices[letter].text;
const numbers = (text: string): number[] =>
  [...text.matchAll(/[−-]?\d+(?:\.\d+)?/g)].map(([found]) => Number(found.replace('−', '-')));
const fraction = (text: string): number => {
  const [above, below = 1] = numbers(text);
  return above / below;
};

describe('the ten questions on depth', () => {
  it('are ten, of ideas that the course’s ten do not ask', () => {
    expect(new Set(ideas).size).toBe(10);
    const others = inventoryQuestions('before', 0).map(({ idea }) => idea);
    expect(ideas.filter((idea) => others.includes(idea))).toEqual([]);
  });

  it.each(ideas)(
    '%s: four different answers, a misconception in each wrong one, other numbers afterwards',
    (idea) => {
      const asked = of(idea);
      for (const { right: letter, choices } of asked) {
        expect(new Set(letters.map((one) => choices[one].text)).size).toBe(4);
        for (const one of letters) expect(choices[one].misconception === undefined).toBe(one === letter);
      }
      for (const seed of seeds) expect(asked[2 * seed].text).not.toBe(asked[2 * seed + 1].text);
      expect(new Set(asked.map((one) => one.right)).size).toBe(4);
    },
  );
});

/** The right answer once more, by a way of its own. */
const recomputed: Readonly<Record<string, (question: InventoryQuestion) => void>> = {
  'growth without a norm'(question) {
    const [L, start] = numbers(question.text);
    let meanSquare = start;
    for (let block = 0; block < L; block++) meanSquare += meanSquare;
    expect(Number(right(question))).toBe(meanSquare);
  },
  'growth with Pre-LN'(question) {
    const [L, s] = numbers(question.text);
    let meanSquare = 1;
    for (let block = 0; block < L; block++) meanSquare += s;
    expect(Number(right(question))).toBeCloseTo(Math.sqrt(meanSquare), 9);
  },
  'late branches'(question) {
    const [n] = numbers(question.text.split('behind branch')[1]);
    expect(fraction(right(question))).toBeCloseTo(1 / (n + 1), 12);
  },
  'reading a block'(question) {
    const code = question.text.slice('A block computes '.length, question.text.indexOf('. Which'));
    const placement = { 'Post-LN': 'post', 'Pre-LN': 'pre', 'Peri-LN': 'peri', ReZero: 'rezero' }[
      right(question)
    ];
    const pieces = piecesWith(2, 0.5);
    const x = new Tensor(stream('depth inventory', 1).normals([2, 4]));
    const branch = pieces.f(code.includes('norm(') && !code.startsWith('norm(') ? pieces.norm(x) : x);
    const read = code.startsWith('norm(')
      ? pieces.norm(add(x, branch))
      : code.includes('norm2')
        ? add(x, pieces.outputNorm(pieces.f(pieces.norm(x))))
        : add(x, code.includes('a *') ? mul(pieces.gate, branch) : branch);
    const expected = blocks[placement as keyof typeof blocks](x, pieces);
    read.data.forEach((value, i) => expect(value).toBeCloseTo(expected.data[i], 12));
  },
  'where α stands'(question) {
    const rows = [...question.text.matchAll(/\(([−\d., ]+)\)/g)].map(([, inside]) => numbers(inside));
    const [alpha] = numbers(question.text.split('α = ')[1]);
    expect(numbers(right(question))).toEqual(rows[0].map((value, i) => alpha * value + rows[1][i]));
  },
  'the direct road'(question) {
    const [L] = numbers(question.text);
    let left = 1;
    for (let block = 0; block < L; block++) left /= Math.sqrt(2);
    expect(fraction(right(question))).toBeCloseTo(left, 12);
  },
  'ReZero at the start'(question) {
    const [L, , slope] = numbers(question.text);
    const x = tensor(0.3);
    const y = Array.from({ length: L }).reduce<Tensor>((t) => add(t, mul(0, mul(slope, t))), x);
    expect(Number(right(question))).toBe(gradient(y, [x])[0].data[0]);
  },
  'two zeros'(question) {
    const moves = (text: string): boolean => {
      const [a, , w1, , w2] = numbers(text);
      const parameters = [a, w1, w2].map((value) => tensor(value));
      const y = mul(parameters[0], mul(relu(mul(0.8, parameters[1])), parameters[2]));
      return gradient(y, parameters).some(({ data }) => data[0] !== 0);
    };
    expect(letters.filter((letter) => !moves(question.choices[letter].text))).toEqual([question.right]);
  },
  'the gradient at the top'(question) {
    const [L, gradientThere, deeper] = numbers(question.text);
    expect(Number(right(question))).toBeCloseTo(gradientThere * Math.sqrt(L / deeper), 9);
  },
  'one learning rate'(question) {
    const losses = numbers(question.text.split('placement A ends at losses')[1]);
    const [a, b] = [losses.slice(0, 3), losses.slice(3, 6)];
    expect(right(question)).toMatch(/^At 0.01 B ends lower; at the best rate of each, A does$/);
    expect(b[2]).toBeLessThan(a[2]);
    expect(Math.min(...a)).toBeLessThan(Math.min(...b));
    expect(a[0]).toBeLessThan(b[0] + 1);
  },
};

describe('what they call right is right', () => {
  test.each(ideas)('%s', (idea) => {
    for (const question of of(idea)) recomputed[idea](question);
  });
});
