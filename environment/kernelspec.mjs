import path from 'node:path';
import { hasText, jsonText, writeText } from './files.mjs';

/**
 * The kernel's registration and Lab's settings. Both stand inside the virtual environment: nothing else of the machine is touched.
 * The kernel keeps the name `tslab`, so that the notebooks also open where only the stock kernel is.
 */
function files({ root, platform, node }) {
  const share = path.join(platform.venv, 'share', 'jupyter');
  const kernel = {
    // Room for what is young: the arrays of one training step then die young, and a cell takes up to a third less time.
    argv: [
      node,
      '--no-warnings',
      '--max-semi-space-size=32',
      path.join(root, 'src', 'kernel', 'launch.cjs'),
      '{connection_file}',
    ],
    display_name: 'TypeScript (normlab)',
    language: 'typescript',
    interrupt_mode: platform.interruptMode,
    metadata: { debugger: false },
  };
  const noQuestions = { fetchNews: 'false', checkForUpdates: false };
  return [
    [path.join(share, 'kernels', 'tslab', 'kernel.json'), jsonText(kernel)],
    [
      path.join(share, 'lab', 'settings', 'overrides.json'),
      jsonText({ '@jupyterlab/apputils-extension:notification': noQuestions }),
    ],
  ];
}

export const kernelMatches = (place) => files(place).every(([file, text]) => hasText(file, text));

export function registerKernel(place) {
  for (const [file, text] of files(place)) writeText(file, text);
}
