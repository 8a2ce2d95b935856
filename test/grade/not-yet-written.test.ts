import { isNotYetWritten, notYetWritten } from '../../src/grade/index.js';

describe('notYetWritten', () => {
  it('says which exercise, and what to do', () => {
    expect(() => notYetWritten('E1.1')).toThrow('Exercise E1.1 is not written yet. Replace the line');
    expect(() => notYetWritten()).toThrow('This exercise is not written yet.');
  });

  it('is known by its name, also from an older copy of the library', () => {
    expect(isNotYetWritten(Object.assign(new Error(), { name: 'NotYetWritten' }))).toBe(true);
    expect(isNotYetWritten(new Error('NotYetWritten'))).toBe(false);
  });
});
