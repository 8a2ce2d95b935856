import type { Exercise } from '../../grade/index.js';

/** An exercise of a hand-out, and where its learner writes. */
export interface Handed {
  readonly exercise: Exercise;
  /** The notebooks in which it stands, each with the line that speaks of it. */
  readonly notebooks: readonly { readonly name: string; readonly line: string }[];
}

/** The README of a hand-out: what is asked for, and how to find out whether it is right. */
export function noteFor(handed: readonly Handed[]): string {
  const notebooks = new Set(handed.flatMap((each) => each.notebooks.map(({ name }) => name)));
  return `${['# Exercises', before, ...opening([...notebooks]), ...handed.flatMap(sectionFor)].join('\n\n')}\n`;
}

const before =
  'You need NormLab on your machine; its own README says how. The commands below are typed in its folder, with the path of this folder in the place of `…`.';

function opening(notebooks: readonly string[]): string[] {
  if (notebooks.length === 0) return [];
  const commands = notebooks.map((name) => `npm start -- …/${name}`);
  return [
    'A notebook opens from anywhere inside the folder of NormLab: put this folder there first.',
    fenced(...commands),
  ];
}

function sectionFor({ exercise, notebooks }: Handed): string[] {
  const { id, title, statement, why, difficulty, importance, minutes } = exercise;
  return [
    `## ${id} · ${title}`,
    `difficulty ${dots(difficulty)} · importance ${dots(importance)} · ${minutes} minutes`,
    statement,
    `*Why:* ${why}`,
    ...(exercise.exportName === undefined ? [] : inFile(id)),
    ...notebooks.map(inNotebook),
  ];
}

function inFile(id: string): string[] {
  return [
    `Write your function into \`${id}.ts\`, in the place of the line that throws, and ask as often as you like:`,
    fenced(
      `npm run check -- ${id} …/${id}.ts             # tells what holds, and the first thing that does not`,
      `npm run check -- ${id} …/${id}.ts --hint 1    # one of three hints beside it`,
    ),
  ];
}

const inNotebook = ({ name, line }: Handed['notebooks'][number]): string =>
  `It stands in the notebook \`${name}\`, at the cell \`${line}\`; its hints are folded below.`;

const dots = (count: number): string => '●'.repeat(count) + '○'.repeat(3 - count);
const fenced = (...lines: string[]): string => ['```', ...lines, '```'].join('\n');
