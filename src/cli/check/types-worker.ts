/** The thread in which TypeScript reads one file: types can be written that take it hours. */
import { parentPort, workerData } from 'node:worker_threads';
import { typeErrors } from './types.js';

parentPort?.postMessage(typeErrors(...(workerData as Parameters<typeof typeErrors>)));
