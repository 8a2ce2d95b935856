import { signalByDepth } from '../../src/plot/index.js';
import { signalRecords } from './examples.js';

type Curve = { name: string; y: number[] };
const figure = signalByDepth(signalRecords, { initial: 0.5 });

it('has a frame for each s, with the sizes of that s', () => {
  expect(figure.frames.map(({ name }) => name)).toEqual(['0.1', '0.5', '1', '5', '10']);
  const [, plain] = figure.frames[3].data as unknown as Curve[];
  expect(plain.y[2]).toBeCloseTo(25, 10);
  expect(figure.data.map((trace) => trace.name)).toEqual(['others', 'plain', 'with LayerNorm']);
});

it('states the finding from the records', () => {
  expect(figure.title).toBe('Through 50 layers the signal dies or explodes; LayerNorm keeps it calm');
  expect(figure.alt).toContain('10⁻⁵⁰ at s = 0.1, 1 at s = 1, 10⁵⁰ at s = 10');
  expect(figure.alt).toContain('With LayerNorm inside it ends at 1 for every s');
  const plain = signalByDepth(signalRecords.filter(({ norm }) => norm === 'plain'));
  expect(plain.title).toContain('only near s = 1 is it calm');
});

it('says underflow where the signal is gone', () => {
  const gone = signalByDepth([
    { scale: 1e-3, sizes: Array.from({ length: 121 }, (_, layer) => Number(`1e${-3 * layer}`)) },
    { scale: 1, sizes: Array.from({ length: 121 }, () => 1) },
  ]);
  expect(gone.subtitle).toContain('0 (underflow)');
  expect(gone.alt).toContain('0 (underflow) at s = 0.001');
  const [, curve] = gone.data as unknown as { hovertext: string[] }[];
  expect(curve.hovertext[120]).toContain('underflow');
  expect(curve.hovertext[50]).not.toContain('underflow');
});

it('needs one record for each scale and norm', () => {
  expect(() => signalByDepth([])).toThrow('at least one record');
  expect(() => signalByDepth(signalRecords.slice(1))).toThrow('one record for each scale and each norm');
});
