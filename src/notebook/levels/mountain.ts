import { escaped } from '../card.js';
import type { Reached } from './reached.js';

/** The box that the mountain is drawn in. */
const [width, height] = [480, 190];
const [foot, summit] = [166, 34];

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * A climb as a trail up a mountain: a camp for each level, the trail solid as far as one has come, a flag on the summit
 * once all are won.
 */
export function mountain(reached: readonly Reached[]): string {
  const camps = reached.map((_, i) => campAt(i, reached.length));
  const top = camps[camps.length - 1];
  const next = reached.findIndex(({ state }) => state !== 'done');
  const walked = next < 0 ? camps : camps.slice(0, next + 1);
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(spoken(reached))}">
${ridge([0, 172, 70, 118, 128, 140, 196, 92, 262, 128, 330, 74, 420, 120, 480, 104], 0.05)}
${ridge([0, 184, 60, 160, 150, 150, 236, 108, 300, 104, 372, 58, top.x, top.y + 4, top.x + 22, 84, 480, 128], 0.1)}
<path d="${line(camps)}" fill="none" stroke="currentColor" stroke-opacity="0.5" stroke-width="2" stroke-dasharray="2 5" stroke-linecap="round"/>
<path d="${line(walked)}" fill="none" stroke="var(--won)" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>
${next < 0 ? flag(top) : ''}
${camps.map((camp, i) => campMark(camp, reached[i], i)).join('\n')}
</svg>`;
}

/** Camps stand a little closer where it gets steep, and turn left and right of the straight way. */
function campAt(i: number, count: number): Point {
  const share = count > 1 ? i / (count - 1) : 1;
  const turn = i === 0 || i === count - 1 ? 0 : i % 2 === 1 ? 7 : -7;
  return {
    x: Math.round(28 + 398 * share),
    y: Math.round(foot - (foot - summit) * share ** 1.5 + turn),
  };
}

const line = (points: readonly Point[]): string =>
  points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('');

/** A silhouette through the given points, x and y in turn. */
function ridge(numbers: readonly number[], opacity: number): string {
  const points = numbers.flatMap((x, i) => (i % 2 === 0 ? [{ x, y: numbers[i + 1] }] : []));
  return `<path d="${line(points)}V${height}H0Z" fill="currentColor" fill-opacity="${opacity}"/>`;
}

const flag = ({ x, y }: Point): string =>
  `<path d="M${x} ${y - 10}v-20l16 6l-16 6" fill="#E69F00" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"/>`;

function campMark({ x, y }: Point, { level, state }: Reached, i: number): string {
  const radius = state === 'open' ? 13 : 10;
  const [fill, ink] =
    state === 'done' ? ['var(--won)', '#FFFFFF'] : ['var(--jp-layout-color1, Canvas)', 'currentColor'];
  const edge = state === 'done' ? 'var(--won)' : state === 'open' ? 'var(--next)' : '#7A7A7A';
  const title = `<title>${escaped(`${i + 1}. ${level.title}: ${state}`)}</title>`;
  const text = `<text x="${x}" y="${y + 4.5}" text-anchor="middle" font-size="12.5" font-family="inherit" font-weight="600" fill="${ink}">${state === 'done' ? '✓' : i + 1}</text>`;
  return `<g>${title}<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}" stroke="${edge}" stroke-width="${state === 'open' ? 3 : 1.5}"/>${text}</g>`;
}

/** What the picture shows, in words. */
function spoken(reached: readonly Reached[]): string {
  const won = reached.filter(({ state }) => state === 'done').length;
  const next = reached.findIndex(({ state }) => state === 'open');
  const where =
    next < 0 ? 'The summit is reached.' : `Next is level ${next + 1}, ${reached[next].level.title}.`;
  return `A trail up a mountain: ${won} of ${reached.length} levels are won. ${where}`;
}
