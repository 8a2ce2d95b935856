/**
 * A scene from a view, as SVG. These functions also run in the page: their source is put there as it stands, so they call
 * nothing but each other (`drawing` lists them).
 */
import type { Item, Scene, Vector, View } from './scene.js';

/** An item with its points in the picture: x, y, and nothing. */
interface Seen {
  readonly item: Item;
  readonly points: readonly Vector[];
}

/** To the right, up, and towards the one who looks. */
export function turned([x, y, z]: Vector, { yaw, pitch }: View): Vector {
  const right = x * Math.cos(yaw) - y * Math.sin(yaw);
  const away = x * Math.sin(yaw) + y * Math.cos(yaw);
  const up = z * Math.cos(pitch) + away * Math.sin(pitch);
  return [right, up, z * Math.sin(pitch) - away * Math.cos(pitch)];
}

/** The scene at one of its steps, or somewhere between two of them. */
export function atStep(scene: Scene, step: number): Scene {
  const nearest = Math.round(step);
  const items = scene.items
    .filter(({ seen }) => seen === undefined || (seen[0] <= nearest && nearest <= seen[1]))
    .map((item) => (item.path === undefined ? item : { ...item, points: between(item.path, step) }));
  return { ...scene, items };
}

function between(path: readonly (readonly Vector[])[], step: number): Vector[] {
  const from = Math.min(Math.floor(step), path.length - 1);
  const [start, end] = [path[from], path[Math.min(from + 1, path.length - 1)]];
  const along = (point: Vector, i: number, axis: number): number =>
    point[axis] + (step - from) * (end[i][axis] - point[axis]);
  return start.map((point, i): Vector => [along(point, i, 0), along(point, i, 1), along(point, i, 2)]);
}

/** The content of an `svg` element of the scene's size, what is nearer drawn later. */
export function drawn(scene: Scene, view: View): string {
  const [middle, scale] = [scene.size / 2, scene.size / 2 / scene.radius];
  const seen = scene.items.map((item): Seen & { order: [number, number] } => {
    const points = item.points.map((point) => turned(point, view));
    const near = points.reduce((sum, point) => sum + point[2], 0) / points.length;
    const height = item.points.reduce((sum, point) => sum + point[2], 0) * (view.pitch < 0 ? -1 : 1);
    // The ground hides what is on its other side, and nothing that lies in it.
    const isArea = item.width === undefined && item.dot === undefined;
    const side = isArea ? 0 : height < -1e-6 ? -1 : 1;
    const places = points.map(([right, up]): Vector => [middle + scale * right, middle - scale * up, 0]);
    return { item, order: [side, near], points: places };
  });
  const sorted = [...seen].sort((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1]);
  const shapes = sorted.map(({ item, points }) => shapeOf(item, points));
  return shapes.join('') + labelsOf(seen, scene.size);
}

function shapeOf(item: Item, points: readonly Vector[]): string {
  const at = points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  const opacity = item.opacity === undefined ? '' : ` opacity="${item.opacity}"`;
  if (item.dot !== undefined) {
    const [x, y] = points[points.length - 1];
    return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${item.dot}" fill="${item.colour}"${opacity}/>`;
  }
  if (item.width === undefined) return `<polygon points="${at}" fill="${item.colour}"${opacity}/>`;
  const dash = item.dash === undefined ? '' : ` stroke-dasharray="${item.dash}"`;
  const line = `<polyline points="${at}" fill="none" stroke="${item.colour}" stroke-width="${item.width}"${dash}${opacity}/>`;
  return line + (item.isArrow === true ? headOf(item, points, opacity) : '');
}

/** An arrow head, smaller where the arrow points at the one who looks. */
function headOf(item: Item, points: readonly Vector[], opacity: string): string {
  const [from, to] = points.slice(-2);
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const size = Math.min(6 + 2 * (item.width ?? 1), length);
  if (size < 1) return '';
  const [u, v] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const corner = (along: number, side: number): string =>
    `${(to[0] + along * u - side * v).toFixed(1)},${(to[1] + along * v + side * u).toFixed(1)}`;
  const corners = [corner(0.3 * size, 0), corner(-size, 0.45 * size), corner(-size, -0.45 * size)];
  return `<polygon points="${corners.join(' ')}" fill="${item.colour}"${opacity}/>`;
}

/** Labels beside the points they belong to, rather outwards, where they hide least; all inside the picture. */
function labelsOf(seen: readonly Seen[], size: number): string {
  const inked = seen.filter(({ item }) => item.width !== undefined).flatMap(({ points }) => dotsOf(points));
  const taken: Box[] = [];
  return seen
    .map(({ item, points }) => {
      if (item.label === undefined) return '';
      const box = bestPlace(points[points.length - 1], 7.2 * item.label.length, { inked, taken, size });
      taken.push(box);
      const opacity = item.opacity === undefined ? '' : ` opacity="${item.opacity}"`;
      const at = `x="${box.x.toFixed(1)}" y="${(box.y + 4.5).toFixed(1)}"`;
      return `<text ${at} text-anchor="middle" fill="currentColor"${opacity}>${item.label}</text>`;
    })
    .join('');
}

/** A label by its middle. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Of eight places around a point the one with the least under it. */
function bestPlace(
  [x, y]: Vector,
  width: number,
  around: { readonly inked: readonly Vector[]; readonly taken: readonly Box[]; readonly size: number },
): Box {
  const outwards = Math.atan2(y - around.size / 2, x - around.size / 2);
  const places = [0, 1, -1, 2, -2, 3, -3, 4].map((turn) => {
    const angle = outwards + (turn * Math.PI) / 4;
    const wished = { x: x + Math.cos(angle) * (width / 2 + 9), y: y + Math.sin(angle) * 15, width };
    const inside = (value: number, room: number): number =>
      Math.max(room, Math.min(around.size - room, value));
    const box = { x: inside(wished.x, width / 2 + 4), y: inside(wished.y, 12), width };
    const covers = (other: Box, height: number): boolean =>
      Math.abs(other.x - box.x) < (other.width + width) / 2 && Math.abs(other.y - box.y) < height;
    const hidden = around.inked.filter((dot) => covers({ x: dot[0], y: dot[1], width: 0 }, 8)).length;
    const crossed = around.taken.filter((other) => covers(other, 15)).length;
    return { box, cost: hidden + 50 * crossed + 0.6 * Math.abs(turn) };
  });
  return places.reduce((best, place) => (place.cost < best.cost ? place : best)).box;
}

/** Points along a line, about 5 px apart. */
function dotsOf(points: readonly Vector[]): Vector[] {
  return points.slice(1).flatMap((to, i) => {
    const from = points[i];
    const count = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / 5);
    return Array.from({ length: count }, (_, n): Vector => {
      const t = (n + 1) / count;
      return [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1]), 0];
    });
  });
}

/** What `drawn` needs in a page. */
export const drawing: readonly { toString(): string }[] = [
  atStep,
  between,
  turned,
  shapeOf,
  headOf,
  dotsOf,
  bestPlace,
  labelsOf,
  drawn,
];
