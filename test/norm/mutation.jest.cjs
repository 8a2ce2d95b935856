/** The tests that a mutant of src/norm or of the row helpers meets: all but those that read or compile source text. */
const { projects } = require('../../jest.config.cjs');
const [fast] = projects;

module.exports = {
  ...fast,
  rootDir: require('node:path').join(__dirname, '../..'),
  testMatch: [
    '<rootDir>/test/norm/{layer-norm,affine,contract,registry,requirements,bits}.test.ts',
    '<rootDir>/test/tensor/rows.test.ts',
  ],
};
