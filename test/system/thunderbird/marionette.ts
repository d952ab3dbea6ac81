import { connect, type Socket } from 'node:net';

/** A reply of the protocol: type 1, the command's number, an error or null, a result. (Firefox source documentation, Marionette, "Protocol") */
type Reply = readonly [1, number, { readonly error: string; readonly message: string } | null, unknown];

/** Longest wait for one answer. */
const PATIENCE = 60_000;

/** The smallest client of Marionette, the remote control that every Gecko program has: `length:json` messages over TCP. */
export interface Marionette {
  /** Runs one command. */
  send(command: string, parameters?: object): Promise<unknown>;
  close(): void;
}

/** Connects to the port that the program wrote into its profile, and lets scripts run with the program's own rights. */
export async function openMarionette(port: number): Promise<Marionette> {
  const socket = connect({ host: '127.0.0.1', port });
  socket.setNoDelay(true);
  const replies = messages(socket);
  // The program greets first.
  await next(replies);
  let number = 0;
  const send = async (command: string, parameters: object = {}): Promise<unknown> => {
    number++;
    const text = JSON.stringify([0, number, command, parameters]);
    socket.write(`${Buffer.byteLength(text)}:${text}`);
    // The other side answers commands in their order, in this form.
    const [, , error, result] = (await next(replies)) as Reply;
    if (error !== null) throw new Error(`${command}: ${error.error}: ${error.message}`);
    return result;
  };
  await send('WebDriver:NewSession', { strictFileInteractability: true });
  await send('Marionette:SetContext', { value: 'chrome' });
  await send('WebDriver:SetTimeouts', { script: PATIENCE });
  return { send, close: () => socket.destroy() };
}

async function* messages(socket: Socket): AsyncGenerator<unknown, undefined> {
  let pending: Buffer = Buffer.alloc(0);
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    pending = Buffer.concat([pending, chunk]);
    for (;;) {
      const colon = pending.indexOf(':');
      if (colon < 0) break;
      const end = colon + 1 + Number(pending.subarray(0, colon).toString());
      if (pending.length < end) break;
      yield JSON.parse(pending.subarray(colon + 1, end).toString('utf8'));
      pending = pending.subarray(end);
    }
  }
  return undefined;
}

async function next(replies: AsyncGenerator<unknown, undefined>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the program does not answer')), PATIENCE);
  });
  try {
    const { value, done } = await Promise.race([replies.next(), late]);
    if (done) throw new Error('the program closed the connection');
    return value;
  } finally {
    clearTimeout(timer);
  }
}
