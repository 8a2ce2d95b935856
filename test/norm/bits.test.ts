import { gradient, layerNorm, tensor } from '../../src/index.js';
import type { Tensor } from '../../src/index.js';
import { bitsOf } from '../tensor/bits.js';

const bits = (x: Tensor): string[] => [...x.data].map(bitsOf);

test('layerNorm gives the same bits on every machine, forward and back', () => {
  const x = tensor([
    [0.2, 0.1, 0.3],
    [0.5, 0.1, 0.1],
  ]);
  const [gamma, beta] = [tensor([0.7, -1.1, 1.3]), tensor([0.1, 0.2, -0.3])];
  const y = layerNorm({ x, gamma, beta });
  expect(bits(y)).toEqual([
    '3fb99999999999a0',
    '3ff8bd46c7b60dcd',
    '3ff4a7d5f9fc6417',
    '3ff16fdcefe2f5d1',
    '3fef496280476508',
    'bff381790aa334b7',
  ]);
  const dy = [
    [1, -2, 0.5],
    [0.3, 0.7, -1.9],
  ];
  expect(gradient(y, [x, gamma, beta], { dy }).map(bits)).toEqual([
    [
      'c017a92125139ead',
      '4007c63903c17799',
      '40078c094665c5c6',
      '3f5dcd22bd2c0f6f',
      '40120669ac922c2c',
      'c01208467ebdfeec',
    ],
    ['3fdb262a4ac6e73c', '3fff3e764b9ab0cc', '3fff489cce37f973'],
    ['3ff4cccccccccccd', 'bff4cccccccccccd', 'bff6666666666666'],
  ]);
});
