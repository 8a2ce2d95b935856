/** The tests that mutants meet: those of the files in NORMLAB_MUTATED, or all fast ones of the rooms that are mutated. */
const path = require('node:path');
const { projects } = require('../../jest.config.cjs');
const { sourcesOf, testsOf } = require('./tests-of.cjs');
const [fast] = projects;
const root = path.join(__dirname, '../..');
const mutated = process.env.NORMLAB_MUTATED?.split(',') ?? sourcesOf(root);
const tests = new Set(mutated.flatMap((source) => testsOf(root, source)));

module.exports = { ...fast, rootDir: root, testMatch: [...tests].map((test) => `<rootDir>/${test}`) };
