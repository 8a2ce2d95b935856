import { circumstances, experiments, finish, perform } from '../../src/experiments/index.js';
import type { Experiment, Plan } from '../../src/experiments/index.js';
import { trainHere } from '../../src/notebook/index.js';

/** A clock that goes on with each step of a run, and with each drawing. */
const mockClock = { now: 0, drawing: 0 };

// Drawing a still picture takes a page; that it can be done is another test's business.
jest.mock('../../src/notebook/still-picture.js', () => ({
  stillPicture: ({ subtitle }: { subtitle: string }) => {
    mockClock.now += mockClock.drawing;
    return Promise.resolve(`<svg>${subtitle}</svg>`);
  },
}));

const slot = Symbol.for('normlab.display');
const shown = jest.fn<void, [Record<string, unknown>, { id: string; update: boolean }]>();

/** Loses 1 at each of eight steps. */
const falling: Experiment = {
  ...experiments['warm-up'],
  name: 'falling',
  arms: ['slow', 'fast'],
  plans: () =>
    ['slow', 'fast'].flatMap((arm) => [1, 2].map((depth): Plan => ({ arm, setting: { depth }, cost: 1 }))),
  *run({ setting }, { seed }) {
    for (let done = 1; done <= 8; done++) {
      mockClock.now += 600;
      yield { done, of: 8, now: { loss: 10 - done } };
    }
    return { evalLoss: Number(setting.depth) + seed, lossByStep: [1] };
  },
};

beforeEach(() => {
  shown.mockClear();
  Object.assign(mockClock, { now: 0, drawing: 0 });
  jest.spyOn(Date, 'now').mockImplementation(() => mockClock.now);
  Reflect.set(globalThis, slot, shown);
  Reflect.set(experiments, 'falling', falling);
});
afterEach(() => {
  jest.restoreAllMocks();
  Reflect.deleteProperty(globalThis, slot);
  Reflect.deleteProperty(experiments, 'falling');
});

describe('trainHere', () => {
  it('gives the records that the experiment gives, with the curve of each: a point is the mean of five steps', async () => {
    const live = await trainHere('falling', { seed: 7, setting: { depth: 2 } });
    expect(
      live.map(({ arm, metrics, setting, seed }) => [arm, metrics.evalLoss, setting.depth, seed]),
    ).toEqual([
      ['slow', 9, 2, 7],
      ['fast', 9, 2, 7],
    ]);
    const [plan] = falling.plans('notebook').filter(({ setting }) => setting.depth === 2);
    const alone = finish(perform(falling, plan, circumstances({ preset: 'notebook', seed: 7 }), () => 0));
    expect(live[0].metrics).toEqual(alone.metrics);
    expect(live[0]).toMatchObject({ steps: [5], losses: [7], live: true });
  });

  it('says how it ended where nothing can be drawn in the middle of a cell', async () => {
    Reflect.deleteProperty(globalThis, slot);
    const said = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    await trainHere('falling', { seed: 1, arms: ['slow'], setting: { depth: 2 } });
    expect(said.mock.calls).toEqual([[expect.stringContaining('slow ends at 7 after')]]);
  });

  it('draws still pictures in one place while it trains, says how far it is, and ends with a figure', async () => {
    await trainHere('falling', { seed: 1, arms: ['slow'] });
    expect(new Set(shown.mock.calls.map(([, { id }]) => id)).size).toBe(1);
    expect(shown.mock.calls.map(([, { update }]) => update)).toEqual([
      false,
      ...Array<boolean>(shown.mock.calls.length - 1).fill(true),
    ]);
    const bundles = shown.mock.calls.map(([bundle]) => bundle);
    const pictures = bundles.map((bundle) => String(bundle['image/svg+xml']));
    expect(pictures.some((picture) => /of 16 steps, about \d+ s left/.test(picture))).toBe(true);
    // JupyterLab does not draw a figure anew that is there already.
    expect(bundles.map((bundle) => 'application/vnd.plotly.v1+json' in bundle)).toEqual([
      ...Array<boolean>(bundles.length - 1).fill(false),
      true,
    ]);
    expect(pictures.at(-1)).toBe('<svg>○ trained in this notebook</svg>');
    expect(bundles.at(-1)?.['text/plain']).toContain('slow, depth 1 ends at 7');
  });

  it('draws more seldom where drawing takes long: it has half of the time', async () => {
    const pictures = async (drawing: number): Promise<number> => {
      Object.assign(mockClock, { drawing });
      shown.mockClear();
      await trainHere('falling', { seed: 1, arms: ['slow'] });
      return shown.mock.calls.filter(([bundle]) => String(bundle['image/svg+xml']).includes('s left')).length;
    };
    // Two runs take 1.2 s a round, and there is something to draw from the fifth round to the eighth.
    expect(await pictures(0)).toBe(4);
    expect(await pictures(2000)).toBe(2);
  });

  it('names what there is where it is asked for something else', async () => {
    await expect(trainHere('no-such', { seed: 1 })).rejects.toThrow(/no experiment no-such, but .*warm-up/);
    await expect(trainHere('falling', { seed: 1, arms: ['slow'], setting: { depth: 3 } })).rejects.toThrow(
      'falling has no run of slow with depth 3',
    );
  });
});
