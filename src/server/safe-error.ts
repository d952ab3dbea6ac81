/** An error without its message, which may repeat what a stranger sent. */
export interface SafeError {
  readonly name: string;
  readonly code?: string;
  readonly at: readonly string[];
}

/** The class of an error and where it was thrown; the lines of a stack that start with `at` hold names of our own code only. */
export function safeError(error: unknown): SafeError {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const { code } = error as Error & { readonly code?: unknown };
  const at = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  return {
    name: error.constructor.name,
    ...(typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code) ? { code } : {}),
    at: at.slice(0, 8).map((line) => line.trim()),
  };
}
