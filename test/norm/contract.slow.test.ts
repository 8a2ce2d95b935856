import { contractFindings, norms } from '../../src/index.js';

test.each(Object.entries(norms))('%s keeps its contract on other numbers', (_, norm) => {
  for (let seed = 1; seed <= 5; seed++) expect(contractFindings(norm, seed)).toEqual([]);
});
