import type { Net } from '../net/net.ts';

/** The addresses of a name, of both kinds. */
export async function nameAddresses(name: string, net: Net) {
  const [four, six] = await Promise.all([net.dns(name, 'A'), net.dns(name, 'AAAA')]);
  const found = [four, six].flatMap((answer) => (answer.status === 'found' ? [answer] : []));
  const addresses = found.flatMap(({ records }): readonly string[] => records);
  const aliases = found.flatMap((answer) => answer.aliases);
  const failed = [four, six].find((answer) => answer.status === 'failed');
  const state = failed === undefined ? 'missing' : 'unanswered';
  return { status: addresses.length > 0 ? ('found' as const) : state, addresses, aliases, failed } as const;
}
