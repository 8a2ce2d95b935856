/** How a cell becomes JavaScript: names of earlier cells, pauses, and variables that stay alive between cells. */
import type * as ts from '@tslab/typescript-for-tslab';
import { awaitAsYield } from './pauses.js';

type TypeScript = typeof ts;

const mapComment = /\n\/\/# sourceMappingURL=.*\s*$/;

export class CellJavaScript {
  /** Does the cell that was translated last pause? */
  pauses = false;
  /** The map from its JavaScript to its module. */
  mapToModule = '';
  readonly #ts: TypeScript;
  readonly #isOfEarlierCell: (node: ts.ShorthandPropertyAssignment) => boolean;

  constructor(typescript: TypeScript, isOfEarlierCell: (node: ts.ShorthandPropertyAssignment) => boolean) {
    this.#ts = typescript;
    this.#isOfEarlierCell = isOfEarlierCell;
  }

  /**
   * Stands for `visitEachChild`, with which the converter puts `exports.` before names of earlier cells:
   * `{ lr }` becomes `{ lr: exports.lr }`, and the keys in `{ lr: 1 }` and `const { lr: rate } = …` stay keys.
   */
  readonly visitEachChild = (
    node: ts.Node,
    visit: ts.Visitor,
    context: ts.TransformationContext,
  ): ts.Node => {
    const { factory } = this.#ts;
    if (this.#ts.isShorthandPropertyAssignment(node) && this.#isOfEarlierCell(node)) {
      const value = factory.createPropertyAccessExpression(factory.createIdentifier('exports'), node.name);
      const preset = node.objectAssignmentInitializer;
      return factory.createPropertyAssignment(
        node.name.text,
        preset ? factory.createAssignment(value, this.#ts.visitNode(preset, visit) as ts.Expression) : value,
      );
    }
    let key: ts.Node | undefined;
    if (this.#ts.isBindingElement(node)) key = node.propertyName;
    else if (this.#ts.isPropertyAssignment(node)) key = node.name;
    const keep = key && this.#ts.isIdentifier(key) ? key : undefined;
    return this.#ts.visitEachChild(node, (child) => (child === keep ? child : visit(child)), context);
  };

  /** Stands for `transpileModule`, with which the converter makes CommonJS of the cell's module. */
  readonly toCommonJS = (module: string, options: ts.TranspileOptions): ts.TranspileOutput => {
    this.pauses = false;
    const pauses = awaitAsYield(this.#ts, () => (this.pauses = true));
    const result = this.#ts.transpileModule(withLiveVariables(module), {
      ...options,
      compilerOptions: { ...options.compilerOptions, sourceMap: true },
      transformers: { before: [pauses] },
    });
    this.mapToModule = result.sourceMapText ?? '';
    return { ...result, outputText: result.outputText.replace(mapComment, '') };
  };
}

/**
 * Instead of copying each variable on export, the module binds accessors to them on its first line: later cells and
 * the functions of this one then share one variable, and what was made before an error is there after it. What is
 * left stays a module, in which `await (x)` is no call.
 *
 * @example withLiveVariables('let n = 0;\nexport { n };') // 'bind({ n: [() => n, (value) => { n = value; }] });\nlet n = 0;\nexport {};'
 */
export function withLiveVariables(module: string): string {
  const text = module.replace(mapComment, '');
  const exported = /(?:^|\n)export \{ ([^}]*) \};\s*$/;
  const names = exported.exec(text)?.[1]?.split(', ') ?? [];
  const accessors = names.map((name) => `${name}: [() => ${name}, (value) => { ${name} = value; }]`);
  return `bind({ ${accessors.join(', ')} });\n${text.replace(exported, '')}\nexport {};`;
}
