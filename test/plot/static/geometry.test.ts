import { boxOf, boxOnPage } from '../../../src/plot/static/geometry.js';
import type { Box, SvgElement } from '../../../src/plot/static/geometry.js';

/** Every character half an em wide, bold ones one em. */
const measure = (text: string, size: number, bold = false): number => text.length * size * (bold ? 1 : 0.5);

type Parent = { parentElement: SvgElement | null };

/** An element with its attributes, and its text or its children. */
function svg(
  tagName: string,
  attributes: Record<string, string | number>,
  ...content: (string | SvgElement)[]
): SvgElement {
  const children = content.filter((part): part is SvgElement => typeof part !== 'string');
  const element: SvgElement = {
    tagName,
    children,
    parentElement: null,
    textContent: content.map((part) => (typeof part === 'string' ? part : part.textContent)).join(''),
    getAttribute: (name) => (name in attributes ? String(attributes[name]) : null),
  };
  for (const child of children) (child as Parent).parentElement = element;
  return element;
}

const rounded = (box: Box | null): number[] =>
  box === null ? [] : [box.left, box.top, box.right, box.bottom].map((edge) => Math.round(edge * 100) / 100);

it('measures text from its base line and anchor', () => {
  const text = (anchor: string): SvgElement =>
    svg('text', { x: 100, y: 50, style: `font-size: 10px; text-anchor: ${anchor}` }, 'abcd');
  expect(rounded(boxOf(text('start'), measure))).toEqual([100, 40.95, 120, 52.12]);
  expect(rounded(boxOf(text('middle'), measure))).toEqual([90, 40.95, 110, 52.12]);
  expect(rounded(boxOf(text('end'), measure))).toEqual([80, 40.95, 100, 52.12]);
});

it('measures lines below each other, bold and raised parts by their own size', () => {
  const line = (dy: string, ...content: (string | SvgElement)[]): SvgElement =>
    svg('tspan', { class: 'line', x: 0, y: 20, dy }, ...content);
  const bold = svg('tspan', { style: 'font-weight:bold' }, 'bc');
  const lines = svg(
    'text',
    { x: 0, y: 20, style: 'font-size: 10px' },
    line('0em', 'ab'),
    line('1.3em', 'a', bold),
  );
  expect(rounded(boxOf(lines, measure))).toEqual([0, 10.95, 25, 35.12]);
  const power = svg('tspan', { style: 'font-size:70%' }, '-3');
  const raised = svg('text', { x: 0, y: 20, style: 'font-size: 10px' }, '10', power);
  expect(rounded(boxOf(raised, measure))[2]).toBe(17);
});

it('turns and moves boxes with their groups', () => {
  const group = svg('g', { transform: 'translate(10,5)' }, svg('rect', { x: 1, y: 2, width: 4, height: 6 }));
  expect(rounded(boxOf(group, measure))).toEqual([1, 2, 5, 8]);
  expect(rounded(boxOnPage(group.children[0], measure))).toEqual([11, 7, 15, 13]);
  const turned = svg(
    'g',
    { transform: 'rotate(-90,10,10)' },
    svg('rect', { x: 10, y: 10, width: 20, height: 4 }),
  );
  expect(rounded(boxOnPage(turned, measure))).toEqual([10, -10, 14, 10]);
});

it('follows paths with absolute and relative steps, and leaves out what is not shown', () => {
  expect(rounded(boxOf(svg('path', { d: 'M10,10h5v-3L0,2' }), measure))).toEqual([0, 2, 15, 10]);
  expect(
    boxOf(svg('g', { style: 'display: none' }, svg('rect', { width: 5, height: 5 })), measure),
  ).toBeNull();
  expect(rounded(boxOf(svg('circle', { cx: 5, cy: 6, r: 2 }), measure))).toEqual([3, 4, 7, 8]);
});
