/** What travels between the thread that owns the sockets and the thread that runs the cells. */

export type Content = Record<string, unknown>;

export interface Header {
  msg_id: string;
  msg_type: string;
  session: string;
  username: string;
  date: string;
  version: string;
}

/** A message of a client, checked and parsed. */
export interface Request {
  channel: 'shell' | 'control';
  /** Routing frames: a reply goes back with them. */
  identities: Uint8Array[];
  header: Header;
  metadata: Content;
  content: Content;
}

/** A message of the kernel; without `to` it is published to every client. */
export interface Outgoing {
  type: string;
  content: Content;
  parent: Header | undefined;
  to?: Pick<Request, 'channel' | 'identities'>;
  metadata?: Content;
}

/** From the cells' thread: a message to send, or the news that a request has been dealt with. */
export type FromCells = { send: Outgoing } | { finished: true };

/** To the cells' thread: a request, an interrupt, or the order to leave. */
export type ToCells = { request: Request } | { interrupt: true } | { leave: true };

export const ok = { status: 'ok' } as const;

export const kernelInfo: Content = {
  ...ok,
  protocol_version: '5.3',
  implementation: 'normlab',
  implementation_version: '0.1.0',
  banner: 'TypeScript notebooks of normlab',
  language_info: {
    name: 'typescript',
    version: '5.0.4',
    mimetype: 'text/typescript',
    file_extension: '.ts',
    codemirror_mode: { name: 'javascript', mode: 'typescript', typescript: true },
    pygments_lexer: 'typescript',
    nbconvert_exporter: 'script',
  },
  help_links: [],
};
