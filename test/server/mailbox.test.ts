import { expect, test } from 'vitest';
import { makeBundle } from '../../src/bundle/bundle.ts';
import { clients } from '../../src/clients/index.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { artifactAt } from '../../src/server/app/pages/mailbox.ts';
import { profiles } from './ask.ts';

const served = { device: 'windows', url: 'https://config.example.org/mailbox/x/additional/index.html' } as const;
const sign = (bytes: Uint8Array) => Uint8Array.from([...bytes, 0]);

test.each([
  ['prenom.nom@cnrs.fr', undefined],
  ['jeanne.martin@universite.example', undefined],
  ['jeanne.martin@universite.example', sign],
])('each file of %s by itself is that of the bundle', (who, by) => {
  const { account } = resolve({ who }, profiles);
  const { artifacts } = makeBundle(account, clients, { served, sign: by });
  for (const { bytes, ...facts } of artifacts) {
    const { bytes: alone, ...others } = artifactAt(account, facts.path, served, by) ?? {};
    expect(others).toEqual(facts);
    expect(Buffer.compare(alone?.() ?? new Uint8Array(), bytes()), facts.path).toBe(0);
  }
  for (const path of ['index.de.html', 'outlook/index.html', 'nothing', ''])
    expect(artifactAt(account, path, served, by), path).toBeUndefined();
});
