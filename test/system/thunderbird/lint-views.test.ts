import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judge } from '../../../src/lint/judgement.ts';
import type { View, ViewedServer } from '../../../src/lint/kind.ts';
import { clientConfigOf } from '../../../src/read/client-config-file.ts';
import { contentOf } from '../../../src/read/content.ts';
import { readXmlTree } from '../../../src/read/xml-tree.ts';
import { root } from '../../fixtures.ts';
import { mutations } from '../../lint/config-mutations.ts';
import { has } from '../programs.ts';
import { type Installation, install, type Running } from './program.ts';

/*
 * What lint says that Thunderbird does with a clientConfig is what it does: seeded mutations, read by the code of the program's account set-up. LINT_MUTATIONS and
 * LINT_SEED make it more of them, or others.
 */
const count = Number(process.env.LINT_MUTATIONS ?? 60);
const seed = Number(process.env.LINT_SEED ?? 1);

/** A server as the program has it. */
interface Real {
  readonly type: string;
  readonly hostname: string;
  readonly port: number | null;
  readonly socketType: number;
  readonly auth: number;
  readonly username: string | null;
}

/** `null`: it refuses the file. */
type Seen = { readonly complete: boolean; readonly incoming: Real[]; readonly outgoing: Real[] } | null;

describe.skipIf(!has('thunderbird'))('lint --as thunderbird', () => {
  let installation: Installation;
  let thunderbird: Running;

  beforeAll(async () => {
    installation = install();
    thunderbird = await installation.start();
  });

  afterAll(async () => {
    await thunderbird?.quit();
    await installation?.remove();
  });

  test(`says what Thunderbird does with ${count} mutations`, async () => {
    const different = await differences(mutations(count, seed));
    expect(different.slice(0, 5), `${different.length} of ${count} differ`).toEqual([]);
  });

  const folder = join(root, '../shared/data/ispdb');
  test.skipIf(!existsSync(folder))('says what Thunderbird does with files of Mozilla’s database', async () => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.xml'));
    expect(await differences(names.map((name) => readFileSync(join(folder, name), 'utf8')))).toEqual([]);
  });

  test('control: a view of another file is told from the right one', async () => {
    const [text = ''] = mutations(1, 3);
    const [seen = null] = await read([text]);
    expect(shown(await viewOf(text.replaceAll('login.example', 'other.example')))).not.toEqual(asView(seen));
  });

  async function differences(texts: readonly string[]) {
    const seen = await read(texts);
    const compared = await Promise.all(
      texts.map(async (text, index) => ({ text, view: shown(await viewOf(text)), real: asView(seen[index] ?? null) })),
    );
    return compared.filter(({ view, real }) => JSON.stringify(view) !== JSON.stringify(real));
  }

  /** What the account set-up makes of each, when this person has typed name and address. */
  function read(texts: readonly string[]) {
    return thunderbird.run<Seen[]>(
      `const { readFromXML } = ChromeUtils.importESModule("resource:///modules/accountcreation/readFromXML.sys.mjs");
      const { AccountConfig } = ChromeUtils.importESModule("resource:///modules/accountcreation/AccountConfig.sys.mjs");
      const { JXON } = ChromeUtils.importESModule("resource:///modules/JXON.sys.mjs");
      const seen = ({ type, hostname, port, socketType, auth, username }) =>
        ({ type, hostname, port, socketType, auth, username });
      return arguments[0].map(text => {
        let config;
        try {
          config = readFromXML(JXON.build(new DOMParser().parseFromString(text, "text/xml")), "test");
        } catch (error) {
          return null;
        }
        AccountConfig.replaceVariables(config, arguments[1].name, arguments[1].address);
        return {
          complete: config.isComplete() || (config.isExchangeConfig() && Boolean(config.incoming.exchangeURL)),
          incoming: [config.incoming, ...config.incomingAlternatives].map(seen),
          outgoing: [config.outgoing, ...config.outgoingAlternatives].map(seen),
        };
      });`,
      texts,
      person,
    );
  }
});

const person = { name: 'Prénom Nom', address: 'prenom.nom@cnrs.fr' };

/** The view, and how many servers the first provider of the file has. */
async function viewOf(text: string) {
  const content = contentOf('mutation', new TextEncoder().encode(text));
  const view = (await judge(content, 'thunderbird'))?.view;
  const xml = readXmlTree(text, [/<!DOCTYPE[^[]*?>/]);
  return { view, servers: xml.kind === 'document' ? clientConfigOf(xml.root).servers.length : 0 };
}

/** The view for this person. What lint has no view of, it takes for no clientConfig. */
function shown({ view, servers }: { readonly view: View | undefined; readonly servers: number }) {
  if (view === undefined || view.outcome === 'refuses') return { outcome: 'refuses' };
  const { outcome, incoming, outgoing, skipped = [] } = view;
  return { outcome, incoming: filled(incoming), outgoing: filled(outgoing), kept: servers - skipped.length };
}

function filled(server: ViewedServer | undefined) {
  if (server === undefined) return undefined;
  const { protocol, host, port = null, security, authentication, login } = server;
  return {
    protocol,
    host: fill(host),
    port,
    security,
    authentication,
    login: login === undefined ? null : fill(login),
  };
}

function fill(text: string): string {
  return text
    .replaceAll('%EMAILADDRESS%', person.address)
    .replaceAll('%EMAILLOCALPART%', 'prenom.nom')
    .replaceAll('%EMAILDOMAIN%', 'cnrs.fr')
    .replaceAll('%REALNAME%', person.name);
}

/** What was seen, in the words of a view. */
function asView(seen: Seen) {
  if (seen === null) return { outcome: 'refuses' };
  const [[incoming, ...otherIncoming], [outgoing, ...otherOutgoing]] = [seen.incoming, seen.outgoing];
  return {
    outcome: seen.complete ? 'takes' : 'asks',
    incoming: incoming && asServer(incoming),
    outgoing: outgoing && asServer(outgoing),
    kept: otherIncoming.length + otherOutgoing.length + 2,
  };
}

/** Numbers of MailNewsTypes2.idl (nsMsgSocketType, nsMsgAuthMethod). */
const securities: Readonly<Record<number, string>> = { 0: 'none', 2: 'starttls', 3: 'tls' };
const methods: Readonly<Record<number, string>> = {
  1: 'none',
  3: 'password',
  4: 'cram-md5',
  5: 'gssapi',
  6: 'ntlm',
  10: 'oauth2',
};

function asServer({ type, hostname, port, socketType, auth, username }: Real) {
  return {
    protocol: type,
    host: hostname,
    port,
    security: securities[socketType],
    authentication: methods[auth],
    login: username,
  };
}
