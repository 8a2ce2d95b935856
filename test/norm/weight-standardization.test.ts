import * as library from '../../src/index.js';
import { facts } from './facts/weight-standardization.js';

test.each(Object.entries(facts))('weightStandardization: %s', (_, check) => check(library));
