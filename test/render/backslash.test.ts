import { expect, test } from 'vitest';
import { precompileTemplate } from '../../src/render/compile.ts';

test('a single backslash before a placeholder, which would print the placeholder, does not compile', () => {
  expect(() => precompileTemplate('x/a.cmd', 'set "a=C:\\{{folder}}"\n')).toThrow(
    /templates\/x\/a\.cmd\.hbs:1 .*backslash/,
  );
  expect(() => precompileTemplate('x/a.cmd', 'rem\nset "a=C:\\\\{{folder}}"\n')).not.toThrow();
});
