import fs from 'node:fs';
import path from 'node:path';

/** The value in a JSON file, or null where there is no such file or it was cut short. */
export function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

export const jsonText = (value) => `${JSON.stringify(value, null, 1)}\n`;

export const hasText = (file, text) => fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text;

export function writeText(file, text) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

/** Whether files can be made in the folder; asked by making one, since permissions alone do not tell on every system. */
export function isWritable(folder) {
  try {
    fs.rmdirSync(fs.mkdtempSync(path.join(folder, '.normlab-')));
    return true;
  } catch {
    return false;
  }
}
