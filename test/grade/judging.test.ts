import { believes, judgedBy, refuses } from '../../src/grade/judging.js';
import type { Experiment } from '../../src/grade/judging.js';
import { notYetWritten } from '../../src/grade/index.js';

type Layer = (x: number) => number;
const double = { name: 'doubles', layer: (x: number) => 2 * x, says: 'This one is right.' };
const square = { name: 'squares', layer: (x: number) => x * x, says: 'Ask it about 3.' };
const stops = {
  name: 'stops',
  layer: (): number => {
    throw new Error('no');
  },
  says: 'It stops.',
};
const accepts = believes<Layer>({ name: 'believes what doubles', points: 1, layers: [double] });
const catches = refuses<Layer>({ name: 'refuses what does not', points: 1, layers: [square, stops] });
const good: Experiment<Layer> = (layer) => layer(3) === 6;
const lenient: Experiment<Layer> = (layer) => layer(2) === 4;

describe('judging an experiment', () => {
  it('passes one that believes the right layer and refuses the wrong ones, an error being a refusal', () => {
    expect(() => accepts.run(good)).not.toThrow();
    expect(() => catches.run(good)).not.toThrow();
    expect(judgedBy(good, stops)).toEqual({ stopped: 'no' });
  });

  it('names the layer that slips through, and says what to ask', () => {
    expect(() => catches.run(lenient)).toThrow('Ask it about 3.');
    expect(() => accepts.run(lenient)).not.toThrow();
  });

  it('names the right layer that is accused', () => {
    expect(() => accepts.run((layer) => layer(3) === 9)).toThrow('This one is right.');
  });

  it('lets the error lead where an experiment stops at a right layer', () => {
    expect(() =>
      accepts.run((layer) => {
        throw new Error(`no ${layer(1)}`);
      }),
    ).toThrow('stopped with an error at a right one: no 2');
  });

  it('asks for a verdict, and for one that comes from the layer', () => {
    expect(() => accepts.run(() => true)).toThrow('without calling what it was handed');
    expect(() => accepts.run(((layer: Layer) => layer(3)) as never)).toThrow('something else: 6');
    expect(() => accepts.run(((layer: Layer) => void layer(3)) as never)).toThrow('Is a return missing');
  });

  it('leaves what is not yet written to whoever grades', () => {
    expect(() => accepts.run(() => notYetWritten('E1.4'))).toThrow('E1.4');
  });
});
