import { tensor } from '../../src/index.js';
import { circumstances, experiments, filmed, finish, perform } from '../../src/experiments/index.js';
import { differenceOfPositions, differenceOfStrings } from '../../src/experiments/training-film.js';

const options = { seed: 3, learningRate: 3e-3, depth: 2, steps: 4, every: 2 };
const film = finish(filmed('deepnorm', options));

describe('a film', () => {
  it('has a frame after 0, 2 and 4 updates: of the loss, and of each block', () => {
    expect(film.loss.length).toBe(3);
    expect(film.blocks.map(({ name }) => name)).toEqual(['block 1', 'block 2']);
    for (const { name, ...lists } of film.blocks)
      expect([name, ...Object.values(lists).map((list) => list.length)]).toEqual([name, 3, 3, 3, 3, 3]);
  });

  it('begins before the first update: γ is 1 and β is 0, and after one update of Adam both have moved by the rate', () => {
    const { learningRate } = options;
    const { blocks } = finish(filmed('deepnorm', { ...options, steps: 1, every: 1 }));
    for (const { gamma, beta } of blocks) {
      expect([gamma[0], beta[0]]).toEqual([
        [1, 1],
        [0, 0],
      ]);
      [1 - learningRate, 1 + learningRate].forEach((end, i) => expect(gamma[1][i]).toBeCloseTo(end, 6));
      [-learningRate, learningRate].forEach((end, i) => expect(beta[1][i]).toBeCloseTo(end, 6));
    }
  });

  it('is the same run, step by step, with or without frames, and the run of the experiment', () => {
    const every = finish(filmed('deepnorm', { ...options, every: 1 }));
    expect(film.loss).toEqual([0, 2, 4].map((step) => every.loss[step]));
    expect(film.blocks[1].gradient[2]).toBe(every.blocks[1].gradient[4]);
    const { 'warm-up': warmUp } = experiments;
    const plan = { arm: 'post', setting: { depth: 8, learningRate: 0.01 }, cost: 1 };
    const losses: number[] = [];
    const run = perform(warmUp, plan, circumstances({ preset: 'notebook', seed: 3 }), () => 0);
    for (let step = 0; step < 2; step++) {
      const next = run.next();
      if (!next.done) losses.push(Number(next.value.now?.loss));
    }
    const same = filmed('post', { seed: 3, learningRate: 0.01, depth: 8, steps: 1, every: 1 });
    expect(finish(same).loss).toEqual(losses);
  });

  it('differences of positions: 0 where all of a string are the same, and the deviation of each feature otherwise', () => {
    const same = [5, -1];
    expect(differenceOfPositions(tensor([same, same, same]))).toBe(0);
    const strings = [[1, 3].map((a) => [a, 0]), [7, 9].map((a) => [a, 0])];
    expect(differenceOfPositions(tensor(strings))).toBeCloseTo(Math.sqrt(1 / 2), 14);
    const two = [1, 2].map((a) => [a, a === 1 ? 10 : 30]);
    expect(differenceOfPositions(tensor(two))).toBeCloseTo(Math.sqrt((0.25 + 100) / 2), 12);
  });

  it('differences of strings: 0 where all are the same, however their positions differ, and the deviation at each position otherwise', () => {
    const string = [
      [1, 8],
      [3, -2],
    ];
    expect(differenceOfStrings(tensor([string, string, string]))).toBe(0);
    expect(differenceOfPositions(tensor([string, string, string]))).toBeGreaterThan(1);
    // Two strings, two positions, one feature: 3 apart at the first position, 1 at the second.
    expect(
      differenceOfStrings(
        tensor([
          [[1], [5]],
          [[4], [6]],
        ]),
      ),
    ).toBeCloseTo(Math.sqrt((1.5 ** 2 + 0.5 ** 2) / 2), 14);
    // Each string says one vector at all its positions: strings differ, positions do not.
    const alike = tensor([
      [[1], [1]],
      [[4], [4]],
    ]);
    expect([differenceOfPositions(alike), differenceOfStrings(alike)]).toEqual([0, 1.5]);
  });

  it('measures both in every block, and they are two different numbers', () => {
    const { blocks } = finish(filmed('post', { ...options, steps: 0, every: 1 }));
    for (const { differenceOfPositions, differenceOfStrings } of blocks)
      expect(Math.min(differenceOfPositions[0], differenceOfStrings[0])).toBeGreaterThan(0.01);
    expect(blocks[1].differenceOfPositions[0]).not.toBeCloseTo(blocks[1].differenceOfStrings[0], 3);
  });
});
