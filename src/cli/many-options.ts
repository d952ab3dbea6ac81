import { availableParallelism } from 'node:os';
import { InputError } from '../errors.ts';
import { manyProblem } from '../many/many-problem.ts';
import { type Shard, shardOf } from '../many/shard.ts';
import type { SourceOptions } from '../people/source.ts';
import type { ManyFlags } from './many-flags.ts';

/** The flags, read. */
export interface ManyOptions {
  readonly kit: 'small' | 'full';
  readonly limit: number | undefined;
  /** Of how many people the files are opened again. */
  readonly check: number | undefined;
  readonly shard: Shard | undefined;
  /** Threads beside this one; none where this one makes all. */
  readonly workers: number;
  readonly update: boolean;
  readonly layout: 'folders' | 'archives' | 'parts';
}

/** @throws InputError for each value that does not fit */
export function manyOptionsOf(flags: ManyFlags, out: string): ManyOptions {
  const isZip = out.toLowerCase().endsWith('.zip');
  if (isZip && flags['zip-per-person'] === true) throw new InputError(manyProblem('many.archives', {}));
  return {
    kit: flags.kit === 'full' ? 'full' : 'small',
    limit: numberIn('limit', flags.limit, 1, 1e9),
    check: numberIn('check', flags.check, 1, 1e9),
    shard: shardOf(flags.shard),
    workers: workersIn(flags.workers),
    update: flags.update === true,
    layout: isZip ? 'parts' : flags['zip-per-person'] === true ? 'archives' : 'folders',
  };
}

/** What the flags say of the source. @throws InputError for a number that is none */
export function sourceOptionsOf(flags: ManyFlags): SourceOptions {
  const { map, query, bind, ca, key, starttls, cert: certificate, 'password-file': passwordFile } = flags;
  const timeout = numberIn('timeout', flags.timeout, 1, 86_400);
  return { map, query, bind, ca, key, starttls, certificate, passwordFile, timeout };
}

/** What one thread puts in its place others can hardly make faster. */
const MOST_AUTO = 8;

/** More cores no machine has for this. */
const MOST = 64;

/** On one core, a second thread takes memory and brings nothing. */
function workersIn(value: string | undefined): number {
  if (value !== undefined && value !== 'auto') {
    if (!/^\d{1,2}$/.test(value) || Number(value) > MOST) throw new InputError(manyProblem('many.workers', { value }));
    return Number(value);
  }
  const cores = Math.min(availableParallelism(), MOST_AUTO);
  return cores === 1 ? 0 : cores;
}

function numberIn(name: keyof ManyFlags, value: string | undefined, least: number, most: number): number | undefined {
  if (value === undefined) return undefined;
  const number = /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= least && number <= most))
    throw new InputError(manyProblem('many.number', { option: `--${name}`, value, least, most }));
  return number;
}
