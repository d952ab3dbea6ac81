import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { facteur } from '../cli/terminal.ts';
import { type Program, startProgram } from '../program/server/program.ts';
import { accessibilityFaults, close, open, overflow, startBrowser } from './browser.ts';
import { whenCutShort } from './ending.ts';
import { curl, outcome, send } from './mail/curl.ts';
import { canRunMail, type Mail, startMail } from './mail/mail.ts';
import { hosts, type MailboxUser } from './mail/plan.ts';
import { has } from './programs.ts';

/* A mailbox whose login no rule gives: real servers refuse the address, and take what `--login`, or the field of the page, has put into the files. */

const person: MailboxUser = { address: 'toto.j@free.example', login: 'm0123456', password: 'un mot, 1 "clé"' };
const runs = canRunMail && has('curl') && has('chromium');

describe.skipIf(!runs)('a login that no rule gives', () => {
  let folder: string;
  let profile: string;
  let withdraw: () => void;
  let mail: Mail;
  let server: Program;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'facteur-own-login-'));
    withdraw = whenCutShort(() => rmSync(folder, { recursive: true, force: true }));
    mail = await startMail({ users: [person] });
    profile = join(folder, 'free.yaml');
    writeFileSync(
      profile,
      `id: free
name: Courrier libre
shortName: Libre
organization: Libre
identifier: org.example.free
languages: [fr, en]
domains: [free.example]
login: ask
incoming: [{ protocol: imap, host: ${hosts.imap}, port: ${mail.ports.imaps}, security: tls }]
outgoing: [{ host: ${hosts.submission}, port: ${mail.ports.submission}, security: starttls }]
`,
    );
    server = await startProgram(['--port', '0', '--rate-limit', '0', '--profile', profile]);
  });
  afterAll(async () => {
    server?.process.kill('SIGTERM');
    await server?.ended;
    await mail?.stop();
    withdraw?.();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What the servers say to the logins of a clientConfig. */
  const tried = (config: string) => {
    const [reading = '', sending = ''] = [...config.matchAll(/<username>([^<]*)/g)].map(([, login]) => login);
    const url = `imaps://${hosts.imap}:${mail.ports.imaps}/INBOX?ALL`;
    return [curl(mail, url, { ...person, login: reading }).status, send(mail, { ...person, login: sending }).status];
  };

  test('the address is refused as the login, and what generate --login wrote is taken', async () => {
    const asAddress = `<username>${person.address}</username><username>${person.address}</username>`;
    expect(tried(asAddress)).toEqual([outcome.loginDenied, outcome.loginDenied]);
    const out = join(folder, 'out');
    const args = ['generate', person.address, '--profile', profile, '--out', out, '--client', 'thunderbird'];
    expect((await facteur(args)).code).toBe(2);
    expect((await facteur([...args, '--login', person.login])).code).toBe(0);
    const config = readFileSync(join(out, person.address, 'thunderbird/config-v1.1.xml'), 'utf8');
    expect(tried(config)).toEqual([outcome.done, outcome.done]);
  });

  test.each([true, false])(
    'so is what the field of the page has put into a file (JavaScript: %s)',
    async (javaScriptEnabled) => {
      const browser = await startBrowser();
      const watched = await open(browser, `${server.url}/?lang=fr`, { javaScriptEnabled, acceptDownloads: true });
      const { page, requests, complaints } = watched;
      const sound = async () => {
        expect(await overflow(page)).toBe(0);
        // axe is a script.
        if (javaScriptEnabled) expect(await accessibilityFaults(page)).toEqual([]);
      };
      try {
        await page.fill('#who', person.address);
        await page.keyboard.press('Enter');
        await page.waitForURL(`**/mailbox/${person.address}/additional/**`);
        await page.waitForSelector('#login');
        await page.setViewportSize({ width: 320, height: 800 });
        await sound();
        await page.fill('#login', person.login);
        await page.keyboard.press('Enter');
        await page.waitForSelector('#again', { state: 'attached' });
        expect(await page.locator('body').innerText()).toContain(person.login);
        await sound();
        await page.click('button[formaction="thunderbird/thunderbird.html"]');
        await page.waitForURL('**/thunderbird/thunderbird.html');
        expect(await page.locator('body').innerText()).toContain(person.login);
        await sound();
        await page.click('button[formaction="../index.html"]');
        await page.waitForURL('**/additional/index.html');
        // No page for people leads to clientConfig: it is asked for with what the page sends along when a person goes on.
        const sent = await page.locator('#again input').evaluateAll((all) =>
          // Every input of our own form is one of HTML.
          all.map((each) => [(each as HTMLInputElement).name, (each as HTMLInputElement).value]),
        );
        const url = new URL('thunderbird/config-v1.1.xml', page.url()).href;
        const config = await page.request.post(url, { form: Object.fromEntries(sent) });
        expect(tried(await config.text())).toEqual([outcome.done, outcome.done]);
        // What a page does lead to has the same login.
        await page.click('button[formaction="evolution/evolution.html"]');
        await page.waitForURL('**/evolution/evolution.html');
        const button = page.locator('button[formaction="install.sh"]').first();
        for (const fold of await page.locator('main details:has(button[formaction="install.sh"])').all())
          if (!(await button.isVisible())) await fold.locator('summary').first().click();
        const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
        expect(readFileSync(await download.path(), 'utf8')).toContain(person.login);
        expect(requests.join()).not.toContain(person.login);
        expect(complaints).toEqual([]);
      } finally {
        await close(watched);
        await browser.close();
      }
    },
  );

  test('the log of the server has neither the login nor the address', () => {
    expect(JSON.stringify(server.lines())).not.toContain(person.login);
    expect(JSON.stringify(server.lines())).not.toContain('toto');
  });
});
