/**
 * A scene from a view, as SVG. These functions also run in the page: their source is put there as it stands, so they call
 * nothing but each other (`drawing` lists them).
 */
import type { Item, Scene, Vector, View } from './scene.js';

/** To the right, up, and towards the one who looks. */
export function turned([x, y, z]: Vector, { yaw, pitch }: View): Vector {
  const right = x * Math.cos(yaw) - y * Math.sin(yaw);
  const away = x * Math.sin(yaw) + y * Math.cos(yaw);
  const up = z * Math.cos(pitch) + away * Math.sin(pitch);
  return [right, up, z * Math.sin(pitch) - away * Math.cos(pitch)];
}

/** The content of an `svg` element of the scene's size, what is nearer drawn later. */
export function drawn(scene: Scene, view: View): string {
  const [middle, scale] = [scene.size / 2, scene.size / 2 / scene.radius];
  const seen = scene.items.map((item) => {
    const points = item.points.map((point) => turned(point, view));
    const near = points.reduce((sum, point) => sum + point[2], 0) / points.length;
    const height = item.points.reduce((sum, point) => sum + point[2], 0) * (view.pitch < 0 ? -1 : 1);
    // The ground hides what is on its other side, and nothing that lies in it.
    const side = item.width === undefined ? 0 : height < -1e-6 ? -1 : 1;
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

/** Labels a little further out than the points they belong to, none over another, all inside the picture. */
function labelsOf(
  seen: readonly { readonly item: Item; readonly points: readonly Vector[] }[],
  size: number,
): string {
  const taken: { x: number; y: number; width: number }[] = [];
  return seen
    .map(({ item, points }) => {
      if (item.label === undefined) return '';
      const [x, y] = points[points.length - 1];
      const far = Math.hypot(x - size / 2, y - size / 2) || 1;
      const [u, v] = [(x - size / 2) / far, (y - size / 2) / far];
      const width = 7.2 * item.label.length;
      const wished = x + 10 * u + (u * width) / 2 - width / 2 + 4 * Math.sign(u);
      const left = Math.max(4, Math.min(size - 4 - width, wished));
      const rows = [0, -16, 16, -32, 32, -48, 48].map((step) => y + 13 * v + 4.5 + step);
      const isFree = (row: number): boolean =>
        taken.every((box) => Math.abs(box.y - row) > 14 || left > box.x + box.width || box.x > left + width);
      const top = rows.find(isFree) ?? rows[0];
      taken.push({ x: left, y: top, width });
      const opacity = item.opacity === undefined ? '' : ` opacity="${item.opacity}"`;
      const middle = left + width / 2;
      return `<text x="${middle.toFixed(1)}" y="${top.toFixed(1)}" text-anchor="middle" fill="currentColor"${opacity}>${item.label}</text>`;
    })
    .join('');
}

/** What `drawn` needs in a page. */
export const drawing: readonly { toString(): string }[] = [turned, shapeOf, headOf, labelsOf, drawn];
