import { exercises, gradeCandidate } from '../grade/index.js';
import type { AnswerTo } from '../grade/index.js';
import * as library from '../index.js';
import { Card } from './card.js';
import { withFirstLines } from './check/first-lines.js';
import { run } from './limits.js';
import { sourceOf } from './source.js';
import type { Source } from './source.js';

type LayerNormFunction = AnswerTo<typeof exercises.layerNorm>;

/**
 * Your LayerNorm to take along: as a TypeScript file, and the same layer as a PyTorch module. Only once it passes.
 *
 * @param candidate The function that passed `check(…, exercises.layerNorm)`.
 * @param options `name` of the exported function; that of your function unless said otherwise.
 * @example
 * takeHome(myLayerNorm);
 */
export function takeHome(candidate: LayerNormFunction, { name }: { readonly name?: string } = {}): Card {
  const { outcome } = withFirstLines(() => gradeCandidate(candidate, exercises.layerNorm, { run }));
  if (outcome !== 'passed')
    return new Card('note', 'Nothing to take home yet.', [
      'First your layer has to pass: run check(…, exercises.layerNorm) on it, and see what it says.',
    ]);
  const source = sourceOf(candidate);
  if (!source)
    return new Card('note', 'The text of this function is not there.', [
      'Write it as a function of its own, not with bind, and hand it over again.',
    ]);
  return new Card('yes', 'Yours, checked', [
    { of: 'TypeScript, layer-norm.ts', code: typescript(source, exportName(source, name ?? candidate.name)) },
    ...alsoNeeded(source),
    { of: 'Python, layer_norm.py', code: pytorch },
  ]);
}

const isOurs = (name: string): boolean => Object.hasOwn(library, name);

/** A name that no import takes away. */
function exportName(source: Source, wanted: string): string {
  const valid = /^[A-Za-z_$][\w$]*$/.test(wanted) ? wanted : 'myLayerNorm';
  return source.names.includes(valid) && isOurs(valid)
    ? `my${valid[0].toUpperCase()}${valid.slice(1)}`
    : valid;
}

function typescript({ text, names }: Source, name: string): string {
  const values = names.filter((used) => isOurs(used) && used !== 'Tensor');
  const tensor = names.includes('Tensor')
    ? "import { Tensor } from 'normlab';"
    : "import type { Tensor } from 'normlab';";
  return `${values.length > 0 ? `import { ${values.join(', ')} } from 'normlab';\n` : ''}${tensor}

/** Layer normalization over the last axis: gamma and beta have its length. */
export const ${name}: (x: Tensor, gamma: Tensor, beta: Tensor, eps: number) => Tensor = ${text};
`;
}

function alsoNeeded({ names }: Source): string[] {
  const others = names.filter((name) => !isOurs(name));
  if (others.length === 0) return [];
  return [
    `Your function also reads ${others.join(', ')} from other cells: copy ${others.length === 1 ? 'it' : 'them'} into the file as well.`,
  ];
}

const pytorch = `import torch
from torch import nn


class LayerNorm(nn.Module):
    """Layer normalization over the last axis, equations (1) to (5)."""

    def __init__(self, features: int, eps: float = 1e-5) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(features))  # gamma
        self.bias = nn.Parameter(torch.zeros(features))  # beta
        self.eps = eps

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        mean = x.mean(dim=-1, keepdim=True)  # (1)
        variance = x.var(dim=-1, correction=0, keepdim=True)  # (2), divided by n
        xhat = (x - mean) / torch.sqrt(variance + self.eps)  # (3) (4)
        return self.weight * xhat + self.bias  # (5)
`;
