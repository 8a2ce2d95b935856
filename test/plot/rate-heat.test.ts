import { rateHeat } from '../../src/plot/index.js';
import { viridis } from '../../src/plot/palette.js';
import { rateHeatRecords } from './examples.js';

const options = { along: 'learning rate', chance: Math.log(10) } as const;
const cellsOf = (figure: ReturnType<typeof rateHeat>): { text: string; colour: string }[] => {
  const { text, marker } = figure.data[0] as { text: string[]; marker: { color: string[] } };
  return text.map((words, i) => ({ text: words.replace(/<[^>]*>/g, ''), colour: marker.color[i] }));
};

it('prints the median over seeds in a cell for each network and rate', () => {
  const cells = cellsOf(
    rateHeat(
      [0.3, 9, 0.5].map((loss, seed) => ({ arm: 'a', seed, at: 0.1, loss })),
      options,
    ),
  );
  expect(cells.map(({ text }) => text)).toEqual(['0.5']);
});

it('goes from dark for the lowest loss to the lightest at chance and above; grey with ∞ is no finite number', () => {
  const losses = [0.5, 1.4, Math.log(10), 50, 1e6, NaN];
  const cells = cellsOf(
    rateHeat(
      losses.map((loss, i) => ({ arm: 'a', seed: 0, at: i + 1, loss })),
      options,
    ),
  );
  expect(cells.map(({ text }) => text)).toEqual(['0.5', '1.4', '2.3', '50', '≫', '∞']);
  expect(cells.map(({ colour }) => viridis.indexOf(colour))).toEqual([0, 4, 8, 8, 8, -1]);
});

it('says at how many rates each network trains', () => {
  const figure = rateHeat(rateHeatRecords, options);
  expect(figure.title).toBe(
    'Of 9 learning rates, loss falls below half of chance with bare network at 4, batch-norm at 4, layer-norm at 3',
  );
  expect(figure.alt).toContain(
    'bare network is lowest, 0.75, at 0.032, below half of chance at 4 of 9, without a finite loss at 3.',
  );
});

it('marks every other column where a phone has no room for all', () => {
  const ticks = rateHeat(rateHeatRecords, options).layout.xaxis as { ticktext: string[] };
  expect(ticks.ticktext).toEqual(['0.001', '0.01', '0.1', '1']);
});

it('needs a run of every network at every rate', () => {
  expect(() => rateHeat(rateHeatRecords.slice(2), options)).toThrow(
    'rateHeat: bare network has no run at 3.2e-4.',
  );
});
