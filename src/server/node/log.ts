import { pino } from 'pino';
import type { SafeError } from '../app/safe-error.ts';
import type { Settings } from './options.ts';

/**
 * The server's log: one JSON object a line. What it may hold is written here, field by field, so that no address, query, path, header or IP address
 * can slip in with an object. Nothing of the IP address is needed: refusals are counted (`refusals`), and who has to find one requester has the proxy or the
 * firewall for it.
 */
export interface Log {
  /** What happened, as a person reads it; made by us, with the values that an administrator gave and nothing of a request. */
  readonly info: (fields: Fields, message: string) => void;
  readonly warn: (fields: Fields, message: string) => void;
  readonly error: (fields: Fields, message: string) => void;
  /** Requests are asked for; who would make their lines need not otherwise. */
  readonly requests: boolean;
  /** One answered request, at level `debug`. `route` is one of ours, never the path: some paths hold an address. */
  readonly request: (fields: RequestFields) => void;
}

export interface Fields {
  readonly event:
    | 'listening'
    | 'stopping'
    | 'stopped'
    | 'reloaded'
    | 'kept'
    | 'refusals'
    | 'worker'
    | 'proxy'
    | 'lost'
    | 'profile'
    | 'certificate'
    | 'variable'
    | 'defect'
    | 'end';
  readonly url?: string;
  readonly problems?: readonly string[];
  readonly refused?: Readonly<Record<string, number>>;
  readonly error?: SafeError;
  readonly worker?: number;
}

export interface RequestFields {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

/** Makes the log. @param write takes a line, without its end */
export function makeLog(level: Settings['log-level'], write: (line: string) => void): Log {
  const logger = pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line: string) => write(line.trimEnd()) },
  );
  const requests = logger.isLevelEnabled('debug');
  return {
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
    requests,
    request: (fields) => logger.debug({ event: 'request', ...fields }),
  };
}
