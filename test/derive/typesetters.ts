/** The two programs that typeset our TeX: MathJax in JupyterLab, KaTeX in exported pages. */
import katex from 'katex';

interface MathJax {
  tex2mml(tex: string, options?: { readonly display: boolean }): string;
}
interface MathJaxModule {
  init(settings: object): Promise<MathJax>;
}

/** MathJax 3 as JupyterLab has it, but with its errors as nodes that can be found, also for a macro it does not know. */
export async function startMathJax(): Promise<(tex: string) => string[]> {
  const { init } = jest.requireActual<MathJaxModule>('mathjax');
  const typesetter = await init({
    loader: {
      load: ['input/tex-base', '[tex]/ams', '[tex]/color', 'adaptors/liteDOM'],
      versionWarnings: false,
    },
    tex: { packages: ['base', 'ams', 'color'] },
  });
  return (tex) => {
    const found = typesetter.tex2mml(tex, { display: true });
    return [...found.matchAll(/<merror[^>]*data-mjx-error="([^"]*)"/g)].map(
      ([, error]) => `MathJax: ${error}: ${tex}`,
    );
  };
}

/** What KaTeX complains of. */
export function katexErrors(tex: string): string[] {
  try {
    katex.renderToString(tex, { displayMode: true, throwOnError: true, strict: 'error', output: 'mathml' });
    return [];
  } catch (error) {
    return [`KaTeX: ${error instanceof Error ? error.message : String(error)}`];
  }
}
