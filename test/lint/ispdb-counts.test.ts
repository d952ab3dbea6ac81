import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judge } from '../../src/lint/judgement.ts';
import { contentOf } from '../../src/read/content.ts';
import { root } from '../fixtures.ts';

/*
 * What the rules find in files that providers really have: 60 of Mozilla's database (thunderbird/autoconfig @c6ad796). The figures were counted by another program
 * first, from the description of each rule and not from our code; where they differ from it, a line says why.
 */

/** Files and places, by rule. A rule that is not here finds nothing. */
const counts: Readonly<Record<string, readonly [number, number]>> = {
  'encoding-undeclared': [1, 1],
  'id-not-a-domain': [2, 2],
  'id-foreign': [4, 4],
  'domain-repeated': [1, 1],
  'name-missing': [1, 1],
  'name-long': [8, 8],
  'unknown-element': [2, 3],
  'server-type': [1, 4],
  'imap-missing': [8, 8],
  'imap-not-first': [1, 1],
  'placeholder-in-host': [3, 7],
  'port-socket': [1, 1],
  'port-of-other-service': [2, 2],
  'port-unusual': [1, 1],
  'plain-socket': [6, 12],
  'plain-socket-android': [6, 7],
  'no-implicit-tls': [11, 11],
  'weaker-last': [21, 42],
  'authentication-encrypted': [7, 19],
  'smtp-without-login': [1, 1],
  'login-missing': [1, 1],
  'login-absent-android': [1, 1],
  'placeholder-embedded': [2, 4],
  'placeholder-domain': [5, 11],
  'placeholder-unknown': [1, 2],
  'placeholder-in-later-smtp': [20, 22],
  'logins-differ': [1, 1],
  'last-username-differs': [1, 1],
  'oauth2-unknown-host': [1, 2],
  'oauth2-block-missing': [3, 3],
  'oauth2-block-unused': [1, 1],
  'link-without-tls': [16, 24],
  'documentation-untitled': [11, 11],
  // Not counted by the other program, for these two it has no rule of its own: the same 8 files as in imap-missing, and `none` in kokuyou.ne.jp.
  'imap-missing-android': [8, 8],
  'authentication-android': [1, 1],
};

const folder = join(root, '../shared/data/ispdb');
const present = existsSync(folder);
if (!present) console.info('left out: the counts of findings in Mozilla’s database (no ../shared/data/ispdb)');
const files = present ? readdirSync(folder).filter((name) => name.endsWith('.xml')) : [];

describe.skipIf(!present)('60 files of Mozilla’s database', () => {
  test('have the findings that were counted by another program', async () => {
    const found = new Map<string, string[]>();
    for (const name of files)
      for (const { rule } of (await judge(contentOf(name, readFileSync(join(folder, name)))))?.flaws ?? []) {
        const id = rule.id.slice('autoconfig/'.length);
        found.set(id, [...(found.get(id) ?? []), name]);
      }
    const places = [...found].map(([id, names]) => [id, [new Set(names).size, names.length]] as const);
    expect(files).toHaveLength(60);
    expect(Object.fromEntries(places)).toEqual(counts);
  });
});
