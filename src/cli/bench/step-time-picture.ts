import { stepTime } from '../../plot/index.js';
import type { Figure } from '../../plot/index.js';
import type { PeerSamples } from './peers.js';
import { notebookSizes } from './sorting-step.js';

/** The engines as a reader knows them. */
const names: Readonly<Record<string, string>> = {
  ours: 'NormLab',
  torch: 'PyTorch',
  'torch-compile': 'torch.compile',
  jax: 'JAX',
};

/** What was measured beside other engines as a figure: time of a step by depth, batch and length around the preset with L = 4. */
export function stepTimePicture(measured: readonly PeerSamples[]): Figure {
  const records = measured.flatMap(({ sizes, samples }) =>
    Object.entries(samples).map(([engine, milliseconds]) => ({
      ...sizes,
      engine: names[engine] ?? engine,
      milliseconds,
    })),
  );
  return stepTime(records, { ...notebookSizes, depth: 4 });
}
