import type { Question } from './question.ts';

/*
 * Where our pages stand for who asks is known to the proxy in front alone: it may have put all of them below a path of its own (`location /facteur/`). So they
 * lead from one to the other by relative references.
 */

/** The way from a path of ours to the root of all, for what follows it. */
export function rootFrom(path: string): string {
  return '../'.repeat(path.split('/').length - 2) || './';
}

/** A path as others announce it (Traefik, Spring, ASP.NET Core), and nothing that would make another part of a URL. */
const PREFIX = /^(?:\/[\w~-][\w.~-]*)+$/;

/**
 * The path below which a proxy says that we stand, for the whole URLs that a person carries elsewhere. It need not be trusted for that: what it changes is this one
 * answer, which nobody may keep, and the host stays.
 */
export function prefixOf({ header }: Question): string {
  const prefix = header('x-forwarded-prefix')?.replace(/\/$/, '') ?? '';
  return prefix.length < 200 && PREFIX.test(prefix) ? prefix : '';
}
