/**
 * The Jupyter wire format: routing frames, a delimiter, an HMAC signature, then header, parent header, metadata
 * and content as JSON. Source: Jupyter messaging protocol 5.3, "The wire protocol".
 */
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Content, Header, Outgoing, Request } from './messages.js';

const delimiter = Buffer.from('<IDS|MSG>');

/** The file a client writes to say where the kernel shall listen. */
export interface Connection {
  transport: string;
  ip: string;
  key: string;
  signature_scheme: string;
  shell_port: number;
  control_port: number;
  iopub_port: number;
  stdin_port: number;
  hb_port: number;
}

/** Signs and checks messages with the connection's key; an empty key switches signing off. */
export class Wire {
  readonly #key: string;
  readonly #algorithm: string;
  readonly #session = randomUUID();

  constructor(connection: Pick<Connection, 'key' | 'signature_scheme'>) {
    this.#key = connection.key;
    this.#algorithm = (connection.signature_scheme || 'hmac-sha256').replace(/^hmac-/, '');
  }

  /** The frames of a message; a published one is routed by its type. */
  encode(message: Outgoing): (Uint8Array | string)[] {
    const header: Header = {
      msg_id: randomUUID(),
      msg_type: message.type,
      session: this.#session,
      username: 'kernel',
      date: new Date().toISOString(),
      version: '5.3',
    };
    const parts = [header, message.parent ?? {}, message.metadata ?? {}, message.content].map((part) =>
      Buffer.from(JSON.stringify(part)),
    );
    const routing = message.to ? message.to.identities : [`kernel.${message.type}`];
    return [...routing, delimiter, this.#sign(parts), ...parts];
  }

  /** The request in these frames, or undefined where they are malformed or not signed with our key. */
  decode(frames: readonly Uint8Array[], channel: Request['channel']): Request | undefined {
    const at = frames.findIndex((frame) => delimiter.equals(frame));
    const [signature, ...parts] = frames.slice(at + 1);
    if (at < 0 || !signature || parts.length < 4 || !this.#isSigned(signature, parts.slice(0, 4)))
      return undefined;
    try {
      const [header, , metadata, content] = parts.map(
        (part) => JSON.parse(Buffer.from(part).toString()) as unknown,
      );
      return {
        channel,
        identities: frames.slice(0, at).map((frame) => new Uint8Array(frame)),
        header: header as Header,
        metadata: (metadata ?? {}) as Content,
        content: content as Content,
      };
    } catch {
      return undefined;
    }
  }

  #sign(parts: readonly Uint8Array[]): string {
    if (!this.#key) return '';
    const hmac = createHmac(this.#algorithm, this.#key);
    for (const part of parts) hmac.update(part);
    return hmac.digest('hex');
  }

  #isSigned(signature: Uint8Array, parts: readonly Uint8Array[]): boolean {
    const expected = Buffer.from(this.#sign(parts));
    return !this.#key || (expected.length === signature.length && timingSafeEqual(expected, signature));
  }
}
