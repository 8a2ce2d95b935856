import { runInNewContext } from 'node:vm';
import { atStep, drawn } from '../../../src/plot/turning/draw.js';
import { pieceOf, stillOf } from '../../../src/plot/turning/page.js';
import type { Scene } from '../../../src/plot/turning/scene.js';
import { FakePage } from './fake-page.js';

const stepped: Scene = {
  title: 'One line turns up',
  alt: 'A line that lies down, and then stands.',
  note: 'Nothing is dotted.',
  legend: [],
  views: [
    { name: 'from the side', yaw: 0.3, pitch: 0.4 },
    { name: 'along 1', yaw: 0.3, pitch: Math.PI / 2 },
  ],
  radius: 2,
  size: 200,
  steps: [
    { name: 'before', note: 'Nothing has happened.' },
    { name: 'after', note: 'It has turned up.' },
  ],
  items: [
    {
      points: [],
      colour: '#0072B2',
      width: 2,
      path: [
        [
          [0, 0, 0],
          [1, 0.5, 1],
        ],
        [
          [0, 0, 0],
          [0, 0, 1],
        ],
      ],
    },
  ],
};
const page = (): FakePage => {
  const made = new FakePage(JSON.stringify(stepped));
  runInNewContext(/<script>([^]*)<\/script>/.exec(pieceOf(stepped))![1], { document: made });
  return made;
};
const [view] = stepped.views;

it('has a button for each step, and says what happens in it', () => {
  const opened = page();
  expect(opened.all('button').map(({ textContent }) => textContent)).toEqual([
    'before',
    'after',
    'from the side',
    'along 1',
  ]);
  expect(opened.picture.innerHTML).toBe(drawn(atStep(stepped, 0), view));
  opened.all('button')[1].fire('click', {});
  expect(opened.picture.innerHTML).toBe(drawn(atStep(stepped, 1), view));
  expect(opened.words()).toContain('It has turned up.');
});

it('has a slider for what lies between, whose keys do not reach the notebook, and keeps its step when it is turned', () => {
  const opened = page();
  const [slider] = opened.all('input');
  slider.value = '0.25';
  slider.fire('input', {});
  expect(opened.picture.innerHTML).toBe(drawn(atStep(stepped, 0.25), view));
  expect(slider.fire('keydown', { key: 'ArrowRight' })).toEqual(['stopPropagation']);
  opened.picture.fire('keydown', { key: 'ArrowRight' });
  expect(opened.picture.innerHTML).toBe(drawn(atStep(stepped, 0.25), { ...view, yaw: view.yaw + 0.1 }));
});

it('shows every step in the still picture, under its name', () => {
  const still = stillOf(stepped);
  for (const n of [0, 1]) expect(still).toContain(drawn({ ...atStep(stepped, n), size: 100 }, view));
  expect(still).toMatch(/>before<[^]*>after</);
});
