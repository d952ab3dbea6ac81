import { createApp } from '../src/server/app/app.ts';
import { AUTODISCOVER, autodiscoverBody, CANONICAL, post, profiles } from '../test/server/ask.ts';

/*
 * `npm run bench:linear`: does the time of a request grow faster than what is sent? Each part of a request that a stranger writes is filled with each of many pieces, so
 * many times and four times as many, in the process. A way through that takes much more than four times as long is named, and the run fails.
 */
/** Four times as many fit into a request of Autodiscover. */
const CHARACTERS = 1_800;
const ROUNDS = 5;
/** Four would be linear; the rest is noise. */
const MOST = 8;
/** Milliseconds; below it a clock says nothing. */
const FLOOR = 1;

const CONFIG = 'https://autoconfig.cnrs.fr/mail/config-v1.1.xml';
const at = (path: string, headers: Record<string, string> = {}) =>
  new Request(`https://${CANONICAL}${path}`, { headers });
const inside = (markup: string) => post(autodiscoverBody('a@cnrs.fr').replace('<Request>', `<Request>${markup}`));

/** Parts of a request. One that cannot hold a text throws. */
const ways: Readonly<Record<string, (text: string) => Request>> = {
  'the query': (text) => new Request(`${CONFIG}?${text}`),
  'an address': (text) => new Request(`${CONFIG}?emailaddress=${encodeURIComponent(text)}@cnrs.fr`),
  'an address as it is': (text) => new Request(`${CONFIG}?emailaddress=${text}`),
  'the domain of an address': (text) => new Request(`${CONFIG}?emailaddress=a@${encodeURIComponent(text)}.fr`),
  'a domain': (text) => at(`/v1.1/${encodeURIComponent(text)}.fr`),
  'a path': (text) => at(`/${text}`),
  'an address in a path': (text) => at(`/mailbox/${encodeURIComponent(text)}@cnrs.fr/additional/x.html`),
  'the name of a page': (text) => at(`/mailbox/a@cnrs.fr/additional/${encodeURIComponent(text)}.html?lang=en`),
  'the form': (text) => at(`/?who=${encodeURIComponent(text)}@cnrs.fr`),
  'the role': (text) => at(`/?who=a&role=${encodeURIComponent(text)}`),
  'a provider': (text) => at(`/account/${encodeURIComponent(text)}`),
  'the languages': (text) => at('/', { 'Accept-Language': text }),
  'the browser': (text) => at('/mailbox/a@cnrs.fr/additional/account.html', { 'User-Agent': text }),
  'the prefix': (text) => at('/account', { 'X-Forwarded-Prefix': `/${text}` }),
  'the scheme': (text) =>
    new Request(`http://${CANONICAL}/`, { headers: { Forwarded: text, 'X-Forwarded-Proto': text } }),
  'entity tags': (text) => new Request(CONFIG, { headers: { 'If-None-Match': text } }),
  'Autodiscover v2': (text) =>
    new Request(
      `https://autodiscover.cnrs.fr/autodiscover/autodiscover.json/v1.0/${encodeURIComponent(text)}?protocol=x`,
    ),
  'a protocol': (text) =>
    new Request(`${AUTODISCOVER.replace('.xml', '.json')}?email=a@cnrs.fr&protocol=${encodeURIComponent(text)}`),
  'an address in XML': (text) => post(autodiscoverBody(text)),
  'a schema in XML': (text) => post(autodiscoverBody('a@cnrs.fr', text)),
  'text in XML': inside,
  'an attribute in XML': (text) => inside(`<a b="${text}"/>`),
  'a tag in XML': (text) => inside(`<a ${text}/>`),
  'an instruction in XML': (text) => inside(`<?a ${text}?>`),
  'a comment in XML': (text) => inside(`<!-- ${text} -->`),
};

const pieces = [
  ...[
    'a',
    ' ',
    '\r',
    '\n',
    '\r\n',
    '\t',
    '\0',
    '.',
    '..',
    '-',
    '--',
    '@',
    '%',
    '%41',
    '/',
    '*',
    '+',
    '=',
    ',',
    ';',
    '&',
  ],
  ...['<', '>', '"', "'", '\\', '[', ']]', 'é', '張', '🦊', '\u0301', 'a.', 'a-', 'xn--a.', '&amp;', '&#65;', 'b="" '],
  ...['en,', 'q=', 'en;q=0.1,', 'W/"a",', 'iPhone', 'Mac OS', 'v1.0/', 'a/', '<a>', '<a/>', '<![CDATA[]]>', 'https'],
];

const app = createApp({ profiles: () => profiles, canonicalHost: CANONICAL });

/** The least of the rounds: what disturbs only adds. */
async function milliseconds(request: () => Request): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const asked = request();
    const from = performance.now();
    await (await app.fetch(asked)).arrayBuffer();
    least = Math.min(least, performance.now() - from);
  }
  return least;
}

let tried = 0;
let worst = { ratio: 0, name: '' };
for (const [way, make] of Object.entries(ways)) {
  for (const piece of pieces) {
    const filled = (times: number) => make(piece.repeat(Math.ceil((times * CHARACTERS) / piece.length)));
    let figures: readonly [number, number];
    try {
      figures = [await milliseconds(() => filled(1)), await milliseconds(() => filled(4))];
    } catch {
      // No header or URL can hold it.
      continue;
    }
    tried++;
    const [once, fourTimes] = figures;
    const ratio = fourTimes / Math.max(once, FLOOR / 4);
    if (ratio > worst.ratio) worst = { ratio, name: `${way} of ${JSON.stringify(piece)}` };
    if (ratio <= MOST || fourTimes < FLOOR) continue;
    console.error(
      `${way} of ${JSON.stringify(piece)}: ${once.toFixed(2)} ms, four times as many ${fourTimes.toFixed(2)} ms`,
    );
    process.exitCode = 1;
  }
}
console.log(
  `${tried} ways; the worst takes ${worst.ratio.toFixed(1)} times as long for four times as much: ${worst.name}`,
);
