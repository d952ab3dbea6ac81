import type { Socket } from 'node:net';
import { onEnd } from './net-context.ts';

/** In bytes: the longest line (RFC 9051 § 4 has literals, which greetings and capabilities have not), and what a server may say in all. */
const LONGEST_LINE = 8_192;
const LONGEST_TALK = 262_144;

const NEWLINE = 10;

/** Reads a connection line by line; what nobody asks for yet is left with the system. */
export class LineReader {
  readonly #socket: Socket;
  #unread: Buffer = Buffer.alloc(0);
  #heard = 0;
  #over = false;
  #wake: () => void = () => {};

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', this.#take).on('end', this.end).on('close', this.end).on('error', this.end);
  }

  /** The next line without its end; `undefined`: there is none, or it is too long or too late. A line that was asked for is waited for before the next. */
  async line(signal: AbortSignal): Promise<string | undefined> {
    for (;;) {
      const found = this.#unread.indexOf(NEWLINE);
      if (found > LONGEST_LINE || (found < 0 && this.#unread.length > LONGEST_LINE)) this.#stop();
      else if (found >= 0) {
        const line = this.#unread.subarray(0, found).toString('utf8').replace(/\r$/, '');
        this.#unread = this.#unread.subarray(found + 1);
        return line;
      }
      if (this.#over || signal.aborted) return undefined;
      await this.#more(signal);
    }
  }

  /** Leaves the connection to another reader. @returns how many bytes had come that nobody read */
  release(): number {
    const socket = this.#socket;
    socket.pause();
    socket.off('data', this.#take).off('end', this.end).off('close', this.end).off('error', this.end);
    socket.on('error', () => {});
    let dropped = this.#unread.length;
    // What the stream still holds; TLS would take it for its own.
    for (let rest: Buffer | null = socket.read(); rest !== null; rest = socket.read()) dropped += rest.length;
    this.end();
    return dropped;
  }

  readonly end = (): void => {
    this.#over = true;
    this.#wake();
  };

  /** What comes after a line that is too long has no beginning. */
  #stop(): void {
    this.#unread = Buffer.alloc(0);
    this.end();
    this.#socket.destroy();
  }

  readonly #take = (bytes: Buffer): void => {
    this.#heard += bytes.length;
    if (this.#heard > LONGEST_TALK) {
      this.#stop();
      return;
    }
    this.#unread = Buffer.concat([this.#unread, bytes]);
    if (this.#unread.length > LONGEST_LINE) this.#socket.pause();
    this.#wake();
  };

  #more(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        forget();
        this.#wake = () => {};
        resolve();
      };
      const forget = onEnd(signal, done);
      this.#wake = done;
      this.#socket.resume();
    });
  }
}
