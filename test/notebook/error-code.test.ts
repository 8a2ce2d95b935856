import fs from 'node:fs';
import { errorCode } from '../../src/notebook/error-code.js';

describe('the code of an error', () => {
  it('is what Node says, and nothing for other errors', () => {
    let found: unknown;
    try {
      fs.readFileSync('no such file');
    } catch (error) {
      found = error;
    }
    expect(errorCode(found)).toBe('ENOENT');
    expect([new Error('x'), { code: 3 }, null, undefined, 'ENOENT'].map(errorCode)).toEqual(
      Array(5).fill(undefined),
    );
  });
});
