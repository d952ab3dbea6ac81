import { describe, expect, test } from 'vitest';
import { precompileTemplate } from '../../src/template/compile.ts';
import { sourcesOf } from './fill.ts';

const compiles = (name: string, text: string, partials: Readonly<Record<string, string>> = {}) =>
  precompileTemplate(name, text, sourcesOf(partials));

/** What a mistake in that file and line says first, after its column. */
const told = (place: string, what: string) => {
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal(place)}:\\d+ {2}${literal(what)}`);
};

describe('what would let a value out unescaped, or code in, does not compile', () => {
  test.each([
    ['{{{x}}}', 'raw output'],
    ['{{&x}}', 'raw output'],
    ['{{{{if x}}}}{{y}}{{{{/if}}}}', 'raw output'],
    ['C:\\{{x}}', 'a single backslash before {{'],
    ['{{> (x)}}', 'a computed partial name'],
    ['{{> "x.xml"}}', 'a computed partial name'],
    ['{{#> x.xml}}a{{/x.xml}}', 'a partial block'],
    ['{{#*inline "a"}}b{{/inline}}', 'a decorator'],
    ['{{* x}}', 'a decorator'],
    ['{{> x.xml a=(y)}}', 'a partial with anything but one name'],
    ['{{> x.xml y z}}', 'a partial with anything but one name'],
    ['{{> x.xml (y)}}', 'a partial with anything but one name'],
    ['{{x y}}', 'a computed value'],
    ['{{x y=1}}', 'a computed value'],
    ['{{breaks x y}}', 'a computed value'],
    ['{{breaks "x"}}', 'a computed value'],
    ['{{breaks (x)}}', 'a computed value'],
    ['{{breaks x y=1}}', 'a computed value'],
    ['{{{breaks x}}}', 'raw output'],
    ['{{breaks}}', 'the name breaks'],
    ['{{breaks x.__proto__}}', 'the name __proto__'],
    ['{{log x}}', 'a computed value'],
    ['{{lookup x y}}', 'a computed value'],
    ['{{log}}', 'the name log'],
    ['{{lookup}}', 'the name lookup'],
    ['{{if}}', 'the name if'],
    ['{{each}}', 'the name each'],
    ['{{helperMissing}}', 'the name helperMissing'],
    ['{{"x"}}', 'a computed value'],
    ['{{1}}', 'a computed value'],
    ['{{true}}', 'a computed value'],
    ['{{#x}}a{{/x}}', 'the block {{#x}}'],
    ['{{^x}}a{{/x}}', 'the block {{#x}}'],
    ['{{#log x}}a{{/log}}', 'the block {{#log}}'],
    ['{{#lookup x y}}a{{/lookup}}', 'the block {{#lookup}}'],
    ['{{#if x}}a{{else y}}b{{/if}}', 'the block {{#y}}'],
    ['{{#if}}a{{/if}}', '{{#if}} with anything but one name'],
    ['{{#if x y}}a{{/if}}', '{{#if}} with anything but one name'],
    ['{{#if (x)}}a{{/if}}', '{{#if}} with anything but one name'],
    ['{{#if x includeZero=true}}a{{/if}}', '{{#if}} with anything but one name'],
    ['{{#if "x"}}a{{/if}}', '{{#if}} with anything but one name'],
    ['{{constructor}}', 'the name constructor'],
    ['{{__proto__}}', 'the name __proto__'],
    ['{{x.toString}}', 'the name toString'],
    ['{{#with x.__proto__}}a{{/with}}', 'the name __proto__'],
    ['{{#each [valueOf]}}a{{/each}}', 'the name valueOf'],
  ])('%s: %s', (text, what) => {
    const partials = { 'x.xml': '' };
    expect(() => compiles('a/b.xml', `\n\n<a>${text}</a>`, partials)).toThrow(
      told('templates/a/b.xml.hbs:3', `${what} is not allowed in a template`),
    );
  });

  test.each(['{{#if x}}a', '{{x', '{{/if}}', '{{#if x}}{{/each}}'])('%s: the message names the template', (text) => {
    expect(() => compiles('a/b.xml', text)).toThrow(
      /^templates\/a\/b\.xml\.hbs:1(:\d+)? {2}.+ does not belong there: close each/,
    );
  });
});

test.each([
  '{{../x}}',
  '{{#if x}}{{../y}}{{/if}}',
  '{{@index}}',
  '{{#with x}}{{@last}}{{/with}}',
  '{{#each x}}{{@key}}{{/each}}',
])('%s means nothing where it stands', (text) => {
  expect(() => compiles('a/b.xml', `\n${text}`)).toThrow(/^templates\/a\/b\.xml\.hbs:2:\d+ {2}\S+ means nothing here/);
});

describe('where escaping does not hold, a placeholder does not compile', () => {
  const script = 'a placeholder inside script or style';
  const tag = 'a placeholder in a tag outside a quoted attribute value';
  const comment = 'a placeholder in a comment, a declaration or CDATA';
  const beside = 'a placeholder with something directly beside it';
  test.each([
    ['html', '<script>var a = "{{x}}"</script>', script],
    ['html', "<SCRIPT type='a>b'>{{x}}", script],
    ['html', '<style>a { color: {{x}} }</style>', script],
    ['html', '<p>{{#if y}}<style>{{x}}</style>{{/if}}</p>', script],
    ['html', '<script>{{#if y}}{{x}}{{/if}}</script>', script],
    ['html', '<noscript>{{x}}</noscript>', script],
    ['html', '<a href={{x}}>', tag],
    ['html', '<a class=b{{x}}>', tag],
    ['html', '<a {{x}}>', tag],
    ['html', '<a title="a"{{x}}>', tag],
    ['html', '<a {{x}}="y">', tag],
    ['html', '<{{x}}>', tag],
    ['html', '<h{{x}}>', tag],
    ['html', '<a title="a>b" class={{x}}>', tag],
    ['html', '<a{{#if y}} class={{x}}{{/if}}>', tag],
    ['html', '<a onclick="go({{x}})">', 'a placeholder in the attribute onclick'],
    ['html', '<a style="color: {{x}}">', 'a placeholder in the attribute style'],
    ['html', "<iframe srcdoc='{{x}}'>", 'a placeholder in the attribute srcdoc'],
    ['html', '<a href="mailto:{{x}}">', 'a placeholder in the attribute href after “mailto:”'],
    ['html', '<a href="https://{{x}}">', 'a placeholder in the attribute href after “https://”'],
    ['html', '<a href="javascript:{{x}}">', 'a placeholder in the attribute href after “javascript:”'],
    ['html', '<img SRC=" {{x}}">', 'a placeholder in the attribute SRC after “ ”'],
    ['html', '<a href="{{#if y}}a:{{/if}}{{x}}">', 'a placeholder in the attribute href after “a:”'],
    ['html', '<!-- {{x}} -->', comment],
    ['html', '<!doctype {{x}}>', comment],
    ['xml', '<a b={{x}}/>', tag],
    ['xml', '<a {{x}}="b"/>', tag],
    ['xml', '<!-- {{x}} -->', comment],
    ['xml', '<a><![CDATA[{{x}}]]></a>', comment],
    ['xml', '<?a {{x}}?>', comment],
    ['mobileconfig', '<!-- {{x}} -->', comment],
    ['k9s', '<a b={{x}}/>', tag],
    ['js', 'pref("a", "{{x}}");', 'a placeholder in what " opens'],
    ['js', "pref('a', 'b{{x}}');", "a placeholder in what ' opens"],
    ['js', 'pref("\\"{{x}}', 'a placeholder in what " opens'],
    ['js', 'f(`{{x}}`)', 'a placeholder in what ` opens'],
    ['cfg', '/* {{x}} */', 'a placeholder in what / opens'],
    ['json', '{"a": "{{x}}"}', 'a placeholder in what " opens'],
    ['reg', '"a"="{{x}}"', 'a placeholder in what " opens'],
    ['reg', '[HKEY_CURRENT_USER\\Software\\\\{{x}}]', 'a placeholder in what [ opens'],
    ['ps1', "$a = '{{x}}'", "a placeholder in what ' opens"],
    ['ps1', '$a = "b {{x}}"', 'a placeholder in what " opens'],
    ['ps1', '<# {{x}} #>', 'a placeholder in what < opens'],
    ['ps1', "$a = @'\n{{x}}\n'@", 'a placeholder in what @ opens'],
    ['sh', "a='{{x}}'", "a placeholder in what ' opens"],
    ['sh', 'a="b {{x}}"', 'a placeholder in what " opens'],
    ['sh', 'a="$(b "{{x}}")"', 'a placeholder in what " opens'],
    ['sh', 'a=`b {{x}}`', 'a placeholder in what ` opens'],
    ['sh', 'cat <<END\n{{x}}\nEND\n', 'a placeholder in what < opens'],
    ['js', 'f(1{{x}})', beside],
    ['js', 'f({{x}}1)', beside],
    ['js', 'f({{x}}{{y}})', beside],
    ['js', 'f("a"{{x}})', beside],
    ['js', 'f({{x}}"a")', beside],
    ['json', '[1{{x}}]', beside],
    ['json', '[{{x}}.5]', beside],
    ['json', '[{{#each a}}{{x}}{{/each}}]', beside],
    ['reg', '"a"={{x}}{{y}}', beside],
    // 'a''b' is one string in PowerShell.
    ['ps1', '$a = {{x}}{{y}}', beside],
    ['ps1', "$a = 'b'{{x}}", beside],
    ['ps1', "$a = {{x}}'b'", beside],
    ['ps1', '$a = @{{x}}', 'a placeholder in what @ opens'],
    ['ps1', '$a = 1{{#if y}}{{x}}{{/if}}', beside],
    // A dollar before quotes makes other quotes of them in bash.
    ['sh', 'a b$\x7b{x}}', beside],
  ])('%s: %s', (notation, text, what) => {
    expect(() => compiles(`t.${notation}`, text)).toThrow(`${what} is not allowed in a template`);
  });

  const breaks = '{{breaks name}} is not allowed in a template but in the text of a page';
  test.each([
    ['html', '<a title="{{breaks x}}">', breaks],
    ['html', '<input value="{{breaks x}}">', breaks],
    ['html', '<title>a {{breaks x}}</title>', breaks],
    ['html', '<TEXTAREA rows="2">{{breaks x}}</TEXTAREA>', breaks],
    ['html', '<title>{{#if y}}{{breaks x}}{{/if}}</title>', breaks],
    ['html', '<a href={{breaks x}}>', tag],
    ['html', '<script>{{breaks x}}</script>', script],
    ['xml', '<a>{{breaks x}}</a>', breaks],
    ['mobileconfig', '<a>{{breaks x}}</a>', breaks],
    ['sh', 'a {{breaks x}}', breaks],
    ['prf', 'a={{breaks x}}', breaks],
  ])('%s: %s, as no line can break there', (notation, text, what) => {
    expect(() => compiles(`t.${notation}`, text)).toThrow(what);
  });

  test('nor does a block that leaves its branches in different positions', () => {
    expect(() => compiles('t.html', '{{#if x}}<a title="{{/if}}{{y}}')).toThrow(
      'templates/t.html.hbs:1:1  a block that ends elsewhere in the notation than it begins is not allowed',
    );
  });

  test('nor a partial with one, wherever it is included', () => {
    const partials = { 'part.html': 'a {\n  color: {{x}}\n}' };
    expect(compiles('t.html', '<p>{{> part.html}}</p>', partials)).toBeTypeOf('string');
    expect(() => compiles('t.html', '<style>{{> part.html}}</style>', partials)).toThrow(
      'templates/part.html.hbs:2:10  a placeholder inside script or style is not allowed in a template',
    );
  });
});

