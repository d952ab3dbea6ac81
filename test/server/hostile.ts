import { describe, expect, test } from 'vitest';
import { AUTODISCOVER, autodiscoverBody, CANONICAL, type Fetch, namespaces, post } from './ask.ts';
import { errorCode } from './read.ts';

/*
 * Requests that no client sends, and those of clients that are nearly right. Each has the one status that it must get; its answer is short, is of a type
 * that no browser runs, and repeats nothing of the request; and after each a person gets the same bytes as before. Long for the list alone.
 */

const ADDRESS = 'prenom.nom@cnrs.fr';
const GOOD = autodiscoverBody(ADDRESS);
const CONFIG = 'https://autoconfig.cnrs.fr/mail/config-v1.1.xml';
const JSON_URL = 'https://autodiscover.cnrs.fr/autodiscover/autodiscover.json';
const PROFILE = `https://${CANONICAL}/email.mobileconfig`;

/** What stands in requests where an answer must not have it. */
const MARK = 'mxyzptlk';

/** Settings; an error of Autodiscover, which has status 200; or a status. */
type Outcome = 'settings' | '600' | '601' | number;

interface Case {
  readonly name: string;
  readonly request: () => Request;
  readonly outcome: Outcome;
}

const xml = (name: string, body: string | Uint8Array<ArrayBuffer>, outcome: Outcome, headers = {}): Case => ({
  name,
  request: () => post(body, { headers }),
  outcome,
});
const get = (name: string, url: string, outcome: number, init: RequestInit = {}): Case => ({
  name,
  request: () => new Request(url, { redirect: 'manual', ...init }),
  outcome,
});
const withAddress = (address: string) => GOOD.replace(ADDRESS, address);
const withElements = (elements: string) => GOOD.replace('<Request>', `<Request>${elements}`);
const nested = (depth: number, name = 'a') => `<${name}>`.repeat(depth) + `</${name}>`.repeat(depth);

const depth: readonly Case[] = [
  xml('15 nested elements, which are ignored', withElements(nested(15)), 'settings'),
  xml('40 nested elements', withElements(nested(40)), '600'),
  xml('1 000 nested elements inside a request', withElements(nested(1_000)), '600'),
  xml('2 500 nested elements', '<a>'.repeat(2_500), '600'),
  xml('1 100 nested elements, all closed', nested(1_100), '600'),
  xml('100 000 nested elements', nested(100_000), 413),
  xml('1 500 nested elements with prefixes', '<a:b>'.repeat(1_500), '600'),
  xml('1 800 end tags', '</a>'.repeat(1_800), '600'),
  xml('1 800 elements beside each other', withElements('<a/>'.repeat(1_800)), '600'),
  xml('1 000 comments', withElements('<!---->'.repeat(1_000)), '600'),
  xml('600 CDATA sections', withElements('<![CDATA[]]>'.repeat(600)), '600'),
  xml('1 400 processing instructions', withElements('<?a?>'.repeat(1_400)), '600'),
  xml('an element with 1 400 attributes', withElements(`<a ${'b="" '.repeat(1_400)}/>`), '600'),
  xml('a tag of 7 000 spaces', withElements(`<a${' '.repeat(7_000)}/>`), 'settings'),
  xml('7 000 quotes in a tag', withElements(`<a ${'"'.repeat(7_000)}/>`), '600'),
  xml('a tag name of 3 500 letters', withElements(nested(1, 'a'.repeat(3_500))), 'settings'),
  xml('7 000 spaces around the address', withAddress(`${' '.repeat(3_500)}${ADDRESS}${' '.repeat(3_500)}`), 'settings'),
  xml('7 000 spaces inside the address', withAddress(`a${' '.repeat(7_000)}@cnrs.fr`), '600'),
  xml('7 000 carriage returns', withElements('\r'.repeat(7_000)), 'settings'),
  xml('7 000 carriage returns in the address', withAddress(`a${'\r'.repeat(7_000)}@cnrs.fr`), '600'),
  xml('64 kB of carriage returns', withElements('\r'.repeat(64_000)), 413),
];

