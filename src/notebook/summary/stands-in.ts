import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { museum, questionsByNotebook } from '../../grade/index.js';
import { projectFolder } from '../learner/project.js';
import { isRecord } from '../learner/record.js';

/** In which notebook something stands, by number: '01', or by folder: 'museum'. Nothing where no notebook has it. */
export interface Places {
  /** An exhibit of the museum may stand in others as well: then in the one that is asked about, if it is there. */
  exercise(id: string, asked?: string): string | undefined;
  question(id: string): string | undefined;
  prediction(label: string): string | undefined;
  /** A line of a derivation: 'layer-norm-dx:4'. */
  blank(key: string): string | undefined;
}

/** The places as the notebooks of the project have them now; where they cannot be read, less is known. */
export function places(): Places {
  const pages = readPages();
  const calling = (...calls: readonly string[]): string | undefined =>
    pages.find(({ code }) => calls.some((call) => code.includes(call)))?.number;
  return {
    exercise: (id, asked) => {
      if (!Object.hasOwn(museum, id)) return /^E(\d+)\./.exec(id)?.[1].padStart(2, '0');
      return pages.some(({ number, code }) => number === asked && code.includes(`museum.${id})`))
        ? asked
        : 'museum';
    },
    question: (id) => Object.entries(questionsByNotebook).find(([, those]) => Object.hasOwn(those, id))?.[0],
    prediction: (label) => calling(...["'", '"', '`'].map((quote) => `predict(${quote}${label}${quote}`)),
    blank: (key) => calling(`blank('${key.replace(/:(\d+)$/, "', $1,")}`),
  };
}

interface Page {
  readonly number: string;
  /** What stands in its cells of code. */
  readonly code: string;
}

function readPages(): Page[] {
  const folder = join(projectFolder(), 'notebooks');
  return namesIn(folder).map((name) => ({
    number: name.includes('/') ? name.split('/')[0] : name.slice(0, 2),
    code: codeOf(join(folder, name)),
  }));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => name.split(sep).join('/'))
      .filter((name) => /^([a-z-]+\/)?\d\d[^/]*\.ipynb$/.test(name))
      .sort();
  } catch {
    return [];
  }
}

/** A notebook that is being written, or is none, has no code. */
function codeOf(file: string): string {
  try {
    const found: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const cells: readonly unknown[] = isRecord(found) && Array.isArray(found.cells) ? found.cells : [];
    return cells
      .filter(isRecord)
      .filter(({ cell_type }) => cell_type === 'code')
      .map(({ source }) => [source].flat().join(''))
      .join('\n');
  } catch {
    return '';
  }
}
