import type { Account } from '../../../model/account.ts';
import { json, plainText } from '../answer.ts';
import { accountAt, type HostedDomain } from '../domains.ts';
import { addressIn, decode, type GivenAddress, parameter, readAddress } from '../query.ts';
import type { Answer } from '../question.ts';
import type { Handler, Route, Visit } from '../route.ts';
import type { Target } from '../target.ts';
import { activeSyncUrl } from './active-sync.ts';

const PATH = '/autodiscover/autodiscover.json';

/**
 * Autodiscover v2: an address and the name of a protocol, and the URL of that protocol comes back. It has no room for settings, so it points to the
 * answer that has. Names are compared without letter case: Outlook 2019 asks for `Autodiscoverv1` (mailcow-dockerized issue 2300).
 * The codes of errors are Exchange’s, as gromox and mailcow send them; with status 400, as mailcow does.
 */
const get: Handler = (visit) => {
  const { question, domains } = visit;
  const given = givenAddress(question);
  if (typeof given === 'string')
    return failure('MandatoryParameterMissing', 'Email is required, as one e-mail address.');
  const protocol = parameter(question, 'protocol');
  if (protocol === '') return failure('MissingProtocol', 'Protocol is required.');
  const hosted = domains.get(given.address.domain);
  if (hosted === undefined) return plainText(404, 'Not a mail domain of this server.');
  const account = accountAt(hosted, given.address);
  if (account === 'nobody') return plainText(404, 'Nobody of this server.');
  // Exchange Online’s code; what the URL of any protocol leads to would take the address for the login.
  if (account === 'unruled') return failure('ProtocolNotSupported', 'No protocol tells the login of this mailbox.');
  const offered = protocolsOf(account, hosted, visit);
  const found = offered.find(({ Protocol }) => Protocol.toLowerCase() === protocol.toLowerCase());
  if (found !== undefined) return json(200, found);
  const names = offered.map(({ Protocol }) => Protocol).join(',');
  return failure('InvalidProtocol', `The given protocol value is invalid. Supported values are '${names}'`);
};

export const autodiscoverJsonRoutes: readonly Route[] = [
  { path: PATH, name: 'autodiscover-json', GET: get },
  { path: `${PATH}/v1.0/*`, name: 'autodiscover-json', GET: get },
];

/** The address in the path, whose letter case the routing has not kept, or in the query. */
function givenAddress(target: Target): GivenAddress {
  const [, inPath] = /\/v1\.0\/([^/]*)$/i.exec(target.path) ?? [];
  if (inPath === undefined) return addressIn(target, 'email');
  const address = readAddress(decode(inPath) ?? '');
  return address === undefined ? 'malformed' : { address };
}

function protocolsOf(account: Account, hosted: HostedDomain, { host, question, canonicalHost }: Visit) {
  const activeSync = activeSyncUrl(account);
  // A name that is made of a domain of ours, and never one that only the request says is ours.
  const name = question.scheme === 'https' ? question.host : question.hostname;
  const server = canonicalHost ?? (isOf(host, hosted) ? name : `autodiscover.${hosted.domain.name}`);
  return [
    { Protocol: 'AutodiscoverV1', Url: `https://${server}/autodiscover/autodiscover.xml` },
    ...(activeSync === undefined ? [] : [{ Protocol: 'ActiveSync', Url: activeSync }]),
  ];
}

/** Is the host one of ours? Where a wildcard takes any name for one, only that of the very domain is. */
function isOf(host: HostedDomain | undefined, place: HostedDomain): boolean {
  return host !== undefined && (host.files !== undefined || host.domain.name === place.domain.name);
}

function failure(ErrorCode: string, ErrorMessage: string): Answer {
  return json(400, { ErrorCode, ErrorMessage });
}
