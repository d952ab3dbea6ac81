import fc from 'fast-check';

/** What some notation gives a meaning to, or some reader trips over. */
const hostile = [
  ...'"\'`\\%$&<>^|!@#~*?;:,=+-_()[]{}/. \t\n\r\0\x01\x07\x08\x0b\x0c\x1a\x1b\x7f\x80\x85\x96\xa0\xadéÉœ€ßİ',
  ...'\u200b\u200d\u200e\u2018\u2019\u201a\u201b\u201c\u201d\u202e\u2028\u2029\u2212\ufeff\ufffe\uffff',
  ...'🦊👩张',
  // Surrogates that stand alone.
  '\ud800',
  '\udfff',
  ...[
    '\r\n',
    '{{',
    '}}',
    '{{{x}}}',
    ']]>',
    '-->',
    '--',
    '<!--',
    '</script>',
    '<![CDATA[',
    '&amp;',
    '&#10;',
    '&lt',
    '&#x0;',
  ],
  ...[
    '%PATH%',
    '!x!',
    '$(x)',
    '$x',
    '`n',
    '""',
    "''",
    '\\u0041',
    '\\x41',
    '\\n',
    '*/',
    '//',
    '#>',
    "'@",
    '\\\n',
    '$\x7bx}',
  ],
  ...['hex:', 'dword:', '@=', '[HKEY_CURRENT_USER]', 'rem ', ':x', '&&', '||', '>nul', 'true', 'null', '007', '1e3'],
];

const ordinary = fc
  .array(fc.constantFrom(...'abcXYZ019 .-_@éèçàêÉœÆ’«»€'), { maxLength: 12 })
  .map((characters) => characters.join(''));

/**
 * Any text that a string of JavaScript can hold, with a liking for the hostile, alone, in company and at the ends of ordinary words. Only U+FFFD is left out:
 * some readers take it for a sign of a wrong encoding and complain.
 */
export const texts: fc.Arbitrary<string> = fc
  .oneof(
    fc.array(fc.constantFrom(...hostile), { maxLength: 8 }).map((parts) => parts.join('')),
    fc.array(fc.integer({ max: 0xffff, min: 0 }), { maxLength: 8 }).map((units) => String.fromCharCode(...units)),
    fc.tuple(ordinary, fc.constantFrom(...hostile), ordinary).map((parts) => parts.join('')),
    ordinary,
  )
  .filter((text) => !text.includes('\ufffd'));

/** Whatever a template may print. */
export const scalars: fc.Arbitrary<string | number | boolean> = fc.oneof(
  { weight: 8, arbitrary: texts },
  { weight: 1, arbitrary: fc.integer() },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      0,
      -0,
      1,
      993,
      65_535,
      2 ** 31 - 1,
      2 ** 31,
      -(2 ** 31),
      2 ** 32 - 1,
      2 ** 32,
      1.5,
      1e21,
    ),
  },
  { weight: 1, arbitrary: fc.boolean() },
);

/** What a rule may have around its placeholder, with what regular expressions and replacement patterns would trip over. */
const literal = fc
  .array(fc.constantFrom(...'abXY019.-_@\\/$&^*+?()[]|\'"`%é', 'ß', '🦊', '{domain}'), { maxLength: 8 })
  .map((parts) => parts.join(''));

/** Login rules of every shape. */
export const rules = fc.tuple(literal, fc.constantFrom('{local}', '{address}'), literal).map((parts) => parts.join(''));

const replaced = fc
  .array(fc.constantFrom(...'.+-_aAzZ059@%!$&~é'), { minLength: 1, maxLength: 2 })
  .map((parts) => parts.join(''));

/** Filters in an order that is allowed. */
const filters = fc
  .tuple(
    fc.array(fc.constantFrom('lower', 'untagged'), { maxLength: 2 }),
    fc.array(
      fc.oneof(
        fc.constant('lower'),
        fc.tuple(replaced, fc.option(replaced, { nil: '' })).map(([from, to]) => `replace:${from}:${to}`),
      ),
      { maxLength: 3 },
    ),
  )
  .map(([first, then]) => [...first, ...then].map((filter) => `|${filter}`).join(''));

/** Login rules of every shape, with filters. */
export const filteredRules = fc
  .tuple(literal, fc.constantFrom('local', 'address'), filters, literal)
  .map(([before, name, through, after]) => `${before}{${name}${through}}${after}`);

/** Local parts that need no quotes. */
export const localParts = fc
  .array(fc.constantFrom(..."abcXYZ019!#$%&'*+/=?^_`{|}~-éœ"), { minLength: 1, maxLength: 20 })
  .map((parts) => parts.join(''));
