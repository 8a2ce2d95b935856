/** Where a place in the JavaScript of a cell stands in the cell itself: asked for only by errors, and read only then. */
import { SourceMap } from 'node:module';
import type { SourceMapPayload } from 'node:module';
import type { Place, SourceMaps } from './compiler.js';

/** From the body to the module, whose first line is ours, and on to the cell, before which the converter has a line. */
export function locator({ toModule, toCell }: SourceMaps): (place: Place) => Place | undefined {
  let maps: { module: SourceMap; cell: SourceMap } | undefined;
  const parse = (text: string): SourceMap => new SourceMap(JSON.parse(text) as SourceMapPayload);
  return ({ line, column }) => {
    maps ??= { module: parse(toModule), cell: parse(toCell) };
    const inModule = maps.module.findEntry(line - 1, column - 1);
    if (!('originalLine' in inModule) || inModule.originalLine < 1) return undefined;
    const inCell = maps.cell.findEntry(inModule.originalLine - 1, inModule.originalColumn);
    if (!('originalLine' in inCell) || inCell.originalLine < 1) return undefined;
    return { line: inCell.originalLine, column: inCell.originalColumn + 1 };
  };
}
