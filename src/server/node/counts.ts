/** Why a request or a connection was turned away before the application saw it. */
export type Refusal = 'rate' | 'busy' | 'body' | 'slow' | 'malformed' | 'connections' | 'connections-per-client';

/** Who counts what the server does. */
export interface Counts {
  /** Absent where nobody wants to know: then no request is timed. */
  readonly answered: ((method: string, route: string, status: number, seconds: number) => void) | undefined;
  readonly refused: (reason: Refusal) => void;
}
