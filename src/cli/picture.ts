/**
 * `npm run picture`: draws the README's figure anew from the library's own numbers.
 * `npm run picture -- --check`: says whether the one that is committed is current.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fiftyLayers, signalThroughDepth } from '../experiments/index.js';
import { signalByDepth } from '../plot/index.js';
import type { Figure } from '../plot/index.js';
import { renderSvg } from '../plot/static/index.js';

const file = join(__dirname, '..', '..', 'notebooks', 'pictures', 'layer-norm.svg');
const scales = [0.1, 0.2, 0.5, 1, Math.SQRT2, 2, 3, 5, 10];

/** The opening of notebook 01: the signal in fifty layers, with LayerNorm inside and without. */
export function pictureOfLayerNorm(): Figure {
  const seed = 1;
  const plain = signalThroughDepth(scales, seed, fiftyLayers);
  const normalized = signalThroughDepth(scales, seed, { ...fiftyLayers, norm: 'layerNorm' });
  return signalByDepth([...plain, ...normalized], { initial: 0.5 });
}

/** Draws or checks the picture; returns the exit code. */
export async function main(args: readonly string[], picture: string = file): Promise<number> {
  const svg = `${await renderSvg(pictureOfLayerNorm(), { width: 760 })}\n`;
  if (!args.includes('--check')) {
    mkdirSync(dirname(picture), { recursive: true });
    writeFileSync(picture, svg);
    console.log('notebooks/pictures/layer-norm.svg is drawn.');
    return 0;
  }
  const current = committed(picture) === svg;
  console.log(
    current
      ? 'notebooks/pictures/layer-norm.svg is current.'
      : 'notebooks/pictures/layer-norm.svg is not current: run npm run picture and commit it.',
  );
  return current ? 0 : 1;
}

function committed(picture: string): string {
  try {
    return readFileSync(picture, 'utf8');
  } catch {
    return '';
  }
}

if (require.main === module) {
  void main(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  });
}
