import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Rooms that must also run in a browser: no node: module, no Node global. */
const pure = [
  'src/{tensor,wasm,autograd,norm,nn,transformer,train,experiments,derive,grade}/**/*.ts',
  'src/plot/**/*.ts',
  'src/index.ts',
];
const nodePart = ['src/plot/static/**/*.ts'];
/** Math functions whose last bit differs between engines: src/tensor/elementary.ts is the one source of them. */
const engineMath = [
  'exp',
  'log',
  'pow',
  'sin',
  'cos',
  'tan',
  'tanh',
  'sinh',
  'cosh',
  'expm1',
  'log1p',
  'log2',
  'log10',
  'cbrt',
  'hypot',
  'atan2',
  'random',
];
const sameBits = ['src/{tensor,wasm,autograd,norm,nn,transformer,train,experiments}/**/*.ts'];

export default tseslint.config(
  { ignores: ['dist', 'build', '.venv', 'class', 'notebooks', 'node_modules', '.stryker-tmp'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Definitions of operations are objects of functions that never read `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 40, skipComments: true, skipBlankLines: true }] },
  },
  {
    files: pure,
    ignores: nodePart,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['node:*', 'fs', 'path', 'util', 'vm', 'os', 'child_process', 'jsdom'],
              message: 'This room also runs in a browser.',
            },
          ],
        },
      ],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'require', '__dirname', 'global'],
    },
  },
  {
    // Loaded when the first line is read: an import at the top would load it with the room.
    files: ['src/derive/mathjs.ts'],
    rules: { 'no-restricted-globals': 'off', '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: sameBits,
    ignores: ['src/tensor/elementary.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...engineMath.map((property) => ({
          object: 'Math',
          property,
          message: 'Use src/tensor/elementary.ts (or a named stream): engines differ in the last bit.',
        })),
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "BinaryExpression[operator='**'], AssignmentExpression[operator='**=']",
          message: 'Write x * x, or pow of src/tensor/elementary.ts: engines differ in **.',
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  {
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        require: 'readonly',
        module: 'writable',
        __dirname: 'readonly',
        __filename: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        URL: 'readonly',
        performance: 'readonly',
        globalThis: 'readonly',
        fetch: 'readonly',
      },
    },
  },
);
