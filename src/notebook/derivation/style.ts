import { formulaStyle } from '../formula.js';
import { verdictStyle } from '../verdict-mark.js';

/** The look of a derivation in the colours of its page. What changed is blue and underlined: never told by colour alone. */
const own = `
.normlab-derivation { container-type: inline-size; max-width: 64em; margin: 0.4em 0; color: inherit; --changed: #0072B2; }
@media (prefers-color-scheme: dark) { .normlab-derivation { --changed: #56B4E9; } }
[data-jp-theme-light='true'] .normlab-derivation { --changed: #0072B2; }
:is([data-jp-theme-light='false'], .vscode-dark) .normlab-derivation { --changed: #56B4E9; }
.normlab-derivation p { margin: 0.35em 0; max-width: 46em; }
.normlab-derivation .quiet { opacity: 0.72; font-size: 0.86em; }
.normlab-derivation ol.lines { counter-reset: line; list-style: none; margin: 0.6em 0; padding: 0; }
.normlab-derivation .line { display: grid; grid-template-columns: 1.3em minmax(0, 1fr) 15em 6em; column-gap: 1em; align-items: center; margin: 0; padding: 0.3em 0; }
.normlab-derivation .line[hidden] { display: none; }
.normlab-derivation .line + .line { border-top: 1px solid rgba(128, 128, 128, 0.22); }
.normlab-derivation .line::before { counter-increment: line; content: counter(line); opacity: 0.72; font-size: 0.8em; text-align: right; font-variant-numeric: tabular-nums; }
.normlab-derivation .math { white-space: nowrap; overflow-x: auto; overflow-y: hidden; padding: 0.2em 0; }
.normlab-derivation .why { font-size: 0.92em; line-height: 1.4; }
.normlab-derivation mstyle[mathcolor] { color: var(--changed); border-bottom: 2px solid; }
.normlab-derivation :is(mjx-mstyle, .katex span)[style*='color'] { color: var(--changed) !important; }
.normlab-derivation .box { display: inline-block; padding: 0.25em 1.4em; border: 2px dashed var(--changed); border-radius: 6px; }
.normlab-derivation summary { cursor: pointer; font-size: 0.92em; }
.normlab-derivation .names { margin: 0.4em 0; color: inherit; font-size: 0.86em; border-collapse: collapse; }
.normlab-derivation .names :is(th, td) { text-align: left; padding: 0.1em 1em 0.1em 0; font-family: var(--jp-code-font-family, monospace); }
.normlab-derivation .made ul { margin: 0.2em 0; padding-left: 1.3em; }
.normlab-derivation .made li { margin: 0.35em 0; overflow-x: auto; overflow-y: hidden; }
.normlab-derivation .controls { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5em; margin: 0.4em 0; }
.normlab-derivation .controls[hidden] { display: none; }
.normlab-derivation button { font: inherit; font-size: 0.92em; min-height: 2.5em; padding: 0.3em 1em; color: inherit; background: none; border: 1px solid #7A7A7A; border-radius: 6px; cursor: pointer; }
.normlab-derivation button[aria-disabled='true'] { opacity: 0.45; cursor: default; }
.normlab-derivation button:hover:not([aria-disabled='true']) { border-color: var(--changed); }
.normlab-derivation :focus-visible { outline: 2px solid var(--changed); outline-offset: 2px; }
.normlab-derivation .answer .line { grid-template-columns: 1.3em minmax(0, 1fr) max-content; }
.normlab-derivation .answer .math { grid-column: 2; }
@container (max-width: 46em) {
  .normlab-derivation .line { grid-template-columns: 1.3em minmax(0, 1fr) max-content; }
  .normlab-derivation .math, .normlab-derivation .answer .math { grid-column: 2 / -1; }
  .normlab-derivation .answer .normlab-verdict { grid-column: 3; }
  .normlab-derivation .why { grid-column: 2; }
}
@container (max-width: 28em) {
  .normlab-derivation .math { font-size: 0.9em; }
}
.normlab-derivation.long .line { grid-template-columns: 1.3em minmax(0, 1fr) max-content; }
.normlab-derivation.long .math { grid-column: 2 / -1; }
.normlab-derivation.long .why { grid-column: 2; }
@media print {
  .normlab-derivation .line, .normlab-derivation .line[hidden] { display: grid; break-inside: avoid; }
  .normlab-derivation .controls { display: none; }
}`;

export const derivationStyle: string = `<style>${formulaStyle}${verdictStyle}${own}
</style>`;
