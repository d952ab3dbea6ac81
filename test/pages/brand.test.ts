import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { makeBundle } from '../../src/bundle/bundle.ts';
import { clients } from '../../src/clients/index.ts';
import { InputError, describe as told } from '../../src/errors.ts';
import { backgrounds, contrast, ENOUGH, leastContrast, readable } from '../../src/model/colour.ts';
import { parseProfile } from '../../src/profile/file.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { createApp } from '../../src/server/app/app.ts';
import { root } from '../fixtures.ts';
import { attribute, byTag, elements, readHtml, textOf } from '../html.ts';

const utf8 = new TextEncoder();
const SVG = (inner: string, attributes = '') =>
  utf8.encode(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"${attributes}>${inner}</svg>`);
const picture = SVG('<path d="M0 0h8v8z" fill="#a01020"/>');

function yaml(brand: string): string {
  return [
    ...['id: example', 'name: Example', 'shortName: Example', 'organization: Example', 'identifier: org.example'],
    ...['languages: [en, fr]', 'domains: [example.org]', `brand: ${brand}`],
    ...['incoming: [{ protocol: imap, host: imap.example.org, security: tls }]'],
    ...['outgoing: [{ host: smtp.example.org, security: tls }]', 'webmail: https://mail.example.org/'],
    'onboarding: { password: { minimumLength: 8 } }',
  ].join('\n');
}

function read(brand: string, logo?: Uint8Array): Profile {
  return parseProfile(yaml(brand), 'p.yaml', undefined, logo);
}

/** The codes of what is wrong, with their places, or none. */
function wrong(brand: string, logo?: Uint8Array): string[] {
  try {
    read(brand, logo);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map(({ code, place }) => `${place.line}:${place.column} ${place.field} ${code}`);
  }
}

function pagesOf(profile: Profile): string[] {
  const { account } = resolve({ address: 'ann@example.org' }, [profile]);
  const pages = makeBundle(account, clients).artifacts.filter(({ mediaType }) => mediaType.startsWith('text/html'));
  return pages.map(({ bytes }) => new TextDecoder().decode(bytes()));
}

/** The policy of a page: of what it has itself, or of what a server sends. */
function policyIn(html: string): string {
  const [meta] = elements(readHtml(html), (each) => attribute(each, 'http-equiv') === 'Content-Security-Policy');
  return (meta && attribute(meta, 'content')) ?? '';
}

/** Every style of the page is one that the policy lets hold. */
function expectAllowed(html: string, policy: string): void {
  for (const style of byTag(readHtml(html), 'style')) {
    const hash = createHash('sha256').update(textOf(style, [])).digest('base64');
    expect(policy).toContain(`'sha256-${hash}'`);
  }
}

describe('the colours of the pages', () => {
  test('are those that contrast is worked out with', () => {
    const css = readFileSync(join(root, 'templates/page/style.css'), 'utf8');
    const [light = '', dark = ''] = css.split('prefers-color-scheme: dark');
    const of = (text: string, ...names: string[]) =>
      names.map((name) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(text)?.[1]);
    expect(of(light, 'paper', 'card', 'tint', 'stamp')).toEqual(backgrounds.light);
    expect(of(light, 'on-accent')).toEqual(['#ffffff']);
    expect(of(dark, 'paper', 'card', 'tint', 'stamp', 'on-accent')).toEqual(backgrounds.dark);
  });

  test('contrast is that of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('#0000ff', '#0000ff')).toBe(1);
  });

  test.each(['#ffcc00', '#ff0000', '#00ff00', '#ffffff', '#000000', '#e30613', '#1f3f77', '#808080'])(
    '%s has a reading neighbour in light and in dark, itself where it can be read',
    (colour) => {
      for (const scheme of ['light', 'dark'] as const) {
        const found = readable(colour, scheme);
        expect(leastContrast(found, backgrounds[scheme])).toBeGreaterThanOrEqual(ENOUGH);
        expect(readable(found, scheme)).toBe(found);
      }
    },
  );
});

