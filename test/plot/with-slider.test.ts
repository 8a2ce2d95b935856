import { at, lines, withSlider, withToggle } from '../../src/plot/index.js';
import type { Figure } from '../../src/plot/index.js';
import { twoLines } from './examples.js';

const one = (s: number, marks: { text: string; x: number }[] = []): Figure =>
  lines({
    title: 'A line that the slider turns',
    subtitle: `slope ${s}`,
    alt: 'It turns.',
    x: { label: 'x', unit: 'cm' },
    y: { label: 'y', unit: 'cm' },
    series: [{ name: 'line', x: [0, 1], y: [0, s] }],
    marks,
  });
const positions = [1, 2, 4].map((s) => ({ value: String(s), figure: one(s) }));
const slid = withSlider(positions, { label: 's', unit: 'cm', initial: '2', alt: 'Steeper and steeper.' });

it('starts where told, without motion, and says value and unit', () => {
  const [slider] = slid.layout.sliders as {
    active: number;
    currentvalue: object;
    steps: { args: unknown[] }[];
  }[];
  expect(slider.active).toBe(1);
  expect(slider.currentvalue).toMatchObject({ prefix: 's = ', suffix: ' cm' });
  expect(slid.position).toBe('s = 2 cm');
  expect(slid.data[0].y).toEqual([0, 2]);
  expect(slider.steps[2].args).toEqual([
    ['4'],
    { mode: 'immediate', transition: { duration: 0 }, frame: { duration: 0, redraw: true } },
  ]);
});

it('swaps the right numbers in each frame', () => {
  expect(slid.frames.map(({ name, data }) => [name, data[0].y])).toEqual([
    ['1', [0, 1]],
    ['2', [0, 2]],
    ['4', [0, 4]],
  ]);
  expect((slid.frames[2].layout.title as { text: string }).text).toContain('slope 4');
  expect(Object.keys(slid.frames[0].data[0])).not.toContain('x');
  expect(slid.frames.every(({ layout }) => layout.height === slid.layout.height)).toBe(true);
});

it('holds the axes still over all positions', () => {
  const { range } = slid.layout.yaxis as { range: number[] };
  expect(range[1]).toBeGreaterThan(4);
  expect(slid.frames.every(({ layout }) => layout.yaxis === undefined)).toBe(true);
});

it('lists every position in the table', () => {
  expect(slid.table().rows.map((row) => row[0])).toEqual(['1', '1', '2', '2', '4', '4']);
});

it('refuses a start that is no position, and figures that cannot be swapped', () => {
  expect(() => withSlider(positions, { label: 's', initial: '3', alt: '' })).toThrow(
    'no position 3; choose one of 1, 2, 4',
  );
  const odd = [positions[0], { value: '9', figure: one(9, [{ text: 'here', x: 1 }]) }];
  expect(() => withSlider(odd, { label: 's', initial: '1', alt: '' })).toThrow(RangeError);
});

it('can be set elsewhere without a pointer', () => {
  const moved = at(slid, '4');
  expect(moved.data[0].y).toEqual([0, 4]);
  expect(moved.subtitle).toBe('slope 4');
  expect(moved.position).toBe('s = 4 cm');
  expect((moved.layout.sliders as { active: number }[])[0].active).toBe(2);
  expect(at(moved, '2').data).toEqual(slid.data);
  expect(() => at(slid, '3')).toThrow('the slider has no value 3; choose one of 1, 2, 4');
  expect(() => at(twoLines(), '3')).toThrow('at: this figure has no slider.');
});

it('shows and hides traces by buttons', () => {
  const figure = withToggle(twoLines(), [
    { label: 'plain', shows: ['plain'] },
    { label: 'both', shows: ['plain', 'normalized'] },
  ]);
  expect(figure.data.map((trace) => trace.visible)).toEqual([true, false]);
  const [menu] = figure.layout.updatemenus as { buttons: { args: object[] }[] }[];
  expect(menu.buttons[1].args).toEqual([{ visible: [true, true] }]);
  expect(() => withToggle(twoLines(), [{ label: 'x', shows: ['none'] }])).toThrow(
    'no trace "none"; it has plain, normalized',
  );
});

it('keeps its height where buttons stand over a slider', () => {
  const figure = withToggle(slid, [{ label: 'all', shows: [String(slid.data[0].name)] }]);
  expect(Number(figure.layout.height)).toBeGreaterThan(Number(slid.layout.height));
  expect(figure.frames.map(({ layout }) => layout.height)).toEqual(
    figure.frames.map(() => figure.layout.height),
  );
});
