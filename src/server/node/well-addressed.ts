import type { IncomingMessage, RequestListener } from 'node:http';
import type { Counts } from './counts.ts';
import { refuse } from './refuse.ts';

/**
 * Refuses what Node's parser lets through and what could be meant for two hosts, one for us and one for a proxy in front: more than one Host (Node keeps
 * the first), an empty one (RFC 9112 §3.2), and HTTP/0.9, which has none. A Host that is no host is refused where it is read, and one missing by Node.
 */
export function wellAddressed(listener: RequestListener, counts: Counts): RequestListener {
  return (incoming, outgoing) => {
    if (incoming.httpVersionMajor === 1 && incoming.headers.host !== '' && hosts(incoming) < 2) {
      listener(incoming, outgoing);
      return;
    }
    counts.refused('malformed');
    refuse('malformed', incoming, outgoing);
  };
}

function hosts({ rawHeaders }: IncomingMessage): number {
  let found = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length === 4 && name.toLowerCase() === 'host') found++;
  }
  return found;
}