const entities: readonly Case[] = [
  xml(
    'an entity bomb',
    `<!DOCTYPE a [<!ENTITY a "${MARK}"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>${GOOD.slice(GOOD.indexOf('<A'))}`,
    '600',
  ),
  xml('an entity in the address', `<!DOCTYPE a [<!ENTITY x "${ADDRESS}">]>${withAddress('&x;').slice(38)}`, '600'),
  xml(
    'an external entity',
    `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${withAddress('&x;').slice(38)}`,
    '600',
  ),
  xml(
    'an external DTD',
    `<?xml version="1.0"?><!DOCTYPE a SYSTEM "http://127.0.0.1/${MARK}.dtd">${GOOD.slice(38)}`,
    '600',
  ),
  xml(
    'a parameter entity',
    `<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1/${MARK}">%x;]>${GOOD.slice(38)}`,
    '600',
  ),
  xml('a DTD in small letters', `<!doctype a>${GOOD.slice(38)}`, '600'),
  xml('a DTD after a comment', `<!-- --><!DOCTYPE a>${GOOD.slice(38)}`, '600'),
  xml('a declaration inside the request', withElements('<!ELEMENT a ANY>'), '600'),
  xml('an entity of HTML', withAddress('pr&eacute;nom@cnrs.fr'), '600'),
  xml('an entity of nobody', withAddress(`&${MARK};@cnrs.fr`), '600'),
  xml('an ampersand that begins nothing', withAddress('a&b@cnrs.fr'), '600'),
  xml('a reference to NUL', withAddress('prenom&#0;.nom@cnrs.fr'), '600'),
  xml('a reference to half a character', withAddress('prenom&#xd800;.nom@cnrs.fr'), '600'),
  xml('a reference beyond Unicode', withAddress('prenom&#x110000;.nom@cnrs.fr'), '600'),
  xml('a reference to a line break', withAddress('prenom&#13;&#10;.nom@cnrs.fr'), '600'),
  xml('1 400 references', withAddress(`${'&amp;'.repeat(1_400)}@cnrs.fr`), '600'),
  xml('references in the address', withAddress('pr&#101;nom&#x2e;nom&#64;cnrs.fr'), 'settings'),
  xml('an ampersand in the address, as XML writes it', withAddress('r&amp;d@cnrs.fr'), 'settings'),
];

const addresses: readonly Case[] = [
  xml('CDATA in the address', withAddress(`<![CDATA[${ADDRESS}]]>`), 'settings'),
  xml('markup in CDATA', withAddress(`<![CDATA[<${MARK}>@cnrs.fr]]>`), '600'),
  xml('escaped markup', withAddress(`&lt;${MARK}&gt;@cnrs.fr`), '600'),
  xml('escaped twice', withAddress(`&amp;lt;${MARK}&amp;gt;@cnrs.fr`), '600'),
  xml('an element in the address', withAddress(`<${MARK}>a</${MARK}>@cnrs.fr`), '600'),
  xml('the end of a CDATA section', withAddress(`]]&gt;${MARK}@cnrs.fr`), '600'),
  xml('a comment in the address, which is no part of it', withAddress('prenom<!-- -->.nom@cnrs.fr'), 'settings'),
  xml('an address with quotes', withAddress(`"${MARK} b"@cnrs.fr`), 'settings'),
  xml('NUL in the address', withAddress('prenom\0.nom@cnrs.fr'), '600'),
  xml('a control character in the address', withAddress('prenom\u0001.nom@cnrs.fr'), '600'),
  xml('a character that turns the line', withAddress('prenom\u202e.nom@cnrs.fr'), '600'),
  xml('a byte-order mark in the address', withAddress('prenom\ufeff.nom@cnrs.fr'), '600'),
  xml('a tab in the address', withAddress('prenom\t.nom@cnrs.fr'), '600'),
  xml('line breaks around the address', withAddress(`\r\n  ${ADDRESS}\r\n`), 'settings'),
  xml('header injection', withAddress(`a\r\nX-${MARK}: b@cnrs.fr`), '600'),
  xml('two @', withAddress(`${MARK}@b@cnrs.fr`), '600'),
  xml('no @', withAddress(MARK), '600'),
  xml('no domain', withAddress(`${MARK}@`), '600'),
  xml('an IP address as domain', withAddress(`${MARK}@[127.0.0.1]`), '600'),
  xml('a number as domain', withAddress(`${MARK}@2130706433`), '600'),
  xml('a domain of another', withAddress(`${MARK}@example.com`), 404),
  xml('the domain of the login, which is no address', withAddress(`${MARK}@ods.services`), 404),
  xml('a longer domain', withAddress(`${MARK}@cnrs.fr.example.com`), 404),
  xml('a sub-domain', withAddress(`${MARK}@a.cnrs.fr`), 404),
  xml('a domain named like a property of objects', withAddress(`${MARK}@constructor.prototype`), 404),
  xml('an address of 7 kB', withAddress(`${MARK.repeat(900)}@cnrs.fr`), '600'),
  xml('a domain of 7 kB', withAddress(`a@${'a.'.repeat(3_500)}fr`), '600'),
  xml('a local part of 65 octets', withAddress(`${'a'.repeat(65)}@cnrs.fr`), '600'),
  xml('an internationalised domain', withAddress('jeanne@beaux-arts-élèves.example'), 'settings'),
  xml('the same as ASCII', withAddress(`jeanne@${new URL('http://beaux-arts-élèves.example').hostname}`), 'settings'),
  xml('an internationalised local part', withAddress('prénom@cnrs.fr'), 'settings'),
  xml('an empty address', withAddress(''), '600'),
];

