import type { Sign } from '../artifacts/render.ts';
import { InputError, problem } from '../errors.ts';
import type { Credentials } from '../sign/signer.ts';
import type { SignOptions } from '../sign/signing-files.ts';
import { texts } from '../words/index.ts';
import type { Terminal } from './terminal.ts';

/** How `generate` is told to sign. */
export interface SignFlags extends SignOptions {
  /** The signing time, where it is not now: with an RSA key the same files then come out again. */
  readonly 'sign-time'?: string | undefined;
}

/** What signs, as plain data: each thread makes its own signer of it. */
export interface SignOrders {
  readonly credentials: Credentials;
  readonly time: Date;
}

/**
 * What signs, by the options; `undefined` where none is given, and then nothing of it is loaded.
 * @throws InputError for everything wrongly given
 */
export async function signerFor(flags: SignFlags, terminal: Terminal): Promise<Sign | undefined> {
  const orders = await signOrdersOf(flags, terminal);
  return orders && signBy(orders);
}

/** Reads the files that the options name, and says what is wrong with them, or soon will be. @throws InputError */
export async function signOrdersOf(
  { 'sign-time': time, ...files }: SignFlags,
  terminal: Terminal,
): Promise<SignOrders | undefined> {
  if (Object.values(files).every((file) => file === undefined)) {
    if (time !== undefined) throw new InputError(problem('sign.alone', { option: '--sign-time' }));
    return undefined;
  }
  const say = texts(terminal.language).cli.sign;
  const now = new Date();
  const signingTime = time === undefined ? now : timeIn(time);
  const { endsSoon, readCredentials } = await import('../sign/signing-files.ts');
  const ask = terminal.askSecret;
  const credentials = await readCredentials(files, ask && ((file) => ask(say.passphrase({ file }))));
  if (credentials === undefined) return undefined;
  const { makeSigner } = await import('../sign/signer.ts');
  const signer = makeSigner(credentials);
  signer.refuse(now);
  const soon = endsSoon(signer, now);
  if (soon !== undefined) terminal.alert(say.endsSoon(soon));
  return { credentials, time: signingTime };
}

/** @throws InputError */
export async function signBy({ credentials, time }: SignOrders): Promise<Sign> {
  const { makeSigner } = await import('../sign/signer.ts');
  const signer = makeSigner(credentials);
  return (bytes) => signer.sign(bytes, time);
}

/** A time with its zone (RFC 3339 §5.6): one without would be another instant on another computer. */
function timeIn(text: string): Date {
  const time = new Date(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text : Number.NaN);
  if (Number.isNaN(time.getTime()))
    throw new InputError(problem('sign.time', { value: text }, { field: '--sign-time' }));
  return time;
}
