import { add, div, layerNorm, mean, mul, sqrt, sub } from '../../src/index.js';
import type { Tensor } from '../../src/index.js';
import { notYetWritten, takeHome } from '../../src/notebook/index.js';
import type { Card } from '../../src/notebook/index.js';

type LayerNormFunction = (x: Tensor, gamma: Tensor, beta: Tensor, eps: number) => Tensor;

function myLayerNorm(x: Tensor, gamma: Tensor, beta: Tensor, eps: number): Tensor {
  const features = { axis: -1, keepdims: true };
  const centred = sub(x, mean(x, features)); // (1)
  const variance = mean(mul(centred, centred), features); // (2)
  const xhat = div(centred, sqrt(add(variance, eps))); // (3) (4)
  return add(mul(gamma, xhat), beta); // (5)
}

const code = (card: Card, of: string): string => {
  const found = card.body.find(
    (block) => typeof block === 'object' && 'code' in block && block.of.startsWith(of),
  );
  return typeof found === 'object' && 'code' in found ? found.code : '';
};

describe('takeHome', () => {
  it('exports under the name of the function, and never under that of an import', () => {
    expect(code(takeHome(myLayerNorm), 'TypeScript')).toContain('export const myLayerNorm: (x: Tensor');
    const viaLibrary: LayerNormFunction = (x, gamma, beta, eps) => layerNorm({ x, gamma, beta }, { eps });
    expect(code(takeHome(viaLibrary, { name: 'layerNorm' }), 'TypeScript')).toContain(
      'export const myLayerNorm:',
    );
    expect(code(takeHome(viaLibrary, { name: 'not a name' }), 'TypeScript')).toContain(
      'export const myLayerNorm:',
    );
  });

  it('says which names of other cells are needed as well', () => {
    const features = { axis: -1, keepdims: true };
    const withOuter: LayerNormFunction = (x, gamma, beta, eps) => {
      const centred = sub(x, mean(x, features));
      return add(mul(gamma, div(centred, sqrt(add(mean(mul(centred, centred), features), eps)))), beta);
    };
    expect(takeHome(withOuter).toString()).toContain('also reads features from other cells: copy it');
  });

  it('prints a PyTorch module with the biased variance and ε under the root', () => {
    const module = code(takeHome(myLayerNorm), 'Python');
    expect(module).toContain('class LayerNorm(nn.Module):');
    expect(module).toContain('x.var(dim=-1, correction=0, keepdim=True)');
    expect(module).toContain('torch.sqrt(variance + self.eps)');
  });

  it('waits, kindly, until the layer passes', () => {
    for (const candidate of [(x: Tensor) => x, () => notYetWritten('E1.1')])
      expect(takeHome(candidate).toString()).toMatch(/^○ Nothing to take home yet\./);
  });

  it('says so where the text of the function is not there', () => {
    expect(takeHome(myLayerNorm.bind(undefined)).toString()).toContain('is not there');
  });
});