const structure: readonly Case[] = [
  xml('LegacyDN only', GOOD.replaceAll('EMailAddress', 'LegacyDN'), '600'),
  xml('LegacyDN beside the address', withElements(`<LegacyDN>/o=${MARK}</LegacyDN>`), '600'),
  xml(
    'two requests',
    GOOD.replace('</Request>', `</Request><Request><EMailAddress>a@cnrs.fr</EMailAddress></Request>`),
    '600',
  ),
  xml('two addresses', withElements('<EMailAddress>a@cnrs.fr</EMailAddress>'), '600'),
  xml('two documents', GOOD + GOOD.slice(GOOD.indexOf('<A')), '600'),
  xml('a text after the document', GOOD + MARK, '600'),
  xml('another root', GOOD.replaceAll('Autodiscover', MARK).replaceAll(MARK.concat('/'), 'autodiscover/'), '600'),
  xml('no request', `<Autodiscover xmlns="${namespaces.outlookRequest}"/>`, '600'),
  xml('an element that is not closed', GOOD.replace('</Request>', ''), '600'),
  xml('a document that stops', GOOD.slice(0, 300), '600'),
  xml('no schema', GOOD.replace(/<Acc.*Schema>/, ''), '600'),
  xml('an empty schema', GOOD.replace(namespaces.outlook, ''), '601'),
  xml('an unknown schema', GOOD.replace(namespaces.outlook, `http://${MARK}/`), '601'),
  xml('a schema named like a property of objects', GOOD.replace(namespaces.outlook, '__proto__'), '601'),
  xml('the schema of requests', GOOD.replace(namespaces.outlook, namespaces.outlookRequest), '601'),
  xml('the schema of phones', GOOD.replace(namespaces.outlook, namespaces.mobile), '601'),
  xml('namespaces with https, as Microsoft’s pages print them', GOOD.replaceAll('http:', 'https:'), 'settings'),
  xml('namespaces in capitals', GOOD.replace(namespaces.outlook, namespaces.outlook.toUpperCase()), 'settings'),
  xml('a slash after the namespace', GOOD.replace(namespaces.outlook, `${namespaces.outlook}/`), 'settings'),
  xml('no namespace', GOOD.replace(/ xmlns="[^"]*"/, ''), 'settings'),
  xml('another namespace', GOOD.replace(/ xmlns="[^"]*"/, ` xmlns="${MARK}"`), 'settings'),
  xml('prefixed names', GOOD.replace(/<(\/?)([A-Z])/g, '<$1p:$2').replace('xmlns', 'xmlns:p'), 'settings'),
  xml(
    'names in small letters',
    GOOD.replace(/<\/?[A-Z]\w*/g, (tag) => tag.toLowerCase()),
    'settings',
  ),
  xml(
    'names in capitals',
    GOOD.replace(/<\/?[A-Z]\w*/g, (tag) => tag.toUpperCase()),
    'settings',
  ),
  xml('the schema before the address', GOOD.replace(/(<EM.*ss>)(\s*)(<Acc.*Schema>)/, '$3$2$1'), 'settings'),
  xml('unknown elements beside', withElements(`<${MARK}>x</${MARK}><a b="c">d</a>`), 'settings'),
  xml('an attribute at the address', GOOD.replace('<EMailAddress>', '<EMailAddress a="b">'), 'settings'),
  xml(
    'an element __proto__',
    withElements(`<__proto__><EMailAddress>${MARK}@cnrs.fr</EMailAddress></__proto__>`),
    'settings',
  ),
  xml('an element constructor', withElements(`<constructor>${MARK}</constructor>`), 'settings'),
  xml('an element toString', withElements(`<toString>${MARK}</toString>`), 'settings'),
  xml('a processing instruction', withElements('<?php system("id") ?>'), 'settings'),
  xml('an inclusion', withElements('<xi:include href="file:///etc/passwd"/>'), 'settings'),
  xml('a style sheet', `<?xml version="1.0"?><?xml-stylesheet href="${MARK}"?>${GOOD.slice(38)}`, 'settings'),
  xml('SOAP', `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body/></s:Envelope>`, '600'),
  xml('nothing', '', '600'),
  xml('white space', ' \r\n ', '600'),
  xml('JSON', JSON.stringify({ EMailAddress: ADDRESS }), '600', { 'Content-Type': 'application/json' }),
  xml('a form', `EMailAddress=${ADDRESS}`, '600', { 'Content-Type': 'application/x-www-form-urlencoded' }),
  xml('no Content-Type that says XML', GOOD, 'settings', { 'Content-Type': 'application/octet-stream' }),
  xml('a Content-Type of 8 kB', GOOD, 'settings', { 'Content-Type': `text/xml; charset=${'a'.repeat(8_000)}` }),
];

const utf16 = (text: string, big: boolean, mark: boolean) => {
  const units = mark ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < units.length; index++) view.setUint16(index * 2, units.charCodeAt(index), !big);
  return bytes;
};
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const bytes = (...of: number[]) => Uint8Array.from(of);
/** A body of unknown length; `cancelled` when the server stops reading. */
const endless = (chunk: Uint8Array, limit: number) => {
  let sent = 0;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent >= limit) return controller.close();
      sent += chunk.length;
      controller.enqueue(chunk);
    },
  });
};
const stream = (name: string, chunk: Uint8Array, limit: number, outcome: Outcome): Case => ({
  name,
  request: () =>
    new Request(AUTODISCOVER, {
      method: 'POST',
      headers: { 'Transfer-Encoding': 'chunked' },
      body: endless(chunk, limit),
      duplex: 'half',
    } as RequestInit),
  outcome,
});
const kilobytes = (count: number) => new Uint8Array(count * 1024).fill(0x20);

