import { describe, expect, test } from 'vitest';
import { makeBundle } from '../../src/bundle/bundle.ts';
import { clients } from '../../src/clients/index.ts';
import type { Account } from '../../src/model/account.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { createApp } from '../../src/server/app/app.ts';
import { texts } from '../../src/words/index.ts';
import { fixture, fixtures, makeProfile, readProfile } from '../fixtures.ts';
import { attribute, byTag, readHtml, textOf } from '../html.ts';
import { codesIn } from '../scan.ts';

const lettersOf = (account: Account) =>
  makeBundle(account, clients, { letters: true })
    .artifacts.filter(({ format }) => format === 'letter')
    .map(({ bytes, ...facts }) => ({ ...facts, document: readHtml(new TextDecoder().decode(bytes())) }));

const languageOf = (document: ReturnType<typeof readHtml>) => {
  const [root] = byTag(document, 'html');
  return root && attribute(root, 'lang');
};

/** In a plain form: a page may break a line anywhere in a value. */
const shown = (document: ReturnType<typeof readHtml>) => textOf(document, ['script', 'style']).replaceAll(/\s+/g, ' ');

type Letter = ReturnType<typeof lettersOf>[number];

describe('the letter', () => {
  test('is in each language of the provider, and in no bundle that nobody asked it for', () => {
    const facts = lettersOf(fixture('plain')).map(({ path, client, audience, document }) => [
      ...[path, client, audience, languageOf(document)],
    ]);
    expect(facts).toEqual([
      ['letter.html', 'facteur', 'user', 'fr'],
      ['letter.en.html', 'facteur', 'user', 'en'],
    ]);
    expect(makeBundle(fixture('plain'), clients).artifacts.map(({ path }) => path)).not.toContain('letter.html');
  });

  test.each(fixtures())('of $name says who it is for, how one signs in, and the servers', ({ account }) => {
    for (const { document } of lettersOf(account)) {
      const text = shown(document);
      const { incoming, outgoing, exchange, provider } = account;
      const [receiving] = incoming;
      const [sending] = outgoing;
      const mailbox = receiving === undefined ? [exchange?.host, exchange?.login] : [receiving.login];
      for (const value of [account.displayAddress, ...mailbox, provider.organization])
        expect(text).toContain(value?.replaceAll(/\s+/g, ' '));
      if (account.name !== undefined) expect(text).toContain(account.name.replaceAll(/\s+/g, ' '));
      if (sending !== undefined && incoming.length === 1) expect(text).toContain(sending.host);
      expect(byTag(document, 'li')).toHaveLength(3);
      const { letter } = texts(languageOf(document) === 'fr' ? 'fr' : 'en');
      expect(text).toContain(letter.nobody.replaceAll(/\s+/g, ' '));
      for (const value of [provider.webmail, provider.passwordRecovery, provider.support?.email])
        if (value !== undefined && value !== provider.passwordRecovery) expect(text).toContain(value);
      expect(byTag(document, 'script', 'link', 'iframe', 'form')).toEqual([]);
    }
  });

  test('marks the login where it is not the address, and nothing else', () => {
    const stamps = (name: string) =>
      lettersOf(fixture(name)).map(({ document }) =>
        byTag(document, 'div')
          .filter((each) => attribute(each, 'class') === 'stamp')
          .map((each) =>
            byTag(each, 'dd')
              .map((value) => textOf(value))
              .join(),
          ),
      );
    expect(stamps('plain')).toEqual([['prenom.nom@ods.services'], ['prenom.nom@ods.services']]);
    expect(stamps('whole-provider')).toEqual([[], []]);
    expect(stamps('two-logins')[0]).toEqual(['read-both', 'send-both@smtp.example.org']);
  });

  test('has the code of the person’s page in its own language, and the address to type', async () => {
    const profile = { ...readProfile('universite') };
    const { account } = resolve({ address: 'jeanne.martin@universite.example', role: 'primary' }, [profile]);
    const app = createApp({ profiles: () => [profile] });
    for (const { document } of lettersOf(account)) {
      const [code = ''] = codesIn(document);
      expect(code).toMatch(
        /^https:\/\/config\.universite\.example\/mailbox\/jeanne\.martin@universite\.example\/primary\/index(?:\.en)?\.html$/,
      );
      const answer = await app.fetch(new Request(code));
      expect(answer.status).toBe(200);
      expect(languageOf(readHtml(await answer.text()))).toBe(languageOf(document));
      expect(shown(document)).toContain('config.universite.example');
    }
  });

  test.each([
    ['no server is known', {}, {}],
    ['the login is another than the rule’s', { site: 'https://mail.example.org/' }, { login: 'other' }],
  ])('has the values in its place where %s', (_, provider, person) => {
    const { account } = resolve({ address: 'ann@example.org', ...person }, [makeProfile(provider)]);
    const [letter] = lettersOf(account);
    expect(codesIn(letter?.document as NonNullable<typeof letter>['document'])).toEqual([]);
    expect(shown(letter?.document as NonNullable<typeof letter>['document'])).toContain(texts('en').letter.add.mail);
  });

  test.each([
    ['google', 'anna@orchard.example', 'Google'],
    ['microsoft-365', 'anna@lantern.example', 'Microsoft'],
  ])('of %s leads to the page that programs open, and asks nobody to type servers', (id, who, name) => {
    const { account } = resolve({ who }, [readProfile(id, 'test/providers/profiles')]);
    const [letter] = lettersOf(account);
    const steps = byTag(letter?.document as Letter['document'], 'li').map((each) => textOf(each));
    const { add, type, prove } = texts('en').letter;
    expect(steps[0]).toContain(add.page({ issuer: texts('en').letter.issuers[name as 'Google'] }));
    expect(steps[1]).toContain(type.page);
    expect(steps[2]).toContain(prove.page({ issuer: name }));
  });

  test('calls no mailbox ready that has to be activated first, and says that before the steps', () => {
    for (const { document } of lettersOf(fixture('plain'))) {
      const { letter } = texts(languageOf(document) === 'fr' ? 'fr' : 'en');
      expect(textOf(byTag(document, 'h1')[0] as Parameters<typeof textOf>[0])).toBe(letter.title({ activation: true }));
      const text = shown(document);
      expect(text.indexOf('https://gaia.cnrs.fr')).toBeGreaterThan(0);
      expect(text.indexOf('https://gaia.cnrs.fr')).toBeLessThan(text.indexOf(letter.add.mail.slice(0, 30)));
      // Who helps is not known, but where the provider explains things.
      expect(text).toContain('https://ods.cnrs.fr/');
      expect(text).toContain('index.html');
    }
  });

  test('is no page of a server', async () => {
    const app = createApp({ profiles: () => [readProfile('cnrs')] });
    for (const path of ['letter.html', 'letter.en.html', 'letter.html?lang=en'])
      expect((await app.fetch(new Request(`https://x.example/mailbox/a@cnrs.fr/additional/${path}`))).status).toBe(404);
  });
});
