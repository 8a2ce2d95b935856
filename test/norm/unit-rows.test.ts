import * as library from '../../src/index.js';
import { facts } from './facts/unit-rows.js';

test.each(Object.entries(facts))('unitRows: %s', (_, check) => check(library));