const encodings: readonly Case[] = [
  xml('UTF-16, little end first, with its mark', utf16(GOOD, false, true), 'settings'),
  xml('UTF-16, big end first, with its mark', utf16(GOOD, true, true), 'settings'),
  xml('UTF-16, little end first, without', utf16(GOOD, false, false), 'settings', {
    'Content-Type': 'text/xml; charset=utf-16',
  }),
  xml('UTF-16, big end first, without', utf16(GOOD, true, false), 'settings'),
  xml('UTF-8 with a byte-order mark', `\ufeff${GOOD}`, 'settings'),
  xml('UTF-8 that the header calls UTF-16', GOOD, 'settings', { 'Content-Type': 'text/xml; charset=utf-16' }),
  xml('UTF-8 that calls itself Latin-1', GOOD.replace('utf-8', 'iso-8859-1'), 'settings'),
  xml('an encoding of nobody', GOOD.replace('utf-8', MARK), 'settings'),
  xml('Latin-1 bytes', latin1(withAddress('prénom@cnrs.fr')), '600'),
  xml('UTF-8 cut in a character', bytes(...new TextEncoder().encode(GOOD), 0xc3), '600'),
  xml('an overlong form', bytes(...latin1(GOOD.slice(0, 200)), 0xc0, 0xaf, ...latin1(GOOD.slice(200))), '600'),
  xml('half a character of UTF-16', utf16(withAddress('\ud800@cnrs.fr'), false, true), '600'),
  xml('an odd number of bytes of UTF-16', bytes(...utf16(GOOD, false, true), 0), '600'),
  xml('UTF-32', bytes(0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0), '600'),
  xml('UTF-7', '+ADw-Autodiscover+AD4-', '600'),
  xml('gzip', bytes(0x1f, 0x8b, 8, 0, 0, 0, 0, 0), '600', { 'Content-Encoding': 'gzip' }),
  xml('NUL bytes', new Uint8Array(1000), '600'),
  xml(
    '7 kB of spaces around a request',
    `${GOOD.slice(0, 38)}${' '.repeat(900)}${GOOD.slice(38)}${' '.repeat(6_000)}`,
    'settings',
  ),
  xml('8 kB', kilobytes(8), '600'),
  xml('8 kB and a byte', new Uint8Array(8 * 1024 + 1).fill(0x20), 413),
  xml('64 kB and a byte', new Uint8Array(64 * 1024 + 1).fill(0x20), 413),
  xml('a megabyte', kilobytes(1024), 413),
  stream('100 MB of unknown length', kilobytes(64), 100 * 1024 ** 2, 413),
  stream('a body without end', kilobytes(16), Number.POSITIVE_INFINITY, 413),
  stream('a request in pieces of unknown length', new TextEncoder().encode(GOOD), 1, 'settings'),
  stream('nothing, of unknown length', kilobytes(1), 0, '600'),
];

