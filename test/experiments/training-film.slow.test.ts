import { Tensor, tensor } from '../../src/index.js';
import { circumstances, experiments, filmed, finish, perform } from '../../src/experiments/index.js';
import { differenceOfPositions } from '../../src/experiments/training-film.js';

const options = { seed: 3, learningRate: 3e-3, depth: 2, steps: 4, every: 2 };
const film = finish(filmed('deepnorm', options));

describe('a film', () => {
  it('has a frame after 0, 2 and 4 updates: of the loss, and of each block', () => {
    expect(film.loss.length).toBe(3);
    expect(film.blocks.map(({ name }) => name)).toEqual(['block 1', 'block 2']);
    for (const { differenceOfPositions, gradient, gamma, beta } of film.blocks)
      for (const list of [differenceOfPositions, gradient, gamma, beta]) expect(list.length).toBe(3);
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
    expect(
      differenceOfPositions(
        tensor([
          [5, -1],
          [5, -1],
          [5, -1],
        ]),
      ),
    ).toBe(0);
    expect(
      differenceOfPositions(
        tensor([
          [
            [1, 0],
            [3, 0],
          ],
          [
            [7, 0],
            [9, 0],
          ],
        ]),
      ),
    ).toBeCloseTo(Math.sqrt(1 / 2), 14);
    expect(
      differenceOfPositions(
        new Tensor(
          tensor([
            [1, 10],
            [2, 30],
          ]),
        ),
      ),
    ).toBeCloseTo(Math.sqrt((0.25 + 100) / 2), 12);
  });
});
