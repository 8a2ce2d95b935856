import { plain, toPlain } from '../../experiments/records.js';
import type { Judged, PresetName, Report, Result } from '../../experiments/index.js';

/** What a command found out, as the text of a file: JSON with one record and one claim on each line. */
export function reportText(
  about: { readonly experiment: string; readonly preset: PresetName; readonly version: string },
  results: readonly Result[],
  claims: readonly Judged[],
): string {
  const { experiment, preset, version } = about;
  const report: Report = {
    ...{ experiment, preset, version },
    records: results.map(toPlain),
    claims: claims.map((claim) => ({ ...claim, value: plain(claim.value) })),
  };
  const parts = Object.entries(report).map(([key, value]: [string, unknown]) => {
    const text =
      Array.isArray(value) && value.length > 0 ? `[\n${value.map(oneLine).join(',\n')}\n]` : oneLine(value);
    return `${JSON.stringify(key)}: ${text}`;
  });
  return `{\n${parts.join(',\n')}\n}\n`;
}

const oneLine = (value: unknown): string => JSON.stringify(value);
