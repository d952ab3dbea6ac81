import type { WebRequest } from '../../net/net.ts';
import { type Enquiry, namesTold, shownFor } from './enquiry.ts';
import { follow, type Manners, type Reached } from './follow.ts';
import { type Remark, remark } from './words.ts';

/** What one program ends up with, and how it gets there. */
export interface LookUpEnd {
  /** `configured`: as found, without a question. `asks`: something has to be said or confirmed. `refused`: it says no. `nothing`: its form for everything by hand. */
  readonly outcome: 'configured' | 'asks' | 'refused' | 'nothing';
  readonly incoming: EndServer | undefined;
  readonly outgoing: EndServer | undefined;
  readonly steps: readonly LookUpStep[];
  /** Why it may end otherwise: what we did not ask, or what nobody knows of the program. */
  readonly doubts: readonly Remark[];
}

export interface EndServer {
  readonly protocol: 'imap' | 'pop3' | 'smtp' | 'exchange' | 'jmap';
  readonly host: string;
  readonly port: number | undefined;
  readonly security: 'tls' | 'starttls' | 'none' | undefined;
  readonly authentication: string | undefined;
  readonly login: string | undefined;
  /** All logins that it tries at the server, one after the other, where there are several. */
  readonly tries?: readonly string[];
}

/** What it asks, what it gets, what it does then. */
export interface LookUpStep {
  readonly asks: Remark;
  readonly places: readonly AskedPlace[];
  readonly does: readonly Remark[];
}

export interface AskedPlace {
  /** A URL without what it tells, the name of a record, or a host with its port. */
  readonly place: string;
  /** The address, or its digest, is told there. */
  readonly tells: boolean;
  /** Where redirects have led. */
  readonly chain: readonly string[];
  readonly got: Remark;
}

/** Keeps what a program does, as it does it. */
export interface Diary {
  readonly asked: Enquiry;
  readonly fetch: (request: WebRequest, manners: Manners) => Promise<Reached>;
  readonly step: (asks: Remark, places: readonly AskedPlace[], ...does: readonly Remark[]) => void;
  readonly doubt: (...doubts: readonly Remark[]) => void;
  readonly end: (outcome: LookUpEnd['outcome'], found?: EndPair) => LookUpEnd;
}

export interface EndPair {
  readonly incoming?: EndServer | undefined;
  readonly outgoing?: EndServer | undefined;
}

export function startDiary(asked: Enquiry): Diary {
  const steps: LookUpStep[] = [];
  const doubts = new Map<string, Remark>();
  const doubt = (...more: readonly Remark[]) => {
    for (const each of more) doubts.set(JSON.stringify(each), each);
  };
  return {
    asked,
    async fetch(request, manners) {
      const reached = await follow(asked, request, manners);
      const last = reached.chain.at(-1) ?? request.url;
      if (reached.status === 'withheld')
        doubt(remark(reached.why === 'http' ? 'doubt-http' : 'doubt-hops', { url: bare(reached.to) }));
      else if (reached.status === 'failed' && reached.failure === 'private-address')
        doubt(remark('doubt-private', { host: last.hostname }));
      return reached;
    },
    step: (asks, places, ...does) => steps.push({ asks, places, does }),
    doubt,
    end(outcome, { incoming, outgoing } = {}) {
      const servers = [incoming, outgoing].filter((server) => server !== undefined);
      const isStandIn = asked.told.text !== asked.shown;
      const told = steps.some(({ places }) => places.some(({ tells }) => tells));
      // What depends on the address in another way than by having it in it cannot be told for somebody else.
      if (isStandIn && told && servers.some(({ login }) => login !== undefined && !namesTold(asked, login)))
        doubt(remark('doubt-stand-in', {}));
      const shown = (server: EndServer | undefined) => server && shownServer(asked, server);
      return {
        outcome,
        incoming: shown(incoming),
        outgoing: shown(outgoing),
        steps: steps.map(({ asks, places, does }) => ({
          asks,
          places: places.map((place) => ({ ...place, got: shownRemark(asked, place.got) })),
          does: does.map((said) => shownRemark(asked, said)),
        })),
        doubts: [...doubts.values()],
      };
    },
  };
}

/** Without what it tells of the address. */
export function bare(url: URL): string {
  return `${url.origin}${url.pathname}`;
}

function shownServer(asked: Enquiry, server: EndServer): EndServer {
  const { host, login, tries } = server;
  const shown = (text: string) => shownFor(asked, text);
  return { ...server, host: shown(host), login: login && shown(login), ...(tries && { tries: tries.map(shown) }) };
}

function shownRemark(asked: Enquiry, { code, details }: Remark): Remark {
  const { login, ...others } = details;
  return typeof login === 'string'
    ? { code, details: { ...others, login: shownFor(asked, login) } }
    : { code, details };
}
