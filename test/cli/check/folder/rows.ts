import type { Row } from '../../../../src/cli/check/folder/row.js';

/** A row for a test. */
export const row = (of: Partial<Row> = {}): Row => ({
  file: 'a.ts',
  exercise: 'layer-norm',
  outcome: 'passed',
  points: '100',
  'checks passed': '9',
  checks: '9',
  misconception: '',
  message: '',
  seed: '7',
  fingerprint: 'f',
  ...of,
});
