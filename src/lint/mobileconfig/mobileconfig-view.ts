import type { PlistValue } from 'plist';
import { beginsInClear } from '../../model/ports.ts';
import type { View, ViewedServer } from '../kind.ts';
import { mailServers } from './mail-rules.ts';
import type { MobileconfigFacts } from './mobileconfig-facts.ts';

/** What a device makes of a profile: of the first mail payload, by Apple's schema. */
export function mobileconfigView(facts: MobileconfigFacts): View | undefined {
  const { profile, envelope } = facts;
  if (envelope.kind === 'binary') return undefined;
  if (profile === undefined) return { outcome: 'refuses' };
  if (profile.schema.some(({ what }) => what === 'key-missing' || what === 'key-empty')) return { outcome: 'refuses' };
  const [incoming, outgoing] = mailServers(facts);
  if (incoming === undefined || outgoing === undefined) return undefined;
  const asks = [incoming, outgoing].some(
    ({ value }) => value('Username') === undefined && value('Authentication') !== 'EmailAuthNone',
  );
  const protocol = incoming.mail === 'EmailTypePOP' ? 'pop3' : 'imap';
  return {
    outcome: asks ? 'asks' : 'takes',
    incoming: viewed(protocol, incoming.value),
    outgoing: viewed('smtp', outgoing.value),
  };
}

function viewed(protocol: string, value: (key: string) => PlistValue | undefined): ViewedServer {
  const port = value('PortNumber');
  const text = (key: string) => (typeof value(key) === 'string' ? String(value(key)) : undefined);
  // (Unverified beyond 587.)
  const encrypted = beginsInClear(port) ? 'starttls' : 'tls';
  return {
    protocol,
    host: text('HostName') ?? '',
    port: typeof port === 'number' ? port : undefined,
    security: value('UseSSL') === true ? encrypted : 'none',
    authentication: text('Authentication'),
    login: text('Username'),
  };
}
