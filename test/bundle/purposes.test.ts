import { expect, test } from 'vitest';
import { makeBundle } from '../../src/bundle/bundle.ts';
import type { Client } from '../../src/clients/client.ts';
import { clients } from '../../src/clients/index.ts';
import { fixture } from '../fixtures.ts';

/** The same clients, and what they were asked while a bundle was made: which file's purpose, in which language. */
function watched() {
  const asked: string[] = [];
  const watch = (client: Client): Client => ({
    ...client,
    formats: (language, own) =>
      client.formats(language, own).map((format) => ({
        ...format,
        purpose: (account, signed) => {
          asked.push(`${client.id}/${format.id} ${language}`);
          return format.purpose(account, signed);
        },
      })),
  });
  return { asked, clients: clients.map(watch) };
}

test.each(['plain', 'primary', 'university'])(
  'the pages for %s ask once in each language what a file is for',
  (name) => {
    const { asked, clients } = watched();
    for (const { bytes } of makeBundle({ ...fixture(name) }, clients).artifacts) bytes();
    expect(asked.filter((each, index) => asked.indexOf(each) < index)).toEqual([]);
    for (const language of ['en', 'fr']) expect(asked).toContain(`outlook/install-zip ${language}`);
  },
);
