import type { ConfigFacts } from '../../lint/autoconfig/config-facts.ts';
import type { View } from '../../lint/kind.ts';
import { pairOf, pairText } from './server-text.ts';
import { type Remark, remark } from './words.ts';

/** What an answer is, where a program takes it: its servers. */
export function saidByView(view: View, fill: (text: string) => string): Remark {
  const pair = pairOf(view, { host: fill, login: fill });
  const login = pair.incoming?.login ?? pair.outgoing?.login;
  const servers = pairText(pair);
  return login === undefined ? remark('got-servers', { servers }) : remark('got-config', { servers, login });
}

/** What an answer is that a program cannot use. */
export function unusable({ xml, content, config }: ConfigFacts): Remark {
  if (content.bytes.length === 0) return remark('got-empty', {});
  if (/^\s*<(?:!doctype\s+)?html/i.test(content.text ?? '')) return remark('got-page', {});
  if (xml.kind === 'fault') return remark('got-malformed', { detail: xml.detail.split('\n', 1)[0] ?? '' });
  if (config?.root.name !== 'clientConfig') return remark('got-other-root', { root: xml.root.name });
  return remark('got-unusable', {});
}
