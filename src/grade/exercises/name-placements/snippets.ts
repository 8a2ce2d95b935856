/** Data: six pieces of code, each with its norm in a place of its own. */

/** A piece of code, and the placement that it is. */
export interface Snippet {
  readonly code: string;
  readonly placement: PlacementName;
}

/** The names to choose from. */
export const placementNames = ['post', 'pre', 'peri', 'deepnorm', 'rezero', 'norm on the stream'] as const;
type PlacementName = (typeof placementNames)[number];

/** The six of the exercise. All speak of x, f, norm, outputNorm, alpha and gate, as in any code base. */
export const snippets: readonly Snippet[] = [
  {
    placement: 'post',
    code: `const update = f(x);
const total = add(x, update);
return norm(total);`,
  },
  {
    placement: 'pre',
    code: `// Sub-layer connection of the 2017 paper: LayerNorm(x + Sublayer(x))
const skip = x;
let y = norm(x);
y = f(y);
return add(skip, y);`,
  },
  {
    placement: 'deepnorm',
    code: `const kept = mul(x, alpha); // alpha = (2 · layers)^(1/4)
return norm(add(kept, f(x)));`,
  },
  {
    placement: 'norm on the stream',
    code: `// norm first
x = norm(x);
x = add(x, f(x));
return x;`,
  },
  {
    placement: 'peri',
    code: `let y = f(norm(x));
y = outputNorm(y);
return add(y, x);`,
  },
  {
    placement: 'rezero',
    code: `const y = mul(gate, f(x)); // gate: a parameter, 0 at the start
return add(x, y);`,
  },
];
