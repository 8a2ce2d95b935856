import { axisRange, axisTitle, plotlyAxis } from '../../src/plot/axis.js';

const size = { label: 'Size', unit: 'px', log: true };

it('says unit and scale', () => {
  expect(axisTitle(size)).toBe('Size (px, log scale)');
  expect(axisTitle({ label: 'Step', unit: 'updates' })).toBe('Step (updates)');
});

it('breaks a title that a phone has no room for', () => {
  const axis = { label: 'Noise behind the norm', unit: 'at 0.8 the shift is what it is without a norm' };
  const { title } = plotlyAxis(axis, [0, 1]) as { title: { text: string } };
  expect(title.text.split('<br>').map(({ length }) => length)).toEqual([33, 35]);
  expect(title.text.replace('<br>', ' ')).toBe(axisTitle(axis));
  expect(plotlyAxis(size, [1, 10])).toMatchObject({ title: { text: 'Size (px, log scale)' } });
});

it('takes its range from what can be drawn', () => {
  expect(axisRange(size, [0, 1e-320, 0.1, 10, Infinity, NaN])).toEqual([0.1, 10]);
  expect(axisRange({ label: 'x', unit: 'y' }, [3, -1, NaN])).toEqual([-1, 3]);
  expect(axisRange(size, [])).toEqual([0.1, 10]);
  expect(axisRange({ label: 'x', unit: 'y' }, [2, 2])).toEqual([1, 3]);
  expect(axisRange({ ...size, range: [1, 2] }, [7])).toEqual([1, 2]);
});

it('marks a log axis of one or two decades at 1, 2 and 5 times a power of ten', () => {
  const texts = (range: [number, number]): unknown => plotlyAxis(size, range).ticktext;
  expect(texts([0.06, 0.8])).toEqual(['0.1', '0.2', '0.5']);
  expect(texts([1, 50])).toEqual(['1', '2', '5', '10', '20', '50']);
  expect(texts([0.9, 110])).toEqual(['1', '10¹', '10²']);
  expect(plotlyAxis(size, [0.21, 0.44])).toMatchObject({ nticks: 7 });
});

it('marks a log axis at no more than eight whole powers of ten', () => {
  const { tickvals, ticktext } = plotlyAxis(size, [1e-58, 1e42]) as {
    tickvals: number[];
    ticktext: string[];
  };
  expect(tickvals.length).toBeLessThanOrEqual(8);
  expect(ticktext[0]).toBe('10⁻⁴⁰');
  expect(tickvals[0]).toBe(1e-40);
});
