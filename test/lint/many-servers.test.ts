import { expect, test } from 'vitest';
import { judge } from '../../src/lint/judgement.ts';
import { contentOf } from '../../src/read/content.ts';

const broken =
  '<incomingServer type="imap"><hostname>a</hostname><port>1</port><socketType>plain</socketType></incomingServer>';

/** What lint has to say of so many servers, each with several faults. */
async function flawsOf(count: number) {
  const file = `<clientConfig version="1.1"><emailProvider id="a.org"><domain>a.org</domain>${broken.repeat(count)}</emailProvider></clientConfig>`;
  return (await judge(contentOf('a.xml', new TextEncoder().encode(file))))?.flaws ?? [];
}

test('servers beyond those of any real file are told of once, and not looked at', async () => {
  const few = await flawsOf(100);
  const many = await flawsOf(8_000);
  expect(many.length).toBe(few.length + 1);
  expect(many.filter(({ rule }) => rule.id === 'autoconfig/many-servers')).toHaveLength(1);
});
