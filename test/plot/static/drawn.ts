/**
 * Draws the figures named on the command line and prints, as JSON, each picture and the boxes of its texts. A process of
 * its own, because that is how pictures are made: by Node, with the library's require hook.
 */
import { JSDOM } from 'jsdom';
import { at, sharedStatistic } from '../../../src/plot/index.js';
import type { Figure } from '../../../src/plot/index.js';
import { boxOnPage } from '../../../src/plot/static/geometry.js';
import type { Box } from '../../../src/plot/static/geometry.js';
import { renderSvg } from '../../../src/plot/static/index.js';
import { arimo } from '../../../src/plot/static/metrics.js';
import type { Measure } from '../../../src/plot/static/metrics.js';
import { examples, widgets } from '../examples.js';

/** A text of a picture and where it stands. */
export interface Text extends Box {
  readonly text: string;
}

/** One picture: its bytes, its root element's attributes, its texts and how many curves it has. */
export interface Drawn {
  readonly svg: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly title: string;
  readonly texts: readonly Text[];
  readonly curves: number;
}

const figures: Record<string, () => Figure> = {
  ...examples,
  moved: () => at(sharedStatistic({ shape: [2, 3, 4] }), 'BatchNorm'),
};

async function main(jobs: readonly string[]): Promise<void> {
  const measure = await arimo();
  const drawn: Record<string, Drawn> = {};
  for (const job of jobs) {
    const [name, width] = job.split(':');
    const svg =
      name in widgets ? widgets[name]().svg : await renderSvg(figures[name](), { width: Number(width) });
    drawn[drawn[job] === undefined ? job : `${job}:again`] = look(svg, measure);
  }
  process.stdout.write(JSON.stringify(drawn), () => process.exit());
}

function look(svg: string, measure: Measure): Drawn {
  const root = new JSDOM(svg, { contentType: 'image/svg+xml' }).window.document.documentElement;
  const texts = Array.from(root.querySelectorAll('text')).flatMap((element) => {
    const box = boxOnPage(element, measure);
    return box === null ? [] : [{ ...box, text: element.textContent }];
  });
  return {
    svg,
    attributes: Object.fromEntries(Array.from(root.attributes, ({ name, value }) => [name, value])),
    title: root.querySelector('title')?.textContent ?? '',
    texts,
    curves: root.querySelectorAll('.scatterlayer path.js-line').length,
  };
}

if (require.main === module) void main(process.argv.slice(2));
