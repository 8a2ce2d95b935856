/** A scene as a still picture, and as a piece of a page that can be turned. */
import { escaped } from '../markup.js';
import { fontFamily, wrap } from '../theme.js';
import { atStep, drawing, drawn } from './draw.js';
import { drive, driving } from './drive.js';
import type { Scene, Step } from './scene.js';

/** Dark grey on the white card: 10 to 1, as in every still picture. */
const darkInk = '#3C4043';
/** A page with more room shows the picture somewhat larger, in px. */
const widest = 460;
const [margin, titleLine, legendLine] = [16, 21, 20];

/** The scene as its first view shows it: a white card that reads on any page, without script. */
export function stillOf(scene: Scene): string {
  const width = scene.size - 2 * margin;
  const title = wrap(scene.title, Math.floor(width / 8.6));
  const note = wrap(
    `${scene.note} In the notebook it can be turned${scene.steps ? ', and goes from step to step' : ''}.`,
    Math.floor(width / 6.4),
  );
  const top = margin + title.length * titleLine;
  const picture = scene.steps === undefined ? whole(scene) : panelsOf(scene, scene.steps);
  const below = top + picture.height + margin;
  const height = below + (scene.legend.length + note.length) * legendLine + margin;
  const [alt, label] = [escaped(scene.alt), escaped(scene.title)];
  const text = (words: string, x: number, y: number, style = ''): string =>
    `<text x="${x}" y="${y}" fill="currentColor"${style}>${escaped(words)}</text>`;
  const legend = scene.legend.map(({ colour, text: words }, n) => {
    const y = below + n * legendLine;
    return `<rect x="${margin}" y="${y - 6}" width="20" height="4" fill="${colour}"/>${text(words, margin + 30, y)}`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${scene.size}" height="${height}" viewBox="0 0 ${scene.size} ${height}" `,
    `role="img" aria-label="${alt}" color="${darkInk}" style="font-family: ${fontFamily}; font-size: 13px">`,
    `<title>${label}</title><desc>${alt}</desc>`,
    `<rect x="0.5" y="0.5" width="${scene.size - 1}" height="${height - 1}" rx="8" fill="#FFFFFF" stroke="#D5D8DB"/>`,
    ...title.map((line, n) =>
      text(line, margin, margin + 14 + n * titleLine, ' style="font-size: 16px; font-weight: bold"'),
    ),
    `<g transform="translate(0,${top})">${picture.svg}</g>`,
    ...legend,
    ...note.map((line, n) => text(line, margin, below + (scene.legend.length + n + 0.3) * legendLine)),
    '</svg>',
  ].join('');
}

interface Picture {
  readonly svg: string;
  readonly height: number;
}

function whole(scene: Scene): Picture {
  return { svg: drawn(scene, scene.views[0]), height: scene.size };
}

/** All steps at once, two beside each other, under their names. */
function panelsOf(scene: Scene, steps: readonly Step[]): Picture {
  const size = scene.size / 2;
  const panels = steps.map(({ name }, n) => {
    const [x, y] = [(n % 2) * size, Math.floor(n / 2) * (size + legendLine)];
    const heading = `<text x="${margin}" y="14" fill="currentColor" style="font-weight: bold">${escaped(name)}</text>`;
    const piece = drawn({ ...atStep(scene, n), size }, scene.views[0]);
    return `<g transform="translate(${x},${y})">${heading}<g transform="translate(0,${legendLine})">${piece}</g></g>`;
  });
  return { svg: panels.join(''), height: Math.ceil(steps.length / 2) * (size + legendLine) };
}

/**
 * The still picture with a script that puts one in its place that can be turned. It fetches nothing. Where scripts do not
 * run, as in a notebook that is not trusted, the still picture stays.
 */
export function pieceOf(scene: Scene): string {
  const data = escaped(JSON.stringify(scene));
  const still = `data:image/svg+xml,${encodeURIComponent(stillOf(scene))}`;
  return `<div class="normlab-turning" data-scene="${data}" style="max-width:${widest}px;color:inherit">
<img src="${still}" alt="${escaped(scene.alt)}" style="display:block;max-width:100%">
<script>${scriptOf()}</script>
</div>`;
}

/** Starts every picture of the page that has not been started. */
function scriptOf(): string {
  const functions = [...drawing, ...driving].map((one) => one.toString()).join('\n');
  return `(() => {
'use strict';
${functions}
for (const root of document.querySelectorAll('.normlab-turning:not([data-started])')) {
  root.dataset.started = 'yes';
  ${drive.name}(root, { draw: ${drawn.name}, at: ${atStep.name} });
}
})();`;
}
