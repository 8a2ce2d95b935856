import { epsilonDial, heat, sharedStatistic, strides } from '../../src/plot/index.js';
import { epsilonRecords } from './examples.js';

type Grid = { text: string[]; hovertext: string[]; marker: { color: string[] } };
const letters = (grids: readonly unknown[]): string[] =>
  (grids as Grid[]).map(({ text }) => text.map((cell) => cell.replace(/<[^>]*>/g, '')).join(''));

describe('sharedStatistic', () => {
  const figure = sharedStatistic({ shape: [2, 2, 3] });

  it('gives one letter to numbers that share a mean and a deviation', () => {
    expect(letters(figure.data)).toEqual(['AAABBB', 'CCCDDD']);
    expect(letters(figure.frames[1].data)).toEqual(['ABCABC', 'ABCABC']);
    expect(letters(figure.frames[2].data)).toEqual(['AAABBB', 'AAABBB']);
  });

  it('lists the members of a group under the pointer', () => {
    const [, second] = figure.frames[1].data as unknown as Grid[];
    expect(second.hovertext[1]).toContain('<b>x[1, 0, 1]</b>, group B');
    expect(second.hovertext[1]).toContain('[0, 0, 1] [0, 1, 1] [1, 0, 1] [1, 1, 1]');
    const wide = sharedStatistic({ shape: [3, 4, 6], initial: 'BatchNorm' }).frames[2]
      .data as unknown as Grid[];
    expect(wide[0].hovertext[0]).toContain('and 6 more');
  });

  it('counts statistics and their numbers', () => {
    expect(figure.alt).toContain('LayerNorm has 4 pairs of mean and deviation, each of 3 numbers');
    expect(figure.alt).toContain('BatchNorm has 3 pairs of mean and deviation, each of 4 numbers');
    expect(figure.table().columns).toEqual(['layer', 'sentence', 'word', 'feature', 'group']);
  });

  it('lays out four axes as grids of channels, the last two behind each other, and cuts an axis into parts', () => {
    const images = sharedStatistic({
      shape: [2, 4, 1, 2],
      names: ['sample', 'channel', 'row', 'column'],
      kinds: [
        { name: 'BN', axes: [0, 2, 3], words: 'each channel' },
        { name: 'GN', axes: [1, 2, 3], parts: { 1: 2 }, words: 'two groups' },
        { name: 'Pixel', axes: [1], words: 'each position' },
      ],
    });
    expect(images.frames.map(({ data }) => letters(data))).toEqual([
      ['AABBCCDD', 'AABBCCDD'],
      ['AAAABBBB', 'CCCCDDDD'],
      ['ABABABAB', 'CDCDCDCD'],
    ]);
    expect(images.alt).toContain('2 samples × 4 channels × 1 row × 2 columns');
    expect(images.alt).toContain('GN has 4 pairs of mean and deviation, each of 4 numbers');
    const { xaxis } = images.layout as { xaxis: { ticktext: string[]; title: { text: string } } };
    expect(xaxis.ticktext).toEqual(['0,0', '0,1']);
    expect(xaxis.title.text).toBe('Row, column (index)');
  });

  it('draws one grid of one axis or two', () => {
    const layer = { name: 'LN', axes: [1], words: 'each sample' };
    expect(
      letters(sharedStatistic({ shape: [2, 3], names: ['sample', 'feature'], kinds: [layer] }).data),
    ).toEqual(['AAABBB']);
    expect(letters(sharedStatistic({ shape: [4], kinds: [{ ...layer, axes: [0] }] }).data)).toEqual(['AAAA']);
  });

  it('has no slider for a single layer', () => {
    const alone = sharedStatistic({ shape: [4], kinds: [{ name: 'LN', axes: [0], words: 'all of them' }] });
    expect(alone.frames).toEqual([]);
    expect(alone.alt).toBe('LN has 1 pairs of mean and deviation, each of 4 numbers: all of them.');
  });

  it('refuses a shape that no picture can show, and a name too few', () => {
    const refused = 'expected a shape of at most [6, 12, 12]';
    expect(() => sharedStatistic({ shape: [30, 200, 512] })).toThrow(refused);
    expect(() => sharedStatistic({ shape: [1, 2, 4, 4] })).toThrow(refused);
    expect(() => sharedStatistic({ shape: [1, 1, 1, 1, 1] })).toThrow(refused);
    expect(() => sharedStatistic({ shape: [] })).toThrow(refused);
    expect(() => sharedStatistic({ shape: [2, 3], names: ['sample'] })).toThrow(refused);
  });
});