describe('a brand', () => {
  test.each([
    ['{ colour: "#1F3F77" }', []],
    ['{ colour: "#a01020" }', []],
    ['{ colour: "#a01020", logo: a.svg }', []],
    ['{ logo: img/a b.PNG }', []],
    ['{}', ['8:8 brand profile.brand-empty']],
    ['{ colour: red }', ['8:18 brand.colour profile.colour']],
    ['{ colour: "#abc" }', ['8:18 brand.colour profile.colour']],
    ['{ colour: "#1f3f77; }" }', ['8:18 brand.colour profile.colour']],
    ['{ colour: "#ffcc00" }', ['8:18 brand.colour profile.colour-contrast']],
    ['{ colour: 123456 }', ['8:18 brand.colour profile.not-text']],
    ['{ color: "#1f3f77", logo: a.svg }', ['8:10 brand.color profile.unknown-key']],
    ['{ logo: ../a.svg }', ['8:16 brand.logo profile.logo-path']],
    ['{ logo: a/../b.svg }', ['8:16 brand.logo profile.logo-path']],
    ['{ logo: /a.svg }', ['8:16 brand.logo profile.logo-path']],
    ['{ logo: "C:a.svg" }', ['8:16 brand.logo profile.logo-path']],
    ['{ logo: "a\\\\b.svg" }', ['8:16 brand.logo profile.logo-path']],
    ['{ logo: .a.svg }', ['8:16 brand.logo profile.logo-path']],
    ['{ logo: a.jpg }', ['8:16 brand.logo profile.logo-path']],
    ['{ logo: https://a.example/a.svg }', ['8:16 brand.logo profile.logo-path']],
  ])('%s: %j', (brand, expected) => {
    expect(wrong(brand, picture)).toEqual(expected);
  });

  test('that cannot be read is told with the nearest colour that can, in both languages', () => {
    try {
      read('{ colour: "#ffcc00" }');
      expect.unreachable();
    } catch (error) {
      const [problem] = error instanceof InputError ? error.problems : [];
      if (problem === undefined) throw error;
      for (const language of ['en', 'fr'] as const) {
        const line = told(problem, language);
        expect(line).not.toContain('\n');
        const suggestion = /: (#[0-9a-f]{6})/.exec(line)?.[1] ?? '';
        expect(wrong(`{ colour: "${suggestion}" }`)).toEqual([]);
      }
    }
  });

  test('with a logo is not read without its bytes', () => {
    expect(wrong('{ logo: a.svg }')).toEqual(['8:16 brand.logo profile.logo-missing']);
  });
});

describe('a logo', () => {
  const of = (bytes: Uint8Array) => wrong('{ logo: a.svg }', bytes).map((each) => each.split(' ').at(-1));

  test.each([
    '<g/>',
    '<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><path fill="url(#a)"/><use href="#a"/>',
    `<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="#a"/>`,
    '<style>.a{fill:#123456;clip-path:url("#b")}</style>',
    '<style>@media (prefers-color-scheme: dark) and (min-width: 1px) { .a, g > .b:not(.c) { fill: rgb(1 2 3 / calc(1 * .5)) } }</style>',
    '<g transform="translate(1,2) rotate(3)" aria-label="The logo(s)" data-name="Group image(1)"/>',
    `<path filter='url("#a")' style="mask:url( #b )"/>`,
    '<!-- Inkscape --><metadata/><sodipodi:namedview xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"/>',
  ])('that only draws is shown: %s', (inner) => {
    expect(of(SVG(inner))).toEqual([]);
  });

  test.each([
    '<script>alert(1)</script>',
    '<g><script href="a.js"/></g>',
    '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">a</p></foreignObject>',
    '<p xmlns="http://www.w3.org/1999/xhtml"/>',
    '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
    '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>',
    '<path onclick="alert(1)"/>',
    '<path ONLOAD="alert(1)"/>',
    '<a href="https://a.example/"><path/></a>',
    '<use href="https://a.example/a.svg#b"/>',
    '<use href=" javascript:alert(1)"/>',
    '<image href="https://a.example/a.png"/>',
    '<image href="data:image/svg+xml,&lt;svg/&gt;"/>',
    '<animate attributeName="href" to="javascript:alert(1)"/>',
    '<set attributeName="onclick" to="alert(1)"/>',
    '<path fill="url(https://a.example/a.svg#b)"/>',
    '<path style="fill:url(https://a.example/)"/>',
    '<path style="fill:u\\72l(https://a.example/)"/>',
    '<style>@import "https://a.example/a.css";</style>',
    '<style>path{fill:url( "https://a.example/")}</style>',
    '<style><![CDATA[path{fill:url(//a.example/)}]]></style>',
    '<style>path{fill:src("//a.example/a.svg#b")}</style>',
    '<path style="fill:-webkit-cross-fade(url(#a),url(//a.example/),50%)"/>',
    '<path style="mask:image(&quot;//a.example/&quot;)"/>',
    '<path mask="-webkit-image-set(&quot;//a.example/&quot; 1x)"/>',
    '<path style="cursor:IMAGE-SET(&quot;//a.example/&quot; 1x)"/>',
    '<path fill="element(#a)"/>',
    '<path style="mask:cross-fade(&quot;a.png&quot;, red)"/>',
    '<path style="mask:paint(a)"/>',
    '<path style="d:attr(data-a type(&lt;url&gt;))"/>',
    "<style>@IMPORT '//a.example/a.css';</style>",
    '<style>@namespace "a";@font-face{font-family:a;src:local("a")}</style>',
    '<style>/* @media */ @layer a</style>',
    '<style>path{fill:url(/*x*/#a)}</style>',
    '<path fill="url(#a//a.example)"/>',
    '<path fill="url(#a"/>',
    `${'<g>'.repeat(200)}${'</g>'.repeat(200)}`,
    '<g xml:base="https://a.example/"/>',
    '<?xml-stylesheet href="a.css"?>',
    '<iframe/>',
    '<audio src="a.mp3"/>',
  ])('that does more is refused: %s', (inner) => {
    expect(of(SVG(inner))).toEqual(['logo.forbidden']);
  });

  describe('draws no more than it shows', () => {
    /** A part that draws the next one ten times, and so on. */
    const nested = (levels: number, part: (id: string, inner: string) => string, draw: (id: string) => string) =>
      Array.from({ length: levels }, (_, level) => part(`a${level}`, draw(`a${level + 1}`).repeat(10))).join('');
    const use = (id: string) => `<use href="#${id}"/>`;
    const group = (id: string, inner: string) => `<g id="${id}">${inner}</g>`;
    const pattern = (id: string, inner: string) => `<pattern id="${id}">${inner}</pattern>`;
    const byClass = Array.from({ length: 11 }, (_, level) => `rect.c${level}:hover{fill:url(#a${level})}`).join(
      '/* { */',
    );

    test.each([
      ['clones', nested(11, group, use)],
      [
        'clones by the older word',
        nested(11, group, (id) => `<use xmlns:x="http://www.w3.org/1999/xlink" x:href="#${id}"/>`),
      ],
      ['patterns', nested(11, pattern, (id) => `<rect fill="url(#${id})"/>`)],
      [
        'masks in a style',
        nested(
          11,
          (id, inner) => `<mask id="${id}">${inner}</mask>`,
          (id) => `<g style="mask:url('#${id}')"/>`,
        ),
      ],
      [
        'patterns by a class',
        `<style>${byClass}</style>${nested(11, pattern, (id) => `<rect class="x c${id.slice(1)}"/>`)}`,
      ],
      ['itself', '<g id="a"><use href="#a"/></g>'],
      [
        'itself by a detour',
        '<pattern id="a"><path fill="url(#b)"/></pattern><pattern id="b"><path fill="url(#a)"/></pattern>',
      ],
    ])('and is refused with %s', (_, inner) => {
      expect(of(SVG(inner))).toEqual(['logo.copies']);
    });

    test.each([
      ['clones', nested(3, group, use)],
      [
        'a gradient in each of many shapes',
        `<linearGradient id="a"><stop/></linearGradient>${'<path fill="url(#a)"/>'.repeat(500)}`,
      ],
      [
        'gradients that follow others',
        '<linearGradient id="a" href="#b"/><linearGradient id="b"><stop class="c"/></linearGradient><style>.c,.d{fill:url(#a)}</style>'.replace(
          '.c,',
          '',
        ),
      ],
      ['a part that is not there', '<use href="#a"/><use href="#"/>'],
    ])('and may have %s', (_, inner) => {
      expect(of(SVG(inner))).toEqual([]);
    });
  });

  test('is refused with a document type, and with entities', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><text>&a;</text></svg>';
    for (const type of ['<!DOCTYPE svg>', '<!DOCTYPE svg [<!ENTITY a "b">]>', '<!DOCTYPE svg SYSTEM "a.dtd">'])
      expect(of(utf8.encode(type + svg.replace('&a;', '')))).toEqual(['logo.forbidden']);
    expect(of(utf8.encode(svg))).toEqual(['logo.broken']);
    expect(of(utf8.encode(`<?xml-stylesheet href="a.css"?>${svg.replace('&a;', '')}`))).toEqual(['logo.forbidden']);
  });

  test('is refused in another encoding than the one that it is read in, where a browser would find other tags', () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
    for (const encoding of ['GBK', 'UTF-7', 'utf-16'])
      expect(of(utf8.encode(`<?xml version="1.0" encoding="${encoding}"?>${svg}`))).toEqual(['logo.forbidden']);
    for (const declared of ['<?xml version="1.0"?>', '<?xml version="1.0" encoding="utf-8"?>'])
      expect(of(utf8.encode(declared + svg))).toEqual([]);
  });

  test('is refused where it is no picture', () => {
    expect(of(utf8.encode('GIF89a'))).toEqual(['logo.broken']);
    expect(of(new Uint8Array())).toEqual(['logo.broken']);
    expect(of(new Uint8Array([0xff, 0xd8, 0xff]))).toEqual(['logo.broken']);
    expect(of(utf8.encode('<html xmlns="http://www.w3.org/1999/xhtml"/>'))).toEqual(['logo.no-picture']);
    expect(of(utf8.encode('<svg/>'))).toEqual(['logo.no-picture']);
    expect(of(utf8.encode('<svg xmlns="http://www.w3.org/2000/svg">'))).toEqual(['logo.broken']);
  });

  const png = (width: number, height: number) =>
    encode({ width, height, channels: 3, data: new Uint8Array(width * height * 3) });

  test('may be a PNG, of which only the picture is kept', () => {
    const note = encode({ width: 2, height: 1, channels: 3, data: new Uint8Array(6), text: { Author: 'Ann' } });
    const behind = new Uint8Array([...note, ...utf8.encode('<script>')]);
    const url = read('{ logo: a.png }', behind).brand?.logo?.picture ?? '';
    expect(url).toMatch(/^data:image\/png;base64,/);
    const bytes = Buffer.from(url.split(',')[1] ?? '', 'base64');
    expect(bytes.equals(Buffer.from(png(2, 1)))).toBe(true);
  });

  test.each([
    ['gray', 1, 4],
    ['of colours', 3, 8],
    ['with an alpha channel', 4, 8],
    ['with 16 bits', 3, 16],
  ] as const)('may be a PNG %s', (_, channels, depth) => {
    const data = depth === 16 ? new Uint16Array(25 * channels) : new Uint8Array(25 * channels);
    const bits = depth === 4 ? 8 : depth;
    expect(of(encode({ width: 5, height: 5, channels, depth: bits, data }))).toEqual([]);
  });

  test('is refused as a PNG whose data become more than its header says, without unpacking them', () => {
    const chunk = (name: string, data: Uint8Array) => {
      const bytes = Buffer.alloc(12 + data.length);
      bytes.writeUInt32BE(data.length);
      bytes.write(name, 4, 'latin1');
      bytes.set(data, 8);
      bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), 8 + data.length);
      return bytes;
    };
    const made = (bytes: number, interlaced: number) => {
      const header = Buffer.from([0, 0, 0, 9, 0, 0, 0, 5, 8, 2, 0, 0, interlaced]);
      return Buffer.concat([
        png(1, 1).subarray(0, 8),
        chunk('IHDR', header),
        chunk('IDAT', deflateSync(Buffer.alloc(bytes))),
        chunk('IEND', Buffer.alloc(0)),
      ]);
    };
    // A line has a byte in front of it; the passes of an interlaced picture of 9 × 5 have 2, 1, 3, 4, 9 … columns.
    const plain = 5 * (1 + 9 * 3);
    expect(of(made(plain, 0))).toEqual([]);
    expect(of(made(plain + 1, 0))).toEqual(['logo.broken']);
    expect(of(made(45_000_000, 0))).toEqual(['logo.broken']);
    expect(of(made(45_000_000, 1))).toEqual(['logo.broken']);
  });

  test('is refused as a PNG with a second header, behind which another picture may stand', () => {
    // The signature has 8 bytes, a header 25.
    const twice = Buffer.concat([png(2, 2).subarray(0, 33), png(3, 3).subarray(8)]);
    expect(of(twice)).toEqual(['logo.broken']);
  });

  test('is refused as a PNG that is cut, damaged or has more pixels than a page can show', () => {
    const whole = png(4, 4);
    const damaged = whole.slice();
    damaged[45] = (damaged[45] ?? 0) ^ 0xff;
    const bomb = png(1, 1).slice();
    new DataView(bomb.buffer).setUint32(16, 60_000);
    expect(of(whole.subarray(0, 30))).toEqual(['logo.broken']);
    expect(of(whole.subarray(0, whole.length - 20))).toEqual(['logo.broken']);
    expect(of(damaged)).toEqual(['logo.broken']);
    expect(of(bomb)).toEqual(['logo.pixels']);
    expect(of(png(1024, 1))).toEqual([]);
    expect(of(png(1025, 1))).toEqual(['logo.pixels']);
  });

  test('has 50 kB at most', () => {
    const padded = (length: number) => SVG(`<desc>${'x'.repeat(length - SVG('<desc></desc>').length)}</desc>`);
    expect(of(padded(50_000))).toEqual([]);
    expect(of(padded(50_001))).toEqual(['logo.too-large']);
  });
});

