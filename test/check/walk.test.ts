import { expect, test } from 'vitest';
import { followRedirects } from '../../src/check/walk.ts';
import type { Net, WebAnswer } from '../../src/net/net.ts';

test.each([
  ['https://ada:secret@elsewhere.example/x#y', 'https://elsewhere.example/x'],
  ['//ada@elsewhere.example/x', 'https://elsewhere.example/x'],
])('what a redirect says of a name or a password is not asked with: %s', async (location, asked) => {
  const urls: string[] = [];
  const net: Pick<Net, 'web'> = {
    web: ({ url }) => {
      urls.push(url.href);
      const moved = urls.length === 1;
      const body = new Uint8Array();
      const headers: Readonly<Record<string, string>> = moved ? { location } : {};
      return Promise.resolve<WebAnswer>({
        status: 'answered',
        code: moved ? 302 : 200,
        headers,
        body,
        ip: '',
        took: 0,
      });
    },
  };
  await followRedirects(net, { method: 'GET', url: new URL('https://example.org/') });
  expect(urls).toEqual(['https://example.org/', asked]);
});
