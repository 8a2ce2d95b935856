import { erf, gather, tanh } from '../../../index.js';
import type { Operation } from './operation.js';

/** The layers and losses of the golden files. */
export const nn: Readonly<Record<string, Operation>> = {
  tanh: { needs: ['x'], attributes: [], k: 4, run: ({ x }) => ({ y: tanh(x) }) },
  erf: { needs: ['x'], attributes: [], k: 4, run: ({ x }) => ({ y: erf(x) }) },
  embedding: { needs: ['w', 't'], attributes: [], k: 4, run: ({ w, t }) => ({ y: gather(w, t) }) },
};
