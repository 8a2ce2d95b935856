import type { Exercise } from '../../grade/index.js';

/** An exercise of a hand-out, and where its learner writes. */
export interface Handed {
  readonly exercise: Exercise;
  /** The notebooks in which it stands, each with the line that speaks of it. */
  readonly notebooks: readonly { readonly name: string; readonly line: string }[];
}

/**
 * The README of a hand-out: what is asked for, and how to find out whether it is right.
 *
 * @param place Where the hand-out lies in the course, since the commands are typed there.
 */
export function noteFor(handed: readonly Handed[], place: string): string {
  const notebooks = new Set(handed.flatMap((each) => each.notebooks.map(({ name }) => name)));
  const sections = handed.flatMap((each) => sectionFor(each, place));
  return `${['# Exercises', before(place), ...opening([...notebooks], place), ...sections].join('\n\n')}\n`;
}

const before = (place: string): string =>
  `You need NormLab on your machine; its own README says how. Put this folder into the folder of NormLab, as \`${place}\`, and type the commands below in the folder of NormLab.`;

function opening(notebooks: readonly string[], place: string): string[] {
  if (notebooks.length === 0) return [];
  const commands = notebooks.map((name) => `npm start -- ${quoted(`${place}/${name}`)}`);
  return [notebooks.length === 1 ? 'To open the notebook:' : 'To open a notebook:', fenced(...commands)];
}

function sectionFor({ exercise, notebooks }: Handed, place: string): string[] {
  const { id, title, statement, why, difficulty, importance, minutes } = exercise;
  return [
    `## ${id} · ${title}`,
    `difficulty ${dots(difficulty)} · importance ${dots(importance)} · ${minutes} minutes`,
    statement,
    `*Why:* ${why}`,
    ...(exercise.exportName === undefined ? [] : inFile(id, place)),
    ...notebooks.map(inNotebook),
  ];
}

function inFile(id: string, place: string): string[] {
  const command = `npm run check -- ${id} ${quoted(`${place}/${id}.ts`)}`;
  return [
    `Write your function into \`${id}.ts\`, in the place of the line that throws, and ask as often as you like. You are told what holds, and the first thing that does not; the second command adds one of three hints.`,
    fenced(command, `${command} --hint 1`),
  ];
}

const inNotebook = ({ name, line }: Handed['notebooks'][number]): string =>
  `It stands in the notebook \`${name}\`, at the cell \`${line}\`; its hints are folded below.`;

const dots = (count: number): string => '●'.repeat(count) + '○'.repeat(3 - count);
/** As one word for a shell. */
const quoted = (file: string): string => (/^[\p{L}\p{N}._/-]+$/u.test(file) ? file : `"${file}"`);
const fenced = (...lines: string[]): string => ['```', ...lines, '```'].join('\n');
