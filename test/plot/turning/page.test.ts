import { runInNewContext } from 'node:vm';
import { pieceOf, stillOf } from '../../../src/plot/turning/page.js';
import { drawn } from '../../../src/plot/turning/draw.js';
import type { Scene } from '../../../src/plot/turning/scene.js';
import { FakePage } from './fake-page.js';

const scene: Scene = {
  title: 'What is left <of it> & "more"',
  alt: 'A third is left.',
  note: 'Dotted: what is taken off.',
  legend: [{ colour: '#0072B2', text: 'g' }],
  views: [
    { name: 'from the side', yaw: 0.3, pitch: 0.4 },
    { name: 'along 1', yaw: 0.3, pitch: Math.PI / 2 },
  ],
  radius: 2,
  size: 200,
  items: [
    {
      points: [
        [0, 0, 0],
        [1, 0.5, 1],
      ],
      colour: '#0072B2',
      width: 2,
      isArrow: true,
      label: 'g',
    },
  ],
};
const piece = pieceOf(scene);
const script = /<script>([^]*)<\/script>/.exec(piece)![1];
const data = /data-scene="([^"]*)"/
  .exec(piece)![1]
  .replace(/&quot;/g, '"')
  .replace(/&lt;/g, '<')
  .replace(/&gt;/g, '>')
  .replace(/&amp;/g, '&');

/** The piece as it stands in a page after its script has run there, with nothing of this process around it. */
function started(): FakePage {
  const page = new FakePage(data);
  runInNewContext(script, { document: page });
  return page;
}

it('is a still picture with its finding in words, whole without script', () => {
  const still = stillOf(scene);
  expect(still).toMatch(/^<svg xmlns[^>]*role="img" aria-label="A third is left\."/);
  expect(still).toContain('<title>What is left &lt;of it&gt; &amp; &quot;more&quot;</title>');
  expect(still).toContain(drawn(scene, scene.views[0]));
  expect(still).not.toContain('<script');
  expect(piece).toContain(`src="data:image/svg+xml,${encodeURIComponent(still)}" alt="A third is left."`);
});

it('fetches nothing and ends its script nowhere but at its end', () => {
  expect(piece.match(/<\/script>/g)).toHaveLength(1);
  expect(piece.replace(/http:\/\/www\.w3\.org\/2000\/svg/g, '')).not.toMatch(/https?:|import|require|fetch/);
});

it('carries its whole scene', () => {
  expect(JSON.parse(data)).toEqual(scene);
});

it('puts a picture that turns where the still one stood, drawn by the same code', () => {
  const page = started();
  expect(page.still.style.display).toBe('none');
  expect(page.picture.innerHTML).toBe(drawn(scene, scene.views[0]));
  expect(page.picture.attributes).toMatchObject({
    role: 'img',
    tabindex: '0',
    'aria-label': 'A third is left. The arrow keys turn it.',
  });
  expect(page.words()).toContain(scene.title);
  expect(page.words()).toContain(scene.note);
});

it('starts each picture once', () => {
  const page = started();
  const count = page.root.children.length;
  runInNewContext(script, { document: page });
  expect(page.root.children).toHaveLength(count);
});

it('turns by dragging, and only while dragged', () => {
  const page = started();
  page.picture.fire('pointermove', { pointerId: 1, clientX: 99, clientY: 99 });
  expect(page.picture.innerHTML).toBe(drawn(scene, scene.views[0]));
  page.picture.fire('pointerdown', { pointerId: 1, clientX: 10, clientY: 10 });
  page.picture.fire('pointermove', { pointerId: 1, clientX: 60, clientY: 10 });
  page.picture.fire('pointermove', { pointerId: 1, clientX: 60, clientY: 30 });
  expect(page.picture.innerHTML).toBe(drawn(scene, { yaw: 0.3 + 0.5, pitch: 0.4 + 0.2 }));
});

it('tilts no further than to look straight down', () => {
  const page = started();
  page.picture.fire('pointerdown', { pointerId: 1, clientX: 0, clientY: 0 });
  page.picture.fire('pointermove', { pointerId: 1, clientX: 0, clientY: 900 });
  expect(page.picture.innerHTML).toBe(drawn(scene, { yaw: 0.3, pitch: Math.PI / 2 }));
});

it('turns by the arrow keys, which then neither scroll nor reach the notebook, and leaves others alone', () => {
  const page = started();
  expect(page.picture.fire('keydown', { key: 'ArrowLeft' })).toEqual(['preventDefault', 'stopPropagation']);
  expect(page.picture.innerHTML).toBe(drawn(scene, { yaw: 0.3 - 0.1, pitch: 0.4 }));
  expect(page.picture.fire('keydown', { key: 'Tab' })).toEqual([]);
});

it('has a button for each view', () => {
  const page = started();
  const buttons = page.all('button');
  expect(buttons.map(({ textContent }) => textContent)).toEqual(['from the side', 'along 1']);
  buttons[1].fire('click', {});
  expect(page.picture.innerHTML).toBe(drawn(scene, scene.views[1]));
});
