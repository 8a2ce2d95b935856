import { figuresOf } from '../../../src/cli/export/figures.js';
import { usesLibrary } from '../../../src/cli/export/library.js';
import type { Notebook } from '../../../src/cli/export/notebook.js';
import { pageHtml } from '../../../src/cli/export/page.js';
import { placementExplorer } from '../../../src/plot/index.js';
import { placementStates, widgets } from '../../plot/examples.js';

/** An executed notebook that shows these bundles. */
const notebook = (...bundles: Record<string, unknown>[]): Notebook =>
  ({
    metadata: {},
    cells: bundles.map((data, i) => ({
      cell_type: 'code',
      id: `cell-${i}`,
      source: 'show(figure);',
      metadata: {},
      outputs: [{ output_type: 'display_data', data, metadata: {} }],
    })),
  }) as unknown as Notebook;
const page = (one: Notebook): string =>
  pageHtml(one, { name: 'a', origin: '', command: '', pageOf: () => undefined });
const explorer = placementExplorer(placementStates)._repr_mimebundle_();
const other = widgets.projection3d()._repr_mimebundle_();

it('brings the library into a page with a figure that asks for it, and into no other', () => {
  expect(page(notebook(explorer))).toContain('<script src="assets/normlab.js" defer></script>');
  expect(page(notebook(other))).not.toContain('normlab.js');
});

it('knows the figures that ask for it', () => {
  const used = [...figuresOf(notebook(explorer, other)).values()].map(usesLibrary);
  expect(used).toEqual([true, false]);
});
