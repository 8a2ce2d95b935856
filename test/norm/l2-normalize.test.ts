import * as library from '../../src/index.js';
import { facts } from './facts/l2-normalize.js';

test.each(Object.entries(facts))('l2Normalize: %s', (_, check) => check(library));
