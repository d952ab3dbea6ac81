import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { facteur, temporaryFolder } from '../../cli/terminal.ts';
import { bundle, chainOf, kinds } from '../sign/certificates.ts';

/* `generate --from … --check N` with profiles that are signed. */

function signedList(kind: (typeof kinds)[number]) {
  const { root, intermediate, signer } = chainOf(kind);
  const chain = bundle(`check-chain-${kind}.pem`, intermediate.certificate, root.certificate);
  const flags = ['--sign-key', signer.key, '--sign-cert', signer.certificate, '--sign-chain', chain];
  const folder = temporaryFolder();
  const list = join(folder, 'people.csv');
  writeFileSync(list, 'address,name\nmarie.curie@cnrs.fr,Marie Curie\n');
  const run = (...more: readonly string[]) => facteur(['generate', '--from', list, '--workers', '0', ...more]);
  return { folder, flags, run };
}

describe.each(kinds)('signed with a key of the kind %s', (kind) => {
  test.each([['kits'], ['kits.zip'], ['kits', '--zip-per-person']])('%s %s', async (out, ...more) => {
    const { folder, flags, run } = signedList(kind);
    const { code, err } = await run('--out', join(folder, out), ...more, ...flags, '--check', '5');
    expect(err).toMatch(/^1 checked, all as they should be\.$/m);
    expect(code).toBe(0);
  });

  test('a profile whose text was changed in its signature, or that has another or none, is named', async () => {
    const { folder, flags, run } = signedList(kind);
    const out = join(folder, 'kits');
    await run('--out', out, ...flags);
    const own = join(out, 'marie.curie@cnrs.fr');
    const profile = join(own, 'apple/cnrs.mobileconfig');
    const signed = readFileSync(profile, 'latin1');
    const put = (bytes: Buffer) => {
      writeFileSync(profile, bytes);
      const file = join(own, 'manifest.json');
      const manifest = JSON.parse(readFileSync(file, 'utf8'));
      for (const each of manifest.artifacts)
        if (each.path === 'apple/cnrs.mobileconfig')
          Object.assign(each, { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
      writeFileSync(file, JSON.stringify(manifest));
    };
    const found = async () => (await run('--out', out, ...flags, '--check', '5')).err;

    put(Buffer.from(signed.replace('imap.cnrs.fr', 'imap.eve.xyz'), 'latin1'));
    expect(await found()).toMatch(/cnrs\.mobileconfig {2}has a signature that does not hold \(.*digest.*\)/);

    put(Buffer.from(signed.slice(signed.indexOf('<?xml'), signed.indexOf('</plist>') + 9), 'latin1'));
    expect(await found()).toMatch(/cnrs\.mobileconfig {2}is not signed/);

    const other = signedList(kind === 'rsa' ? 'ec' : 'rsa');
    const elsewhere = join(folder, 'other');
    await other.run('--out', elsewhere, ...other.flags);
    put(readFileSync(join(elsewhere, 'marie.curie@cnrs.fr/apple/cnrs.mobileconfig')));
    expect(await found()).toMatch(/cnrs\.mobileconfig {2}is signed with another certificate/);
  });
});
