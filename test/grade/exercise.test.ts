import { Failure } from '../../src/grade/exercise.js';

describe('a failure', () => {
  it('carries its misconception, its words and its numbers', () => {
    const shown = { input: '1', expected: '2', got: '3' };
    const failure = new Failure('no ε', 'Where is ε?', shown);
    expect(failure).toBeInstanceOf(Error);
    expect({ ...failure, message: failure.message }).toMatchObject({
      misconception: 'no ε',
      message: 'Where is ε?',
      shown,
    });
  });
});
