import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judge } from '../../src/lint/judgement.ts';
import type { ViewedServer } from '../../src/lint/kind.ts';
import { contentOf } from '../../src/read/content.ts';
import { root } from '../fixtures.ts';

/*
 * What lint says that Thunderbird for Android does with a clientConfig, held against the record of what the app's own code was seen to do (thunderbird-android @a59bd67,
 * outside a phone).
 */

interface Seen {
  readonly type: string;
  readonly host: string;
  readonly port: number;
  readonly security: string;
  readonly authentication: string;
  readonly username: string;
}

interface Case {
  readonly id: string;
  readonly kind: string;
  readonly group: string;
  readonly mutation: string;
  readonly email: string;
  readonly text?: string;
  readonly base64?: string;
  readonly real: Real;
}

interface Real {
  readonly verdict: string;
  readonly account?: { readonly incoming: Seen; readonly outgoing: Seen };
}

const data = join(root, '../shared/data');
const present = existsSync(join(data, 'thunderbird-android-verdicts.json'));
if (!present)
  console.info('left out: lint’s view of Thunderbird for Android (no ../shared/data/thunderbird-android-*.json)');

/** The records say of themselves what they hold, as above. */
function record<T>(name: string): T {
  return JSON.parse(readFileSync(join(data, name), 'utf8')) as T;
}

/** What no view says, and why: what is no clientConfig to us, two root elements, which are no XML, and a document type with declarations. */
const UNSEEN = new Set(['cc-054', 'cc-055', 'cc-056', 'cc-263', 'cc-298']);
/** It lets NUL through, which XML has not. */
const LOOSE = new Set(['cc-322']);
/** Groups whose values are sound where the app takes the file; ports are counted out, and two bytes that are no UTF-8. */
const SOUND = new Set([
  'missing',
  'type',
  'servers',
  'authentication',
  'attributes',
  'case',
  'order',
  'provider',
  'xml',
]);
const UNSOUND = new Set(['cc-263', 'cc-283', 'cc-284', 'cc-322']);

describe.skipIf(!present)('the view of Thunderbird for Android', () => {
  const { cases } = present ? record<{ cases: Case[] }>('thunderbird-android-verdicts.json') : { cases: [] };
  const configs = cases.filter(({ kind, id }) => kind === 'clientConfig' && !LOOSE.has(id));

  test.each(configs)('is what the app does: $id, $mutation', async ({ id, group, text, base64 = '', email, real }) => {
    const bytes = text === undefined ? Buffer.from(base64, 'base64') : Buffer.from(text);
    const { view, errors } = await seen(id, bytes, email);
    if (UNSEEN.has(id)) expect(view).toBeUndefined();
    else expect(view).toEqual(expected(real));
    if (id === 'cc-054' || id === 'cc-055' || id === 'cc-056') return;
    if (real.verdict !== 'configured') expect(errors).not.toEqual([]);
    else if (SOUND.has(group) && !UNSOUND.has(id)) expect(errors).toEqual([]);
  });

  const real = present
    ? record<{ file: string; email: string; real: Real }[]>('thunderbird-android-on-ispdb.json')
    : [];
  test.each(real)('is what the app does with $file', async ({ file, email, real }) => {
    const { view, errors } = await seen(file, readFileSync(join(data, 'ispdb', file)), email);
    expect(view).toEqual(expected(real));
    if (real.verdict !== 'configured') expect(errors).not.toEqual([]);
  });
});

async function seen(name: string, bytes: Uint8Array, email: string) {
  const judgement = await judge(contentOf(name, bytes), 'thunderbird-android');
  const { view } = judgement ?? {};
  const errors = (judgement?.flaws ?? []).filter(({ rule }) => rule.severity === 'error').map(({ rule }) => rule.id);
  if (view === undefined || view.outcome === 'refuses') return { view, errors };
  const { incoming, outgoing } = view;
  return { view: { outcome: 'takes', incoming: filled(incoming, email), outgoing: filled(outgoing, email) }, errors };
}

function filled(server: ViewedServer | undefined, email: string) {
  const [local = '', domain = ''] = email.split('@');
  const fill = (text = '') =>
    text
      .replaceAll('%EMAILDOMAIN%', domain.toLowerCase())
      .replaceAll('%EMAILLOCALPART%', local)
      .replaceAll('%EMAILADDRESS%', email);
  return server && { ...server, host: fill(server.host), login: fill(server.login) };
}

function expected({ verdict, account }: Real) {
  if (verdict !== 'configured' || account === undefined) return { outcome: 'refuses' };
  return { outcome: 'takes', incoming: asViewed(account.incoming), outgoing: asViewed(account.outgoing) };
}

function asViewed({ type, host, port, security, authentication, username }: Seen) {
  return {
    protocol: type,
    host,
    port,
    security: { SSL_TLS_REQUIRED: 'tls', STARTTLS_REQUIRED: 'starttls' }[security],
    authentication: { PLAIN: 'password', XOAUTH2: 'oauth2', CRAM_MD5: 'cram-md5' }[authentication],
    login: username,
  };
}
