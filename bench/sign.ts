import { sign as bareSign, createPrivateKey } from 'node:crypto';
import { apple } from '../src/clients/apple/index.ts';
import { resolve } from '../src/resolve/resolve.ts';
import { makeSigner } from '../src/sign/signer.ts';
import { readProfile } from '../test/fixtures.ts';
import { renderFormat } from '../test/made.ts';
import { chainOf, kinds, text } from '../test/program/sign/certificates.ts';
import { medians, perSecond } from './figures.ts';

/*
 * `npm run bench:sign`. Whole signed profiles a second against bare signatures of as many bytes as the signed attributes have, with the same key in the same run. Rounds of both
 * sides alternate; a figure is the median of the rounds.
 */
const GOALS = { rsa: 0.7, ec: 0.3 } as const;
const TITLES = { rsa: 'RSA-2048, SHA-256', ec: 'P-256, SHA-256' } as const;

/** Profiles of people with names of different lengths, as a server signs them. */
const profiles = Array.from({ length: 200 }, (_, index) => {
  const address = `${'prenom'.repeat(1 + (index % 5))}.${'nom'.repeat(1 + (index % 7))}${index}@cnrs.fr`;
  const { account } = resolve({ address }, [readProfile('cnrs')]);
  const format = apple.formats('en').find(({ id }) => id === 'profile');
  return format === undefined ? new Uint8Array() : (renderFormat(apple, format, account)[0]?.bytes ?? new Uint8Array());
});
const attributes = new Uint8Array(107);

for (const kind of kinds) {
  const { root, intermediate, signer } = chainOf(kind);
  const key = createPrivateKey(text(signer.key));
  const chain = text(intermediate.certificate) + text(root.certificate);
  const whole = makeSigner({ key: text(signer.key), certificate: text(signer.certificate), chain });
  const now = new Date();
  let turn = 0;
  const [bare = 1, signed = 0] = medians([
    () => perSecond(() => bareSign('sha256', attributes, key)),
    () => perSecond(() => whole.sign(profiles[turn++ % profiles.length] as Uint8Array, now)),
  ]);
  const ratio = (signed / bare).toFixed(2);
  console.log(
    `${TITLES[kind].padEnd(20)}bare ${bare.toFixed(0).padStart(7)}/s   signed profile ${signed.toFixed(0).padStart(7)}/s   ${ratio} × (goal: at least ${GOALS[kind]} ×)`,
  );
}