describe('where escaping holds, it compiles', () => {
  test.each([
    ['html', '<!doctype html><p title="{{x}}" class=\'{{x}}\'>1 < 2 {{x}} <b>{{x}}</b></p><!-- no --><p>{{x}}'],
    ['html', '<script>var a = "<p>";</script><style>p > a {}</style><p>{{x}}</p>'],
    ['html', '<a href="{{x}}">{{x}}</a><a href=\'#{{x}}\'><img src="{{x}}"><a href="{{x}}#{{y}}">'],
    ['html', '<p{{#if a}} class="b {{x}}"{{/if}}>{{#each c}}<i title="{{this}}">{{else}}<i>{{/each}}'],
    ['html', '<p data-a="<b>" title="{{x}}">'],
    ['html', '<p title="{{#if a}}{{x}}{{else}}b{{/if}}">'],
    [
      'html',
      '<title>{{x}} <b></title><textarea>a {{y}}</textarea><p>{{breaks x}}<b>{{#if y}}{{breaks x.y}}{{/if}}</b></p>',
    ],
    ['xml', '<?xml version="1.0"?><!DOCTYPE a [\n]><a b="{{x}}">{{x}}<script>{{x}}</script></a>'],
    ['xml', '<!-- a --><a><![CDATA[<]]>{{x}}</a>'],
    [
      'js',
      '// {{x}}\n/* "a */ pref("a\\"", {{x}}); a = 1 / 2; `"`; \'"\'; pref({{x}}, [{{#each b}}{{this}}, {{/each}}]);',
    ],
    ['json', '{"a\\"": {{x}}, {{y}}: [{{x}}]}'],
    ['reg', '; {{x}}\n[HKEY_CURRENT_USER\\Software]\n"a"={{x}}\n{{y}}={{x}}\n'],
    [
      'ps1',
      "#Requires -Version 3.0\n# it's {{x}}\n$a = 'it''s' + \"a`\"b\" + {{x}}\n<# \" #>\n$b = @{ c = {{x}}; d = @({{y}}) }\n",
    ],
    ['ps1', '$a = @"\n\'"#\n"@\n$b = {{x}}'],
    ['sh', '#!/bin/sh\n# it\'s {{x}}\n[ $# -eq 0 ] && a=x#b # {{y}}\nd=\'"\'\\"$(e {{x}})"$f" "$(g $h)" < {{y}}\n'],
  ])('%s: %s', (notation, text) => {
    expect(compiles(`t.${notation}`, text)).toBeTypeOf('string');
  });
});

describe('a partial', () => {
  test('of the same notation is found by its name', () => {
    expect(compiles('a/t.xml', '<a>{{> b/part.xml}}</a>', { 'b/part.xml': '{{x}}' })).toBeTypeOf('string');
  });

  test.each([
    ['{{> part.html}}', '{{> part.html}}, which is not in xml, is not allowed in this template'],
    ['{{> none.xml}}', '{{> none.xml}}, which does not exist, is not allowed in a template: include one'],
    ['{{> slef.xml}}', '{{> slef.xml}}, which does not exist, is not allowed in a template: write {{> self.xml}}?'],
    ['{{> self.xml}}', 'a partial that includes itself is not allowed in a template'],
    ['{{> raw.xml}}', 'raw output is not allowed in a template'],
  ])('%s: %s is told', (text, what) => {
    const partials = { 'part.html': '', 'self.xml': '{{> self.xml}}', 'raw.xml': '{{{x}}}' };
    expect(() => compiles('t.xml', text, partials)).toThrow(what);
  });
});
