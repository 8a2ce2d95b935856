import type { Tensor } from '../../src/index.js';
import { check, exercises } from '../../src/notebook/index.js';
import { ownRecord } from './own-record.js';

ownRecord();

test('check stops a candidate that never ends, and says so', () => {
  const forever = (): Tensor => {
    for (;;);
  };
  expect(check(forever, exercises.layerNorm).toString()).toContain('still running after 5.0 seconds');
});
