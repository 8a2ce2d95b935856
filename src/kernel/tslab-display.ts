/** `import { display, newDisplay } from 'tslab'` in our kernel: tslab's own module, showing through us. */
import { createRequire } from 'node:module';
import type { DisplayOptions } from './display.js';
import type { Content } from './messages.js';

/** Loaded with the first cell that imports it. */
const load = createRequire(__filename);

interface TslabJupyter {
  lastWriteDisplayData: (shown: TslabDisplay, update?: boolean) => void;
}

interface TslabDisplay {
  data: Content;
  transient: { display_id?: string };
}

/** The module `tslab`, with its displays sent to `show`. */
export function tslabModule(show: (bundle: Content, options: DisplayOptions) => void): unknown {
  const jupyter = load('tslab/dist/jupyter.js') as TslabJupyter;
  jupyter.lastWriteDisplayData = ({ data, transient }, update) => {
    const id = transient.display_id;
    show(data, id ? { id, update: update === true } : {});
  };
  return load('tslab');
}
