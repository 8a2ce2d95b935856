/** Tables as comma-separated values (RFC 4180): lines end in CR LF, and whatever needs it stands in quotes. */

/** Tells spreadsheets that the text is UTF-8. */
const mark = '\uFEFF';

export function csvText(rows: readonly (readonly string[])[]): string {
  return mark + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A text as a cell that no spreadsheet takes for a formula. */
export function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** The rows of a table, also of one that a spreadsheet has saved. */
export function csvRows(text: string): string[][] {
  const rows: string[][] = [[]];
  const lines = `${text.replace(mark, '')}\n`;
  for (const [, field, end] of lines.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n)/g)) {
    const value = field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
    rows[rows.length - 1].push(value);
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.some((value) => value !== ''));
}
