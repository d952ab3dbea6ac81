import { describe, expect, test } from 'vitest';
import { outlook } from '../../src/clients/outlook/index.ts';
import { UnrepresentableError } from '../../src/errors.ts';
import { paccDocument } from '../../src/publish/pacc.ts';
import { fixtures } from '../fixtures.ts';
import { renderFormat } from '../made.ts';
import { again, meaning } from './made-again.ts';
import { imported } from './run-import.ts';

/* Answers of Autodiscover and documents of PACC as they are made here, imported again. */

const answers = fixtures().flatMap(({ name, account }) => {
  try {
    const [file] = renderFormat(outlook, { id: 'autodiscover' }, account);
    return file === undefined || account.incoming.length === 0 ? [] : [{ name, account, file }];
  } catch (error) {
    if (error instanceof UnrepresentableError) return [];
    throw error;
  }
});

describe('the answer for an account', () => {
  test.each(answers)('$name gives back the servers and logins that it names', async ({ account, file }) => {
    const { profile } = await imported({ 'autodiscover.xml': file.bytes }, account.address);
    const other = again(profile, account);
    for (const server of other.incoming)
      expect(account.incoming.map(meaning)).toContainEqual({ ...meaning(server), authentication: expect.anything() });
    for (const server of other.outgoing)
      expect(account.outgoing.map(meaning)).toContainEqual({ ...meaning(server), authentication: expect.anything() });
  });
});

const documents = fixtures().flatMap(({ name, account }) => {
  const document = paccDocument(account);
  return document === undefined ? [] : [{ name, account, document }];
});

describe('the document of a domain', () => {
  test.each(documents)('$name gives back the servers that it names', async ({ account, document }) => {
    const { profile } = await imported({ 'user-agent-configuration.json': document }, account.address);
    const other = again(profile, account);
    expect(account.incoming.map(meaning)).toContainEqual({
      ...meaning(other.incoming[0] as never),
      authentication: expect.anything(),
    });
    expect(account.outgoing.map(meaning)).toContainEqual({
      ...meaning(other.outgoing[0] as never),
      authentication: expect.anything(),
    });
    expect(other.outgoing[0]?.login).toBe(account.address);
  });
});

describe('the short answer of Autodiscover', () => {
  test('says where Exchange is', async () => {
    const answer = '{"Protocol":"ActiveSync","Url":"https://mail.example.org/Microsoft-Server-ActiveSync"}';
    const { profile } = await imported({ 'a.json': answer }, 'ada@example.org');
    expect(profile).toMatchObject({
      domains: ['example.org'],
      exchange: { host: 'mail.example.org', activeSync: true },
    });
  });

  test.each([
    [
      '{"Protocol":"AutodiscoverV1","Url":"https://mail.example.org/autodiscover/autodiscover.xml"}',
      'import.redirect-url',
    ],
    ['{"ErrorCode":"InvalidProtocol","ErrorMessage":"no"}', 'import.answer-error'],
    ['{"Protocol":', 'import.unreadable-kind'],
  ])('%s is refused', async (answer, code) => {
    await expect(imported({ 'a.json': answer }, 'ada@example.org')).rejects.toMatchObject({
      problems: [expect.objectContaining({ code })],
    });
  });
});

describe('calendars and contacts of one person', () => {
  const answer = (
    server: string,
  ) => `<Autodiscover><Response><User><EMailAddress>ada@example.org</EMailAddress></User><Account>
<Protocol><Type>IMAP</Type><Server>mail.example.org</Server><Port>993</Port><SSL>on</SSL><SPA>off</SPA><LoginName>u4711</LoginName></Protocol>
<Protocol><Type>SMTP</Type><Server>mail.example.org</Server><Port>465</Port><SSL>on</SSL><SPA>off</SPA><LoginName>u4711</LoginName></Protocol>
<Protocol Type="CalDAV"><SSL>on</SSL><Server>${server}</Server><LoginName>u4711</LoginName></Protocol></Account></Response></Autodiscover>`;

  test.each([
    [
      'https://dav.example.org/SOGo/dav/ada@example.org/Calendar',
      'https://dav.example.org/SOGo/dav/{address}/Calendar',
    ],
    ['https://dav.example.org/dav/ada%40example.org/', 'https://dav.example.org/dav/{address}/'],
    ['https://dav.example.org/u4711', 'https://dav.example.org/{login}'],
    ['https://dav.example.org/home/ada/', 'https://dav.example.org/home/{local}/'],
    ['https://dav.example.org/adam/', 'https://dav.example.org/adam/'],
  ])('at %s are those of anybody', async (server, url) => {
    const { profile, losses, text } = await imported({ a: answer(server) });
    expect(profile.calendar).toMatchObject({ url });
    expect(text).not.toMatch(/\bada\b|u4711/);
    expect(losses.map(({ code }) => code)).not.toContain('import.lost-server');
  });

  test('that nobody can open are told', async () => {
    const { losses } = await imported({ a: answer('dav.example.org') });
    expect(losses.map(({ code }) => code)).toContain('import.lost-url');
  });
});

test('a second account of an answer is told with its line', async () => {
  const block = (type: string, port: number) =>
    `<Protocol><Type>${type}</Type><Server>mail.example.org</Server><Port>${port}</Port><SSL>on</SSL><SPA>off</SPA><LoginName>ada</LoginName></Protocol>`;
  const account = `<Account>${block('IMAP', 993)}${block('SMTP', 465)}</Account>`;
  const answer = `<Autodiscover><Response><User><EMailAddress>ada@example.org</EMailAddress></User>\n${account}\n${account}</Response></Autodiscover>`;
  const { losses } = await imported({ a: answer });
  expect(losses.map(({ details, place }) => [details.what, place.line])).toEqual([['<Account>', 3]]);
});
