/** Fast tests mirror src; the slow ones start kernels, browsers and notebooks; the long ones are soaks and mutation runs. */
const shared = {
  testEnvironment: 'node',
  transform: {
    '(\\.(ts|mjs)|/oxc-transform/index\\.js)$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  // A package of modules only, which jest reads as it reads ours.
  transformIgnorePatterns: ['/node_modules/(?!oxc-transform/)'],
  moduleNameMapper: {
    '^normlab$': '<rootDir>/src/index.ts',
    '^normlab/(\\w+)$': '<rootDir>/src/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: [
    '<rootDir>/dist/',
    '<rootDir>/build/',
    '<rootDir>/.venv/',
    '<rootDir>/.stryker-tmp/',
  ],
};
module.exports = {
  // A test ends with what it waits for, on a slow machine as well: this is for one that waits in vain.
  testTimeout: 600_000,
  projects: [
    {
      ...shared,
      displayName: 'fast',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['\\.(slow|long)\\.test\\.ts$', '/node_modules/'],
    },
    { ...shared, displayName: 'slow', testMatch: ['<rootDir>/test/**/*.slow.test.ts'] },
    { ...shared, displayName: 'long', testMatch: ['<rootDir>/test/**/*.long.test.ts'] },
  ],
};
