import { thunderbird } from '../../../clients/thunderbird/index.ts';
import type { Account } from '../../../model/account.ts';
import { asciiDomain } from '../../../model/address.ts';
import { fileAnswer, OF_HOST, personal, personalKind, plainText, SHARED, staticFile } from '../answer.ts';
import { accountAt, anybodyAt, commonFile, domainAtName, domainFor, type HostedDomain } from '../domains.ts';
import { addressIn, decode } from '../query.ts';
import type { Answer } from '../question.ts';
import type { Handler, Route, Visit } from '../route.ts';
import { servedFormat } from '../serve-format.ts';

const withLogin = servedFormat(thunderbird, 'config');
const withVariables = servedFormat(thunderbird, 'isp');
const CONFIG = personalKind(withLogin.mediaType);

/**
 * Mozilla's clientConfig: with `emailaddress`, the login of that person; without, or for nobody in particular as Evolution asks, variables, which every client fills in
 * itself. Where nothing can be read in it, the name of the host still tells the domain. Never HTML, which would stop Thunderbird.
 */
const clientConfig: Handler = (visit) => {
  const given = addressIn(visit.question, 'emailaddress');
  if (given === 'malformed' && domainAtName(visit) === undefined)
    return plainText(400, 'emailaddress is not an e-mail address.');
  if (typeof given === 'string') return forEverybody(domainFor(visit), visit);
  const hosted = visit.domains.get(given.address.domain);
  if (hosted === undefined) return notOurs();
  const ready = withLogin.ready(hosted.domain, given.address.local);
  if (ready !== undefined) return personal(ready, CONFIG);
  const account = accountAt(hosted, given.address);
  if (account === 'unruled') return unexpressed();
  return account === 'nobody' ? forEverybody(hosted, visit) : forPerson(account);
};

/** As Mozilla's database of providers is asked: `mailnews.auto_config_url` may name it (Thunderbird), and a redirect needs no host name. */
const byDomain: Handler = (visit) => {
  const domain = asciiDomain(decode(visit.question.path.slice('/v1.1/'.length)) ?? '');
  return forEverybody(domain === undefined ? undefined : visit.domains.get(domain), visit, SHARED);
};

/** The address, or the domain that only the host's name told. */
function elsewhere(visit: Visit): string {
  const { question } = visit;
  const place = typeof addressIn(question, 'emailaddress') === 'string' ? domainAtName(visit) : undefined;
  return place === undefined ? question.path + question.query : `/v1.1/${place.domain.name}`;
}

export const clientConfigRoutes: readonly Route[] = [
  ...['/mail/config-v1.1.xml', '/.well-known/autoconfig/mail/config-v1.1.xml', '/v1.1/mail/config-v1.1.xml'].map(
    (path): Route => ({ path, name: 'autoconfig', GET: clientConfig, elsewhere }),
  ),
  { path: '/v1.1/*', name: 'autoconfig', GET: byDomain },
];

function forPerson(account: Account): Answer {
  const bytes = withLogin.bytes(account);
  return bytes === undefined ? unexpressed() : personal(bytes, CONFIG);
}

/** @param caching `SHARED` only where the URL's path names the domain */
function forEverybody(hosted: HostedDomain | undefined, { question }: Visit, caching = OF_HOST): Answer {
  if (hosted === undefined) return notOurs();
  const file = commonFile(hosted, caching === SHARED ? 'client-config, shared' : 'client-config', () => {
    const anybody = anybodyAt(hosted);
    const bytes = anybody === 'unruled' ? undefined : withVariables.bytes(anybody);
    return bytes && staticFile(bytes, withVariables.mediaType, caching);
  });
  return file === undefined ? unexpressed() : fileAnswer(file, question);
}

function notOurs(): Answer {
  return plainText(404, 'Not a mail domain of this server.');
}

function unexpressed(): Answer {
  return plainText(404, 'This mailbox cannot be expressed as clientConfig.');
}