describe('pages with a brand', () => {
  const profile = read('{ colour: "#A01020", logo: a.svg }', picture);

  test('have its colour, a lighter one in the dark, and the logo in the place of our envelope', () => {
    for (const html of pagesOf(profile)) {
      expect(html).toContain('--accent:#a01020;');
      expect(html).toContain(`--accent:${readable('#a01020', 'dark')};`);
      const [image, ...others] = byTag(readHtml(html), 'img');
      expect(others).toEqual([]);
      expect(image && attribute(image, 'src')).toBe(
        `data:image/svg+xml;base64,${Buffer.from(picture).toString('base64')}`,
      );
      expect(image && attribute(image, 'alt')).toBe('');
    }
  });

  test('let its style hold by its hash, and no other', () => {
    for (const html of pagesOf(profile)) {
      expectAllowed(html, policyIn(html));
      expect(policyIn(html)).not.toMatch(/unsafe|nonce/);
      expect(html).not.toMatch(/\sstyle="/);
    }
  });

  test('are sent by the server with a policy that fits', async () => {
    const app = createApp({ profiles: () => [profile] });
    for (const path of [
      '/',
      '/?who=',
      '/account',
      '/mailbox/ann@example.org/additional/index.html',
      '/mailbox/x@y.z',
    ]) {
      const answer = await app.fetch(new Request(`https://config.example.org${path}`));
      const html = await answer.text();
      expect(html).toContain('--accent:#a01020;');
      expectAllowed(html, answer.headers.get('Content-Security-Policy') ?? '');
    }
  });

  test('are those of nobody where a server answers for several', async () => {
    const other = { ...profile, id: 'other', domains: ['other.example'] };
    const app = createApp({ profiles: () => [profile, other] });
    const html = await (await app.fetch(new Request('https://config.example.net/'))).text();
    expect(html).not.toContain('<img');
    expect(html).not.toContain('#a01020');
  });

  test('may have one of the two alone', () => {
    for (const html of pagesOf(read('{ colour: "#a01020" }'))) {
      expect(html).not.toContain('<img');
      expectAllowed(html, policyIn(html));
    }
    for (const html of pagesOf(read('{ logo: a.svg }', picture))) {
      expect(html).not.toMatch(/<style>[^<]*@media screen\{:root\{--accent/);
      expectAllowed(html, policyIn(html));
    }
  });

  test('explain names the colour and the logo', () => {
    const { explanations } = resolve({ address: 'ann@example.org' }, [profile]);
    const found = Object.fromEntries(explanations.map(({ field, value }) => [field, value]));
    expect(found).toMatchObject({ 'provider.brand.colour': '#a01020' });
    expect(found['provider.brand.logo']).toMatch(/^data:image\/svg\+xml/);
  });
});
