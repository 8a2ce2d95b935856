/** Every experiment by its name: a new one is a file of this room and a row here. */
import type { Experiment } from './experiment.js';
import { precision } from './precision.js';

export const experiments: Readonly<Record<string, Experiment>> = { precision };
