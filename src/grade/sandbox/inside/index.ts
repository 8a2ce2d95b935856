import { builtIns } from './built-ins.js';
import { calling } from './calling.js';
import { cloning } from './cloning.js';
import { reading } from './reading.js';
import { writing } from './writing.js';

/** The script that every sandbox runs before the learner's: it hands copies in and takes copies out. */
export const inside = `(host) => {${builtIns}${cloning}${writing}${reading}${calling}}`;