const queries: readonly Case[] = [
  // Where the name of the host tells the domain, what is no address is answered as if it was not there.
  get('an empty address', `${CONFIG}?emailaddress=`, 200),
  get('an address without value', `${CONFIG}?emailaddress`, 200),
  get('the address twice', `${CONFIG}?emailaddress=${ADDRESS}&emailaddress=${MARK}@cnrs.fr`, 200),
  get('the address twice, in other letters', `${CONFIG}?emailaddress=${ADDRESS}&EmailAddress=${MARK}@cnrs.fr`, 200),
  get('the name of the parameter encoded', `${CONFIG}?%65mailaddress=${ADDRESS}`, 200),
  get('the address as a list', `${CONFIG}?emailaddress[]=${MARK}@cnrs.fr`, 200),
  get('unknown parameters', `${CONFIG}?${MARK}=1&__proto__=2&constructor=3`, 200),
  get('10 000 parameters', `${CONFIG}?${'a&'.repeat(10_000)}`, 200),
  get('half a percent-encoding', `${CONFIG}?emailaddress=%`, 200),
  get('a wrong percent-encoding', `${CONFIG}?emailaddress=%zz@cnrs.fr`, 200),
  get('percent-encoded bytes that are no UTF-8', `${CONFIG}?emailaddress=%ff%fe@cnrs.fr`, 200),
  get('an overlong form', `${CONFIG}?emailaddress=%c0%af@cnrs.fr`, 200),
  get('encoded twice', `${CONFIG}?emailaddress=prenom.nom%2540cnrs.fr`, 200),
  get('encoded NUL', `${CONFIG}?emailaddress=prenom%00.nom@cnrs.fr`, 200),
  get('an encoded line break', `${CONFIG}?emailaddress=a%0d%0aX-${MARK}:%20b@cnrs.fr`, 200),
  get('a line separator', `${CONFIG}?emailaddress=a%e2%80%a8@cnrs.fr`, 200),
  get('markup', `${CONFIG}?emailaddress=<script>${MARK}</script>@cnrs.fr`, 200),
  get('a variable of Thunderbird', `${CONFIG}?emailaddress=%25EMAILADDRESS%25@cnrs.fr`, 404),
  get('an address of 10 kB', `${CONFIG}?emailaddress=${'a'.repeat(10_000)}@cnrs.fr`, 200),
  get('a domain of 10 kB', `${CONFIG}?emailaddress=a@${'a.'.repeat(5_000)}fr`, 200),
  get('a plus that is a space or a plus', `${CONFIG}?emailaddress="a+b"@cnrs.fr`, 200),
  get('an address beyond Thunderbird’s characters', `${CONFIG}?emailaddress=张@cnrs.fr`, 404),
  get('an internationalised domain', `${CONFIG}?emailaddress=jeanne@beaux-arts-élèves.example`, 200),
  get('a domain with full-width letters', `${CONFIG}?emailaddress=a@ｃｎｒｓ.fr`, 200),
  get('an address of another domain', `${CONFIG}?emailaddress=${MARK}@example.com`, 404),
  get('EVOLUTIONUSER of another domain', `${CONFIG}?emailaddress=EVOLUTIONUSER@example.com`, 404),
  get(
    'no address where no name tells the domain',
    `https://${CANONICAL}/mail/config-v1.1.xml?emailaddress=${MARK}`,
    400,
  ),
  get('markup there', `https://${CANONICAL}/mail/config-v1.1.xml?emailaddress=<script>${MARK}</script>@cnrs.fr`, 400),
  get(
    'an address of 10 kB there',
    `https://${CANONICAL}/mail/config-v1.1.xml?emailaddress=${'a'.repeat(10_000)}@cnrs.fr`,
    400,
  ),
  get('a profile without an address', PROFILE, 400),
  get('a profile for two', `${PROFILE}?email=a@cnrs.fr&email=b@cnrs.fr`, 400),
  get('a profile for nobody of ours', `${PROFILE}?email=${MARK}@example.com`, 404),
  get('a profile with markup', `${PROFILE}?email=<!--${MARK}-->@cnrs.fr`, 400),
  get('a profile with a comma, which Apple takes for two addresses', `${PROFILE}?email=%22a,b%22@cnrs.fr`, 404),
  get('a profile for whom no password opens', `${PROFILE}?email=a@token.example`, 404),
  get('Autodiscover v2 without anything', JSON_URL, 400),
  get('Autodiscover v2 without an address', `${JSON_URL}?Protocol=AutodiscoverV1`, 400),
  get('Autodiscover v2 with a protocol of markup', `${JSON_URL}?Email=${ADDRESS}&Protocol=<b>${MARK}</b>`, 400),
  get('Autodiscover v2 with a protocol of 10 kB', `${JSON_URL}?Email=${ADDRESS}&Protocol=${MARK.repeat(1_250)}`, 400),
  get('Autodiscover v2 with a property of objects', `${JSON_URL}?Email=${ADDRESS}&Protocol=__proto__`, 400),
  get('Autodiscover v2 with two protocols', `${JSON_URL}?Email=${ADDRESS}&Protocol=Ews&Protocol=AutodiscoverV1`, 400),
  get('Autodiscover v2 for another domain', `${JSON_URL}?Email=${MARK}@example.com&Protocol=AutodiscoverV1`, 404),
  get('Autodiscover v2 with a wrong path', `${JSON_URL}/v1.0/%zz?Protocol=AutodiscoverV1`, 400),
  get('Autodiscover v2 with a longer path', `${JSON_URL}/v1.0/${ADDRESS}/${MARK}?Protocol=AutodiscoverV1`, 404),
];

