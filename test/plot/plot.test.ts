import { grid, ink, okabeIto, viridis } from '../../src/plot/palette.js';
import { examples } from './examples.js';

type Axis = { type: string; title: { text: string } };

describe.each(Object.entries(examples))('%s', (_, make) => {
  const figure = make();

  it('says what to see and what was found', () => {
    expect(figure.title.length).toBeGreaterThan(20);
    expect(figure.alt).toMatch(/\.$/);
    expect(figure.alt.length).toBeGreaterThan(20);
    const inspect = Symbol.for('nodejs.util.inspect.custom');
    expect((figure as unknown as Record<symbol, () => string>)[inspect]()).toBe(figure.alt);
  });

  it('labels both axes with a unit, and says where they are logarithmic', () => {
    for (const name of ['xaxis', 'yaxis']) {
      const axis = figure.layout[name] as Axis;
      expect(axis.title.text).toMatch(/^\S.*( |<br>)\(.+\)$/);
      expect(axis.title.text.includes('log scale')).toBe(axis.type === 'log');
    }
  });

  it('has its numbers as a table', () => {
    const table = figure.table(3);
    expect(table.rows.length).toBeGreaterThan(2);
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
    expect(String(table).split('\n').length).toBeLessThanOrEqual(5);
  });

  it('is plain JSON that plotly can draw', () => {
    const spec = figure.toJSON();
    expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
    expect(JSON.stringify(spec)).not.toMatch(/undefined|NaN/);
    expect(Object.keys(figure._repr_mimebundle_())).toEqual(['application/vnd.plotly.v1+json', 'text/plain']);
  });

  it('uses only colours that every kind of colour vision tells apart', () => {
    const allowed = [...okabeIto, ...viridis, ink, '#9A9A9A', '#FFFFFF', '#111111'];
    const used = JSON.stringify([figure.data, figure.layout]).match(/#[0-9A-Fa-f]{6}/g) ?? [];
    expect(used.filter((colour) => !allowed.includes(colour))).toEqual([]);
    expect(JSON.stringify(figure.layout)).toContain(ink);
    expect(grid).toMatch(/^rgba\(128,128,128/);
  });

  it('stands on any page: its ground is transparent and its text takes the colour of the page', () => {
    const { layout } = figure.toJSON();
    expect(figure.toJSON().config).not.toHaveProperty('responsive');
    expect(layout.paper_bgcolor).toBe('rgba(0,0,0,0)');
    expect((layout.title as { text: string }).text).toContain('currentColor');
    expect((layout.xaxis as Axis).title.text).toContain('currentColor');
  });
});
