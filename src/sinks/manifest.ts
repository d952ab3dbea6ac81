import { createHash } from 'node:crypto';
import type { Artifact, LeftOut } from '../artifacts/render.ts';
import { describe } from '../errors.ts';
import type { Account } from '../model/account.ts';
import { version } from '../version.ts';

/** `manifest.json`: what a bundle holds and what had to be left out. Tools find files through it, not by name. */
export interface Manifest {
  /** Version of the program that wrote it. */
  readonly facteur: string;
  readonly provider: string;
  /** Absent for what is nobody's. */
  readonly account?: { readonly address: string; readonly login: string; readonly role: string };
  readonly artifacts: readonly (Omit<Artifact, 'bytes'> & { readonly sha256: string; readonly bytes: number })[];
  readonly left_out: readonly { readonly client: string; readonly format: string; readonly reason: string }[];
}

/** The manifest of one account's bundle; reasons are in the account's language. */
export function manifestOf(account: Account, artifacts: readonly Artifact[], leftOut: readonly LeftOut[]): Manifest {
  const { address, login, role, language, provider } = account;
  const { facteur, provider: id, artifacts: list } = listOf(provider.id, artifacts);
  return {
    facteur,
    provider: id,
    account: { address, login, role },
    artifacts: list,
    left_out: leftOut.map(({ client, format, problem }) => ({ client, format, reason: describe(problem, language) })),
  };
}

/** That of files that are nobody's, of this provider. */
export function listOf(provider: string, artifacts: readonly Artifact[]): Manifest {
  return {
    facteur: version,
    provider,
    artifacts: artifacts.map(({ client, format, path, mediaType, audience, bytes }) => {
      const made = bytes();
      return {
        client,
        format,
        path,
        mediaType,
        audience,
        sha256: createHash('sha256').update(made).digest('hex'),
        bytes: made.length,
      };
    }),
    left_out: [],
  };
}