describe('strides', () => {
  const figure = strides([2, 3, 4]);

  it('prints the flat offset in each cell and the sum under the pointer', () => {
    const [, second] = figure.data as unknown as Grid[];
    expect(letters([second])).toEqual(['121314151617181920212223']);
    expect(second.hovertext[11]).toContain('x[1, 2, 3]</b> is number 23');
    expect(second.hovertext[11]).toContain('1·12 + 2·4 + 3·1 = 23');
  });

  it('colours the walk along the chosen axis', () => {
    const coloured = (grid: unknown): number =>
      (grid as Grid).marker.color.filter((c) => c.startsWith('#')).length;
    expect(figure.frames.map(({ data }) => data.map(coloured))).toEqual([
      [1, 1],
      [3, 0],
      [4, 0],
    ]);
  });

  it('refuses a shape of another kind', () => {
    expect(() => strides([2, 3, 0])).toThrow('strides: expected a shape');
  });
});

describe('epsilonDial', () => {
  const figure = epsilonDial(epsilonRecords);

  it('starts at 1e-5 and marks √ε', () => {
    expect(figure.position).toBe('ε = 10⁻⁵');
    const [line] = figure.frames[0].layout.shapes as { x0: number }[];
    expect(line.x0).toBe(1e-6);
    expect(figure.alt).toContain('from 10⁻¹² to 1, that bend moves from 1e-6 to 1.');
  });

  it('swaps the outputs of each ε', () => {
    const last = figure.frames[2].data[1] as unknown as { y: number[] };
    expect(last.y).toEqual(epsilonRecords[2].outputs);
    expect(() => epsilonDial([])).toThrow(RangeError);
  });
});

it('colours a matrix from dark to light, by the logarithm where told', () => {
  const axis = { label: 'i', unit: 'index' };
  const value = { label: 'Size', unit: 'px', log: true };
  const figure = heat({
    title: 'Powers',
    alt: 'They grow.',
    x: axis,
    y: axis,
    value,
    values: [[1, 10, 100, 0]],
  });
  const [grid] = figure.data as unknown as Grid[];
  expect(grid.marker.color).toEqual(['#440154', '#21918C', '#FDE725', 'rgba(128,128,128,0.14)']);
  expect(figure.subtitle).toContain('log scale');
});

it('colours a matrix over the range that it is told', () => {
  const axis = { label: 'i', unit: 'index' };
  const value = { label: 'Size', unit: 'px', range: [0, 2] as const };
  const [grid] = heat({ title: 'One', alt: 'It is half of two.', x: axis, y: axis, value, values: [[1, 2]] })
    .data as unknown as Grid[];
  expect(grid.marker.color).toEqual(['#21918C', '#FDE725']);
});

it('numbers as many columns of a matrix as a phone has room for, and every row', () => {
  const axis = { label: 'i', unit: 'index' };
  const values = Array.from({ length: 16 }, () => Array.from({ length: 24 }, (_, column) => column));
  const { layout } = heat({ title: 'Columns', alt: 'They count.', x: axis, y: axis, value: axis, values });
  const marks = (name: string): string[] => (layout[name] as { ticktext: string[] }).ticktext;
  expect(marks('xaxis')).toEqual(['0', '2', '4', '6', '8', '10', '12', '14', '16', '18', '20', '22']);
  expect(marks('yaxis')).toHaveLength(16);
});
