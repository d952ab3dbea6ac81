/** An error without its message, which may repeat what a stranger sent. */
export interface SafeError {
  readonly name: string;
  readonly code?: string;
  readonly at: readonly string[];
}

/** The class of an error and where it was thrown: the lines of a stack that follow the message hold names of our own code only. */
export function safeError(error: unknown): SafeError {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const { code } = error as Error & { readonly code?: unknown };
  const { stack = '', message } = error;
  // The message may have lines that look like those of a stack. One that was changed since is in front of it no more: then nothing is sure.
  const begin = stack.indexOf(message);
  const after = begin < 0 ? '' : stack.slice(begin + message.length);
  const at = after.split('\n').filter((line) => /^ {4}at /.test(line));
  return {
    name: error.constructor.name,
    ...(typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code) ? { code } : {}),
    at: at.slice(0, 8).map((line) => line.trim()),
  };
}
