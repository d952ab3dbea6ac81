import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { forwardedOf, isForwarded } from './forwarded.ts';
import { isPrivate, network, networks, plainAddress } from './network.ts';

/** What the proxy in front of us, or without one the connection, says of a request. */
export interface Origin {
  /** The network of the requester, for the rate limit. */
  readonly requester: string;
  readonly scheme: 'http' | 'https';
  /** The host that the requester asked for, where a trusted proxy says so and the request does not. */
  readonly host: string | undefined;
  /** Whose word counts of whoever sent it: a proxy that is trusted, one that nobody named (or who claims to be one), or none. */
  readonly proxy: 'trusted' | 'unnamed' | undefined;
}

/**
 * Says where requests come from. What `X-Forwarded-For`, `-Proto` and `-Host` (or `Forwarded`) say counts only when the connection comes from a trusted
 * address; anybody can write them. Each proxy adds what it saw at the end of each list, so they are read from there, and only as far as trusted ones wrote.
 *
 * A host that is ours counts before `X-Forwarded-Host`: a web server that passes the host on lets pass, too, what a stranger has written there, and its cache
 * would keep the answer for everybody.
 * @param trusted addresses and networks in CIDR form
 * @param isOurs knows the names, perhaps with a port, at which we answer
 */
export function originOf(
  trusted: readonly string[],
  isOurs: (host: string) => boolean = () => false,
): (incoming: IncomingMessage) => Origin {
  const isTrusted = networks(trusted);
  const peers = new WeakMap<Socket, Peer>();
  const peerOf = (socket: Socket) => {
    const known = peers.get(socket);
    if (known !== undefined) return known;
    const peer = makePeer(socket, isTrusted);
    peers.set(socket, peer);
    return peer;
  };
  const oursAmong = (hosts: readonly (string | undefined)[]) => hosts.findLast((host) => isOurs(host ?? ''));
  return (incoming) => {
    const { socket, headers } = incoming;
    const { address: peer, direct, passedOn } = peerOf(socket);
    if (!isForwarded(headers)) return direct;
    if (direct.proxy === undefined) return passedOn;

    const { addresses, schemes, hosts } = forwardedOf(headers);
    let requester = peer;
    let hops = 0;
    for (const address of addresses) {
      // One that does not tell who came to it stands for them all.
      if (address === undefined) break;
      requester = address;
      if (!isTrusted(address)) break;
      hops++;
    }
    // Where not every proxy adds a word, the first of them is the one nearest to the requester.
    const nearest = <T>(list: readonly T[]) => list[Math.min(hops, list.length - 1)];
    return {
      requester: network(requester),
      scheme: nearest(schemes) ?? direct.scheme,
      host: isOurs(headers.host ?? '') ? undefined : (oursAmong(hosts.slice(0, hops + 1)) ?? nearest(hosts)),
      proxy: 'trusted',
    };
  };
}

/** The other end of a connection, which is the same for all its requests. */
interface Peer {
  readonly address: string;
  /** Where its own requests come from. */
  readonly direct: Origin;
  /** The same where it claims to pass on somebody's, and is not trusted. */
  readonly passedOn: Origin;
}

function makePeer(socket: Socket, isTrusted: (address: string) => boolean): Peer {
  const address = plainAddress(socket.remoteAddress ?? '');
  const scheme = 'encrypted' in socket ? 'https' : 'http';
  const plain = { requester: network(address), scheme, host: undefined } as const;
  return {
    address,
    direct: { ...plain, proxy: isTrusted(address) ? 'trusted' : undefined },
    passedOn: { ...plain, proxy: isPrivate(address) ? 'unnamed' : undefined },
  };
}

/**
 * Says whose a connection is, by the network that the rate limit counts, too; `undefined` for a trusted proxy, on whose connections everybody comes.
 * @param trusted addresses and networks in CIDR form
 */
export function ownerOf(trusted: readonly string[]): (remoteAddress: string | undefined) => string | undefined {
  const isTrusted = networks(trusted);
  return (remoteAddress = '') => {
    const peer = plainAddress(remoteAddress);
    return isTrusted(peer) ? undefined : network(peer);
  };
}
