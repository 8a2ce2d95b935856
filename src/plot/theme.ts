/** The look that all figures share: transparent, neutral, the same on a light and on a dark page. */
import { ink } from './palette.js';

/** Metric-compatible faces in order, so that a text measured in one is as wide in the others. */
export const fontFamily = 'Arial, Helvetica, Liberation Sans, sans-serif';

/** Characters of a title line that still fit a page on a phone 390 px wide. */
const phoneColumns = 40;
/** Height of a line of the title, and of the line under it, in px. */
const [titleLine, subtitleLine, titleTop] = [21, 18, 14];

/** Layout that every figure starts from. */
export const theme: { readonly [key: string]: unknown } = {
  font: { family: fontFamily, size: 13, color: ink },
  paper_bgcolor: 'rgba(0,0,0,0)',
  plot_bgcolor: 'rgba(0,0,0,0)',
  dragmode: false,
  hovermode: 'closest',
  hoverlabel: { align: 'left', font: { family: fontFamily, size: 13 } },
  showlegend: false,
};

/** Title and the line under it as plotly's title, wrapped for a phone unless told how wide. */
export function heading(title: string, subtitle: string, columns: number = phoneColumns): object {
  const small = wrap(subtitle, Math.round(columns * 1.25)).map(
    (line) => `<span style="font-size:13px">${line}</span>`,
  );
  return {
    text: [...wrap(title, columns).map((line) => `<b>${line}</b>`), ...small].join('<br>'),
    font: { size: 16 },
    x: 0,
    xref: 'container',
    xanchor: 'left',
    y: 1,
    yref: 'container',
    yanchor: 'top',
    pad: { l: 16, t: titleTop + 11 },
  };
}

/** How many px a title and the line under it take. */
export function headingHeight(title: string, subtitle: string, columns: number = phoneColumns): number {
  const small = wrap(subtitle, Math.round(columns * 1.25)).length;
  return titleTop + wrap(title, columns).length * titleLine + small * subtitleLine + 10;
}

/** Text in lines of at most so many characters, as even as that many lines can be; a line feed always breaks. */
export function wrap(text: string, columns: number): string[] {
  if (text.includes('\n')) return text.split('\n').flatMap((part) => wrap(part, columns));
  const lines = greedy(text, columns);
  for (let narrower = columns - 1; narrower > 0; narrower -= 1) {
    const tried = greedy(text, narrower);
    if (tried.length > lines.length || tried.some((line) => line.length > narrower)) break;
    lines.splice(0, lines.length, ...tried);
  }
  return lines;
}

function greedy(text: string, columns: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + 1 + word.length <= columns)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
