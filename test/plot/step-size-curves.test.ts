import { stepSizeCurves } from '../../src/plot/index.js';
import { stepSizeRecords } from './examples.js';

const figure = stepSizeCurves(stepSizeRecords);
type Shapes = { x0: number }[];

it('draws a line where theory puts the best step, for each precision', () => {
  expect((figure.frames[0].layout.shapes as Shapes).map(({ x0 }) => x0)).toEqual([5e-6, 5e-3]);
  expect((figure.frames[1].layout.shapes as Shapes).map(({ x0 }) => x0)).toEqual([5e-8, 5e-5]);
});

it('says the best step and its error in words', () => {
  expect(figure.alt).toContain('in float64 it is least, 1e-11, at h = 1e-5, where theory says 5e-6');
  expect(figure.alt).toContain('A slider goes through tanh; a rather sharp bend.');
  expect(figure.frames[1].subtitle).toContain('float32: best h 1e-4, h₀ 5e-5');
});

it('starts at the function asked for, and has buttons for the precisions', () => {
  const other = stepSizeCurves(stepSizeRecords, { initial: 'a rather sharp bend' });
  expect(other.position).toBe('function: a rather sharp bend, both');
  const [menu] = figure.layout.updatemenus as {
    buttons: { label: string; args: { visible: boolean[] }[] }[];
  }[];
  expect(menu.buttons.map(({ label, args }) => [label, args[0].visible])).toEqual([
    ['both', [true, true]],
    ['float64', [true, false]],
    ['float32', [false, true]],
  ]);
});

it('needs no buttons for one precision, and refuses what it cannot lay side by side', () => {
  const single = stepSizeRecords.filter(({ dtype }) => dtype === 'float64');
  expect(stepSizeCurves(single).layout).not.toHaveProperty('updatemenus');
  expect(() => stepSizeCurves([])).toThrow('stepSizeCurves: needs at least one curve.');
  expect(() => stepSizeCurves(stepSizeRecords.slice(1))).toThrow(
    'stepSizeCurves: needs one curve for each function and each precision.',
  );
});
