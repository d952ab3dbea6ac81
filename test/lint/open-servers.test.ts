import { describe, expect, test } from 'vitest';
import { judge } from '../../src/lint/judgement.ts';
import { flawText } from '../../src/lint/lint-rule.ts';
import { hurtsText } from '../../src/lint/reports.ts';
import { contentOf } from '../../src/read/content.ts';

/* A server in clear with which nobody signs in shows no password, and is not said to. */

const server = (direction: string, type: string, rest: string) =>
  `<${direction}Server type="${type}"><hostname>${type}.example.org</hostname>${rest}</${direction}Server>`;

const files: Readonly<Record<string, string>> = {
  'a clientConfig': `<clientConfig version="1.1"><emailProvider id="example.org"><domain>example.org</domain>
${server('incoming', 'imap', '<port>993</port><socketType>SSL</socketType><authentication>password-cleartext</authentication><username>a</username>')}
${server('outgoing', 'smtp', '<port>25</port><socketType>plain</socketType><authentication>none</authentication>')}</emailProvider></clientConfig>`,
  'settings of K-9 Mail': `<k9settings version="99" format="1"><accounts><account uuid="11111111-1111-4111-8111-111111111111">
<outgoing-server type="SMTP"><host>a.example</host><port>25</port><connection-security>NONE</connection-security><authentication-type>NONE</authentication-type></outgoing-server></account></accounts></k9settings>`,
  'a code': '[1,[1,1],[0,"a.example",993,3,1,"ada",""],[[[0,"b.example",25,0,0,""],["ada@example.org","A"]]]]',
  'a PRF':
    '[Internet Account List]\r\nAccount1=IMAP_I_Mail\r\n[Account1]\r\nIMAPServer=a.example\r\nIMAPUseSSL=1\r\nSMTPServer=b.example\r\nSMTPUseAuth=0\r\nSMTPSecureConnection=0\r\n[IMAP_I_Mail]\r\nAccountType=IMAP\r\n',
  'an accountrc':
    '[Account: 1]\nconfig_version=4\nprotocol=1\nreceive_server=a.example\nsmtp_server=b.example\nuse_smtp_auth=0\nssl_smtp=0\n',
  'a source':
    '[Data Source]\nDisplayName=W\n\n[Mail Transport]\nBackendName=smtp\n\n[Authentication]\nHost=b.example\n\n[Security]\nMethod=none\n',
  'an accounts.conf': '[W]\nsource=imaps://ada@a.example\noutgoing=smtp+none://b.example\nfrom=a <ada@example.org>\n',
};

describe.each(Object.entries(files))('in %s', (_, text) => {
  test.each(['en', 'fr'] as const)(
    'a server without sign-in is told, and no password with it (%s)',
    async (language) => {
      const { flaws = [] } = (await judge(contentOf('file', new TextEncoder().encode(text)))) ?? {};
      const clear = flaws.filter(({ hurts }) => Object.values(hurts).includes('clear-text'));
      expect(clear).not.toEqual([]);
      const said = clear.map((flaw) => `${flawText(flaw, language).says} (${hurtsText(flaw, language)})`).join();
      expect(said).not.toMatch(/password|mot de passe/);
    },
  );
});
