import { numbersNobodyPrints } from './prose.js';

const markdown = (source: string) => ({ cell_type: 'markdown' as const, source });
const code = (source: string, printed: string) => ({
  cell_type: 'code' as const,
  source: [source],
  outputs: [{ output_type: 'execute_result' as const, data: { 'text/plain': printed } }],
});

test('a number of the prose that a cell prints, also with more digits, is found', () => {
  const cells = [markdown('The mean is 0.2333, the size $10^{-23}$.'), code('f(x)', '[ 0.23333334, 1.66e-23 ]')];
  expect(numbersNobodyPrints({ cells })).toEqual([]);
});

test('a number typed by hand is named, also a rounded one that is off by a digit', () => {
  const cells = [markdown('The mean is 0.2334 or $10^{27}$, not −1.5.'), code('f(x)', '0.23333334 and 1.6e26')];
  expect(numbersNobodyPrints({ cells })).toEqual(['10^{27}', '0.2334', '1.5']);
});

test('numbers given to a cell count; numbers in inline code, solutions and references are not prose', () => {
  const cells = [
    markdown('With 0.5 as dial, `1.25`, arXiv:1607.06450 and <details>9.99</details> [here](a-1.2.md).'),
    code('predict(0.5)', 'no guess yet'),
  ];
  expect(numbersNobodyPrints({ cells })).toEqual([]);
});
