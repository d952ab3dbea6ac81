import { expect, test } from 'vitest';
import { judge } from '../../src/lint/judgement.ts';
import { contentOf } from '../../src/read/content.ts';

const account = (name: string, host: string) => `[${name}]
config_version=1
address=ada@example.org
protocol=1
receive_server=${host}
smtp_server=smtp.example.org
user_id=ada@login.example
use_smtp_auth=1
ssl_imap=1
ssl_smtp=1
ssl_certs_auto_accept=1
`;
const judged = (text: string) => judge(contentOf('accountrc', new TextEncoder().encode(text)), 'claws-mail');

test('Claws Mail opens with the last account that says so, or with the first', async () => {
  const two = `${account('Account: 1', 'one.example')}\n${account('Account: 2', 'two.example')}`;
  expect((await judged(two))?.view).toMatchObject({ account: 1, incoming: { host: 'one.example', port: 993 } });
  expect((await judged(`${two}is_default=1\n`))?.view).toMatchObject({ account: 2, incoming: { host: 'two.example' } });
});

test('an account that Claws Mail leaves out stays left out beside one that it takes', async () => {
  const found = await judged(`${account('Account: 1', 'one.example')}\n${account('Account:2', 'two.example')}`);
  expect(found?.view).toMatchObject({ outcome: 'takes', account: 1 });
  expect(found?.flaws.map(({ rule, hurts }) => [rule.id, hurts])).toContainEqual([
    'accountrc/group',
    { 'claws-mail': 'refuses-account' },
  ]);
});
