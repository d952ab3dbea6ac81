import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { judge } from '../../../src/lint/judgement.ts';
import { contentOf } from '../../../src/read/content.ts';
import { makeSigner } from '../../../src/sign/signer.ts';
import { renderProfile } from '../../clients/apple/read.ts';
import { fixture } from '../../fixtures.ts';
import { chainOf, kinds, text } from './certificates.ts';

const now = new Date(Date.now() + 60_000);

describe.each(kinds)('of a profile that we have signed with a key of the kind %s', (kind) => {
  const { root, intermediate, signer } = chainOf(kind);
  const { bytes } = renderProfile(fixture('plain'));
  const signed = makeSigner({
    key: text(signer.key),
    certificate: text(signer.certificate),
    chain: text(intermediate.certificate) + text(root.certificate),
  }).sign(bytes, now);
  const found = async (file: Uint8Array, roots: readonly Uint8Array[]) => {
    const judgement = await judge(contentOf('signed', file), undefined, { now, roots: () => roots });
    // Certificates of these tests last for days.
    const ids = judgement?.flaws.filter(({ rule }) => rule.severity !== 'note').map(({ rule }) => rule.id) ?? [
      'no kind',
    ];
    return ids.filter((id) => id !== 'signing/signer-expires-soon');
  };
  const known = [new X509Certificate(text(root.certificate)).raw];

  test('lint says nothing where its root is known', async () => {
    expect(await found(signed, known)).toEqual([]);
  });

  test('lint names the end of the chain where it is not', async () => {
    expect(await found(signed, [])).toEqual(['signing/intermediate-missing']);
  });

  test('lint finds a letter that was changed', async () => {
    const changed = Uint8Array.from(signed);
    const at = Buffer.from(signed).indexOf('EmailAccountDescription');
    changed[at] = 0x66;
    expect(await found(changed, known)).toContain('signing/content-changed');
  });
});
