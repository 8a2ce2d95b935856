import { inspect } from 'node:util';
import { show } from '../../src/notebook/index.js';
import { lines, Widget } from '../../src/plot/index.js';

/** The picture itself is drawn in picture-thread.slow.test.ts. */
jest.mock('../../src/notebook/still-picture.js', () => ({
  stillPicture: (figure: { alt: string }) => Promise.resolve(`<svg>${figure.alt}</svg>`),
}));

const figure = lines({
  title: 'It falls',
  x: { label: 'step', unit: 'updates' },
  y: { label: 'loss', unit: 'nats' },
  series: [{ name: 'loss', x: [0, 1, 2], y: [3, 2, 1] }],
  alt: 'The loss falls from 3 to 1.',
});

describe('show', () => {
  it('gives plotly, a still picture and words, and no HTML', async () => {
    const bundle = await show(figure)._repr_mimebundle_();
    expect(Object.keys(bundle)).toEqual(['application/vnd.plotly.v1+json', 'image/svg+xml', 'text/plain']);
    expect(bundle['application/vnd.plotly.v1+json']).toHaveProperty('config');
    expect(bundle['image/svg+xml']).toBe('<svg>The loss falls from 3 to 1.</svg>');
    expect(bundle['text/plain']).toBe('The loss falls from 3 to 1.');
  });

  it('lets a widget, which plotly cannot draw, show itself as HTML', async () => {
    const records = { columns: ['a'], rows: [[1]] };
    const widget = new Widget({ title: 'It turns', alt: 'It turned.', html: '<p>', svg: '<svg>', records });
    const bundle = await show(widget)._repr_mimebundle_();
    expect(bundle).toEqual(widget._repr_mimebundle_());
    expect(bundle).toMatchObject({
      'text/html': '<p>',
      'image/svg+xml': '<svg>',
      'text/plain': 'It turned.',
    });
    expect(inspect(show(widget))).toBe('It turned.');
  });

  it('is its finding on the console', () => {
    expect(inspect(show(figure))).toBe('The loss falls from 3 to 1.');
  });
});