const paths: readonly Case[] = [
  get('path traversal', `https://${CANONICAL}/mail/../../etc/passwd`, 404),
  get('encoded path traversal', `https://${CANONICAL}/mail/%2e%2e/%2e%2e/etc/passwd`, 404),
  get('path traversal encoded twice', `https://${CANONICAL}/mail/%252e%252e/etc/passwd`, 404),
  get('a slash, encoded', `https://${CANONICAL}/mail%2fconfig-v1.1.xml`, 404),
  get('backslashes', `https://${CANONICAL}/mail/..\\..\\windows\\win.ini`, 404),
  get('NUL in the path', `https://${CANONICAL}/mail/config-v1.1.xml%00.html`, 404),
  get('two slashes', `https://${CANONICAL}//mail/config-v1.1.xml`, 404),
  get('a slash at the end', `https://${CANONICAL}/mail/config-v1.1.xml/`, 404),
  get('a wrong percent-encoding', `https://${CANONICAL}/%zz${MARK}`, 404),
  get('a line break in the path', `https://${CANONICAL}/mail%0d%0aX-${MARK}:b`, 404),
  get('a path of 10 kB', `https://${CANONICAL}/${MARK.repeat(1_250)}`, 404),
  get('a path of markup', `https://${CANONICAL}/<script>${MARK}</script>`, 404),
  get('clientConfig in capitals', `https://${CANONICAL}/MAIL/CONFIG-V1.1.XML`, 404),
  get('a domain with a wrong percent-encoding', `https://${CANONICAL}/v1.1/%zz`, 404),
  get('a domain that is a property of objects', `https://${CANONICAL}/v1.1/__proto__`, 404),
  get('a domain that is a path', `https://${CANONICAL}/v1.1/..%2f..%2fetc%2fpasswd`, 404),
  get('a domain with a port', `https://${CANONICAL}/v1.1/cnrs.fr:8080`, 404),
  get('secrets of servers', `https://${CANONICAL}/.env`, 404),
  get('SOAP', 'https://autodiscover.cnrs.fr/autodiscover/autodiscover.svc', 404),
  get('a host that is not ours, over TLS', 'https://evil.example/mail/config-v1.1.xml?emailaddress=a@cnrs.fr', 302),
  get('a host that is not ours, over plain HTTP', 'http://evil.example/mail/config-v1.1.xml', 302),
  get('a host that begins like ours', 'https://cnrs.fr.evil.example/mail/config-v1.1.xml', 302),
  get('no name but a number', 'https://127.0.0.1/mail/config-v1.1.xml', 404),
  get('a name like that of a property', 'https://constructor/mail/config-v1.1.xml', 404),
  get('PACC of another host', 'https://ua-auto-config.example.com/.well-known/user-agent-configuration.json', 404),
  ...['PUT', 'DELETE', 'PATCH', 'PROPFIND', 'REPORT', MARK.toUpperCase()].map((method) =>
    get(`${method} of clientConfig`, CONFIG, 405, { method }),
  ),
  get('POST of clientConfig', CONFIG, 405, { method: 'POST', body: GOOD }),
  get('a domain of 2 000 letters that no name has', `https://${CANONICAL}/v1.1/${'é'.repeat(2_000)}.fr`, 404),
  get('a list of languages of 10 kB', CONFIG, 200, { headers: { 'Accept-Language': 'en-GB,'.repeat(1_600) } }),
  get('a prefix that leads elsewhere', 'http://evil.example/account', 302, {
    headers: { 'X-Forwarded-Prefix': `//${MARK}.example` },
  }),
  get('PUT of Autodiscover', AUTODISCOVER, 405, { method: 'PUT', body: GOOD }),
  get('POST of Autodiscover v2', JSON_URL, 405, { method: 'POST', body: '{}' }),
  get('DELETE of nothing', `https://${CANONICAL}/${MARK}`, 404, { method: 'DELETE' }),
  get('another method in a header', CONFIG, 200, { headers: { 'X-HTTP-Method-Override': 'DELETE' } }),
  get('a range', CONFIG, 200, { headers: { Range: 'bytes=0-0,-1' } }),
  get('a host in a header', CONFIG, 200, {
    headers: { 'X-Forwarded-Host': 'evil.example', Forwarded: 'host=evil.example' },
  }),
  get('an If-None-Match of 8 kB', CONFIG, 200, { headers: { 'If-None-Match': '"a",'.repeat(2_000) } }),
  get('a password', CONFIG, 200, { headers: { Authorization: `Basic ${btoa(`a:${MARK}`)}` } }),
];

