import { optionsOf } from '../../src/cli/options.js';

const known = {
  flags: ['--json', '--seed', '--hint'],
  withValue: ['--seed', '--hint'],
  missing: { '--hint': 'there are hints 1 and 2' },
};

describe('options', () => {
  it('are told from the other words, wherever they stand', () => {
    expect(optionsOf(['a', '--seed', '3', 'b', '--json'], known)).toEqual({
      given: new Map([
        ['--seed', '3'],
        ['--json', ''],
      ]),
      names: ['a', 'b'],
    });
  });

  it('that are unknown, or lack their value, are said', () => {
    expect(optionsOf(['--sed', '3'], known)).toBe('there is no --sed.');
    expect(optionsOf(['--seed'], known)).toBe('--seed needs a value.');
    expect(optionsOf(['--hint'], known)).toBe('there are hints 1 and 2.');
  });
});
