import type { OwnAnswer } from '../../server/hostile.ts';

/* What web servers answer by themselves, of the hostile requests. */

/** Request line and headers longer than it takes. */
export const tooLong = (status: number, ...names: readonly string[]): OwnAnswer[] =>
  names.map((of) => ({ of, status, because: 'it takes 8 kB in a line', html: true }));
export const lines = [
  'queries: 10 000 parameters',
  'queries: an address of 10 kB',
  'queries: a domain of 10 kB',
  'queries: an address of 10 kB there',
  'queries: Autodiscover v2 with a protocol of 10 kB',
  'paths: a path of 10 kB',
  'paths: a domain of 2 000 letters that no name has',
];
export const itself = (status: number, because: string, ...names: readonly string[]): OwnAnswer[] =>
  names.map((of) => ({ of, status, because, html: true }));
export const method = itself(
  400,
  'Node knows the methods that are registered, only',
  'paths: MXYZPTLK of clientConfig',
);
export const large = [
  'depth: 100 000 nested elements',
  'encodings: 64 kB and a byte',
  'encodings: a megabyte',
  'encodings: 100 MB of unknown length',
  'encodings: a body without end',
];
