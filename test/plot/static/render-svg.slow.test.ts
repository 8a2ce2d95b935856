import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { examples, widgets } from '../examples.js';
import type { Drawn, Text } from './drawn.js';

const root = join(__dirname, '..', '..', '..');
const run = (...args: string[]): string =>
  execFileSync(process.execPath, ['-r', './src/kernel/typescript.cjs', ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
const draw = (...jobs: string[]): Record<string, Drawn> =>
  JSON.parse(run(join('test', 'plot', 'static', 'drawn.ts'), ...jobs)) as Record<string, Drawn>;

const widths = [720, 390];
const figures = Object.keys(examples).flatMap((name) => widths.map((width) => `${name}:${width}`));
const jobs = [...figures, ...Object.keys(widgets)];
let drawn: Record<string, Drawn>;
beforeAll(() => {
  drawn = draw(...jobs, 'moved:720', 'strides:720');
});

const overlap = (a: Text, b: Text): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;

const outside = ({ texts, attributes }: Drawn): Text[] => {
  const [, , width, height] = attributes.viewBox.split(' ').map(Number);
  return texts.filter(
    ({ left, top, right, bottom }) => left < 4 || top < 4 || right > width - 2 || bottom > height - 4,
  );
};

it.each(jobs)('clips no text of %s, and lets none run into another', (job) => {
  const picture = drawn[job];
  expect(picture.texts.length).toBeGreaterThan(5);
  expect(outside(picture)).toEqual([]);
  const collisions = picture.texts.flatMap((one, i) =>
    picture.texts
      .slice(i + 1)
      .filter((other) => overlap(one, other))
      .map((other) => `${one.text} | ${other.text}`),
  );
  expect(collisions).toEqual([]);
});

it('would find text that is clipped', () => {
  const picture = drawn['lines:720'];
  expect(outside({ ...picture, attributes: { viewBox: '0 0 390 300' } }).length).toBeGreaterThan(0);
});

it('draws the same bytes again, here and in another process', () => {
  const { svg } = drawn['strides:720'];
  expect(drawn['strides:720:again'].svg).toBe(svg);
  expect(draw('strides:720')['strides:720'].svg).toBe(svg);
});

it('shares no id with another picture on the same page', () => {
  const ids = (job: string): string[] => [...drawn[job].svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids('strides:720').length).toBeGreaterThan(0);
  expect(ids('strides:720').filter((id) => ids('strides:390').includes(id))).toEqual([]);
});

it('speaks to a screen reader', () => {
  const figure = examples.signalByDepth();
  const { attributes, title, svg } = drawn['signalByDepth:720'];
  expect(attributes).toMatchObject({ role: 'img', 'aria-label': figure.alt });
  expect(title).toBe(figure.title);
  expect(svg).toContain(`<desc>${figure.alt}</desc>`);
});

it('says where the control stands, and draws none', () => {
  const texts = drawn['signalByDepth:720'].texts.map(({ text }) => text);
  expect(texts).toContain('Shown at s = 0.5; move the control in the notebook to see the others.');
  expect(drawn['signalByDepth:720'].svg).not.toContain('slider');
  expect(drawn['withToggle:720'].svg).not.toContain('updatemenu');
  expect(drawn['lines:720'].svg).not.toContain('Shown at');
});

it('draws the numbers, not an empty frame', () => {
  expect(drawn['lines:720'].curves).toBeGreaterThanOrEqual(6);
  expect(drawn['lines:390'].texts.map(({ text }) => text)).toContain('BatchNorm with a batch of two');
});

it('shows the position it is set to', () => {
  const texts = drawn['moved:720'].texts.map(({ text }) => text).join();
  expect(texts).toContain('each feature for itself');
  expect(texts).not.toContain('each word for itself');
  expect(texts).toContain('Shown at layer: BatchNorm');
});

it('holds no script, nothing to fetch, and no path of this machine', () => {
  for (const { svg } of Object.values(drawn)) {
    expect(svg).not.toMatch(/<script|@import|file:|blob:/);
    expect(svg).not.toContain(root);
    const addresses = svg.match(/https?:\/\/[^"]+/g) ?? [];
    expect(addresses.filter((address) => !address.startsWith('http://www.w3.org/'))).toEqual([]);
  }
});

it('loads neither jsdom nor plotly with the figures', () => {
  const script =
    "require('./src/plot/index.ts');require('./src/plot/static/index.ts');" +
    'process.stdout.write(String(Object.keys(require.cache).filter((f)=>/jsdom|plotly|opentype/.test(f)).length))';
  expect(run('-e', script)).toBe('0');
});