const groups = { depth, entities, addresses, structure, encodings, queries, paths };

/** An answer that the runtime gives before the application sees the request. */
export interface OwnAnswer {
  /** `group: name` of the case. */
  readonly of: string;
  readonly status: number;
  readonly because: string;
  /** Its answers are pages. */
  readonly html?: true;
}

/** Every hostile request, for tests that do not look at the answers. */
export function hostileRequests(): Request[] {
  return Object.values(groups).flatMap((cases) => cases.map(({ request }) => request()));
}

/**
 * Sends every hostile request, and after each a normal one.
 * @param runtime the requests that what carries the application answers by itself
 */
export function describeHostile(name: string, fetch: Fetch, runtime: readonly OwnAnswer[] = []): void {
  const normal = async () => {
    const answer = await fetch(new Request(`${CONFIG}?emailaddress=${ADDRESS}`));
    return `${answer.status} ${await answer.text()}`;
  };
  const settings = async () => (await fetch(post(GOOD))).text();

  const own = new Map(runtime.map((answer) => [answer.of, answer]));
  const byApplication = Object.entries(groups).map(
    ([group, cases]) => [group, cases.filter((each) => !own.has(`${group}: ${each.name}`))] as const,
  );
  const byRuntime = Object.entries(groups).flatMap(([group, cases]) =>
    cases.flatMap((each) => {
      const answer = own.get(`${group}: ${each.name}`);
      return answer === undefined ? [] : [{ ...answer, request: each.request }];
    }),
  );

  test(`${name}: what the runtime answers by itself stands in the suite`, () => {
    expect(byRuntime.map(({ of }) => of).sort()).toEqual(runtime.map(({ of }) => of).sort());
  });

  test.each(byRuntime)(`${name}: hostile $of: $status, because $because`, async ({ request, status, html }) => {
    const before = await normal();
    const answer = await fetch(request());
    expect(answer.status).toBe(status);
    const text = await answer.text();
    expect(text.length).toBeLessThan(html ? 500 : 100);
    expect(JSON.stringify([text, ...answer.headers]).toLowerCase()).not.toContain(MARK);
    expect(text).not.toMatch(html ? /<script/i : /</);
    expect(await normal()).toBe(before);
  });

  describe.each(byApplication)(`${name}: hostile %s`, (_, cases) => {
    test.each(cases)('$name: $outcome', async ({ request, outcome }) => {
      const [before, expected] = [await normal(), await settings()];
      const answer = await fetch(request());
      expect(answer.status).toBe(typeof outcome === 'number' ? outcome : 200);
      const text = await answer.clone().text();
      if (outcome === 'settings') {
        expect(text).toContain('<Action>settings</Action>');
      } else {
        if (typeof outcome === 'string') expect(await errorCode(answer.clone())).toBe(outcome);
        if (outcome !== 200) expect(text.length).toBeLessThan(500);
        expect(text.toLowerCase()).not.toContain(MARK);
      }
      if (outcome === 302) expect(answer.headers.get('Location')).toMatch(new RegExp(`^https://${CANONICAL}/`));
      expect(text).not.toMatch(/<script|<html/i);
      for (const [, value] of answer.headers) expect(value.toLowerCase()).not.toContain(MARK);
      expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
      expect(answer.headers.has('WWW-Authenticate')).toBe(false);
      expect(answer.headers.has(`X-${MARK}`)).toBe(false);
      expect([await normal(), await settings()]).toEqual([before, expected]);
    });
  });

  test(`${name}: the hostile requests are more than a hundred, each another`, () => {
    const names = Object.entries(groups).flatMap(([group, cases]) => cases.map((each) => `${group}: ${each.name}`));
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(150);
  });
}
