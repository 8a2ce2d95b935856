import type { Cell, Notebook, Output } from '../../../src/cli/export/notebook.js';

/** A markdown cell. */
export function markdown(source: string): Cell {
  return { id: 'words', cell_type: 'markdown', source, metadata: {} };
}

/** A code cell that ran. */
export function code(
  id: string,
  source: string,
  outputs: readonly Output[] = [],
  tags: readonly string[] = [],
): Cell {
  return { id, cell_type: 'code', source, outputs, metadata: { tags } };
}

/** A result. */
export function result(data: Record<string, unknown>): Output {
  return { output_type: 'execute_result', data };
}

/** Something printed. */
export function printed(text: string): Output {
  return { output_type: 'stream', name: 'stdout', text };
}

/** A figure's bundle with one line and a slider. */
export const figureBundle = {
  'application/vnd.plotly.v1+json': {
    data: [
      { name: 'loss', x: [0, 1], y: [2, 1.5] },
      { name: 'grid line', x: [0, 9], y: [0, 9], hoverinfo: 'skip' },
    ],
    layout: {
      title: { text: '<b>The loss</b><br><b>falls</b><br><span>after one step</span>' },
      xaxis: { title: { text: 'step' } },
      yaxis: { title: 'loss' },
    },
    frames: [],
  },
  'image/svg+xml': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 400"></svg>',
  'text/plain': 'The loss falls from 2 to 1.5 "at once".',
};

/** A notebook of cells. */
export function notebookOf(...cells: Cell[]): Notebook {
  return {
    cells,
    metadata: { kernelspec: { name: 'tslab' }, language_info: { name: 'typescript', version: '5.0.4' } },
  };
}
