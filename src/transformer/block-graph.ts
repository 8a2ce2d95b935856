import type { Module } from '../autograd/module.js';
import { Tensor } from '../autograd/tensor.js';
import { watch } from '../autograd/watch.js';
import type { Call } from '../autograd/watch.js';
import { stream } from '../tensor/random.js';
import { MultiHeadAttention } from './attention.js';
import type { DecoderBlock, EncoderBlock } from './block.js';
import { FeedForward } from './feed-forward.js';
import { Residual } from './residual.js';

/** A part of a block as it runs. */
export interface BlockPart {
  readonly id: string;
  readonly label: string;
  readonly kind: 'input' | 'norm' | 'attention' | 'feed-forward' | 'add' | 'scale' | 'output';
}

/** The parts of a block, each after those it comes from, and what flows from where to where, by id. */
export interface BlockGraph {
  readonly nodes: readonly BlockPart[];
  readonly edges: readonly (readonly [string, string])[];
}

/**
 * What a block consists of and what flows where, read from one run of it: its sub-layers and norms are heard by `watch`,
 * and how they are joined stands in the graph that every tensor remembers. So a drawing of it cannot differ from what runs.
 *
 * @param width C of the block.
 * @example
 * const block = new EncoderBlock({ width: 4, hidden: 8, heads: 2, random: stream('weights', 1) });
 * blockGraph(block, 4).nodes.map(({ label }) => label).slice(0, 4); // ['x', 'LayerNorm', 'attention', '+']
 */
export function blockGraph(block: EncoderBlock | DecoderBlock, width: number): BlockGraph {
  const random = stream('block graph', 0);
  const input = (): Tensor => new Tensor(random.normals([1, 2, width]));
  const [x, memory] = [input(), input()];
  const calls = new Map<Tensor, Call>();
  const stop = watch(block, (call) => isPart(call) && calls.set(call.output, call));
  const y = 'crossAttention' in block ? block.forward(x, memory) : block.forward(x);
  stop();
  return new Reader(
    calls,
    new Map([
      [x, 'x'],
      [memory, 'memory'],
    ]),
  ).read(y);
}

/** Sub-layers, and the norms of residual connections; not what is inside them. */
function isPart({ path, module }: Call): boolean {
  if (module instanceof MultiHeadAttention || module instanceof FeedForward) return true;
  return /^around\w+\.(before|branch|sum)$/.test(path) && !(module instanceof Residual);
}

/** Reads the graph from the output back to the inputs. */
class Reader {
  readonly calls: ReadonlyMap<Tensor, Call>;
  readonly inputs: ReadonlyMap<Tensor, string>;
  readonly nodes: BlockPart[] = [];
  readonly edges: [string, string][] = [];
  readonly ids = new Map<Tensor, string>();

  constructor(calls: ReadonlyMap<Tensor, Call>, inputs: ReadonlyMap<Tensor, string>) {
    this.calls = calls;
    this.inputs = inputs;
  }

  read(y: Tensor): BlockGraph {
    const last = this.visit(y);
    this.nodes.push({ id: 'y', label: 'y', kind: 'output' });
    if (last !== undefined) this.edges.push([last, 'y']);
    return { nodes: this.nodes, edges: this.edges };
  }

  /** The id of the part that a tensor comes from; none where it is a parameter or a constant. */
  visit(tensor: Tensor): string | undefined {
    const known = this.ids.get(tensor);
    if (known !== undefined) return known;
    const name = this.inputs.get(tensor);
    if (name !== undefined) return this.part(tensor, { id: name, label: name, kind: 'input' }, []);
    const call = this.calls.get(tensor);
    if (call)
      return this.part(
        tensor,
        partOf(call),
        sourcesOf(call).flatMap((one) => this.visit(one) ?? []),
      );
    const from = (tensor.node?.inputs ?? []).map((one) => this.visit(one));
    const flowing = from.flatMap((id) => id ?? []);
    const op = tensor.node?.op;
    if (flowing.length === 0) return undefined;
    if (op === 'add' && flowing.length > 1) return this.part(tensor, this.joined('add', '+'), flowing);
    if (op === 'mul') return this.part(tensor, this.joined('scale', factorOf(tensor, from)), flowing);
    return flowing[0]; // A reshape or a copy is no part of the picture.
  }

  private part(tensor: Tensor, part: BlockPart, from: readonly string[]): string {
    this.nodes.push(part);
    for (const id of from) this.edges.push([id, part.id]);
    this.ids.set(tensor, part.id);
    return part.id;
  }

  private joined(kind: 'add' | 'scale', label: string): BlockPart {
    return { id: `${kind} ${this.nodes.filter((node) => node.kind === kind).length + 1}`, label, kind };
  }
}

function partOf({ path, module }: Call): BlockPart {
  if (module instanceof FeedForward)
    return {
      id: path,
      label: module.innerNorm ? 'feed-forward with a norm' : 'feed-forward',
      kind: 'feed-forward',
    };
  if (module instanceof MultiHeadAttention)
    return {
      id: path,
      label: path === 'crossAttention' ? 'cross-attention' : 'attention',
      kind: 'attention',
    };
  return { id: path, label: nameOf(module), kind: 'norm' };
}

function nameOf(module: Module): string {
  return module.constructor.name;
}

/** The tensors a part was called with: x, and the memory of cross-attention. */
function sourcesOf({ inputs: [x, call] }: Call): Tensor[] {
  const memory = (call as { memory?: unknown } | undefined)?.memory;
  return [x, memory].filter((one): one is Tensor => one instanceof Tensor);
}

/** "× 2", "× a" for a learned number, "× λ" for one of each feature. */
function factorOf({ node }: Tensor, from: readonly (string | undefined)[]): string {
  const factor = node?.inputs[from.indexOf(undefined)];
  const learned = factor?.node?.inputs[0];
  if (learned) return learned.data.length === 1 ? '× a' : '× λ';
  return factor ? `× ${Number(factor.data[0].toPrecision(3))}` : '×';
}
