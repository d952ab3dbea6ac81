import { type Address, asciiDomain } from '../../address.ts';
import { thunderbird } from '../../clients/thunderbird/index.ts';
import { personal, plainText, shared, staticFile } from '../answer.ts';
import { accountAt, anybodyAt, commonFile, type Place, placeAsked } from '../directory.ts';
import { addressIn, decode } from '../query.ts';
import type { Handler, Route, Visit } from '../route.ts';
import { servedFormat } from '../serve-format.ts';

const withLogin = servedFormat(thunderbird, 'config');
const withVariables = servedFormat(thunderbird, 'isp');

/**
 * Evolution tells no server the address: it asks for this local part, with the MD5 of the address beside it (3.46.4; GNOME wiki,
 * Apps/Evolution/Autoconfig). A login made of it would be nobody's; so it is given what those are who say nothing, variables, all of
 * which it fills in itself.
 */
const NOBODY_OF_EVOLUTION = 'EVOLUTIONUSER';

/** Mozilla's clientConfig: with `emailaddress`, the login of that person; without, variables. Never HTML, which would stop Thunderbird. */
const clientConfig: Handler = (visit) => {
  const asked = addressIn(visit.target, 'emailaddress');
  if (asked === 'malformed') return plainText(400, 'emailaddress is not an e-mail address.');
  if (asked === 'nothing') return forEverybody(placeAsked(visit), visit);
  const place = visit.directory.get(asked.address.domain);
  if (place === undefined || asked.address.local === NOBODY_OF_EVOLUTION) return forEverybody(place, visit);
  return forPerson(place, asked.address);
};

/** As Mozilla's database of providers is asked: `mailnews.auto_config_url` may name it (Thunderbird), and a redirect needs no host name. */
const byDomain: Handler = (visit) => {
  const domain = asciiDomain(decode(visit.target.path.slice('/v1.1/'.length)) ?? '');
  return forEverybody(domain === undefined ? undefined : visit.directory.get(domain), visit);
};

/** The address, or the domain that only the host's name told. */
function elsewhere(visit: Visit): string {
  const { target, host } = visit;
  const keep = addressIn(target, 'emailaddress') !== 'nothing' || host === undefined;
  return keep ? target.path + target.query : `/v1.1/${host.domain.name}`;
}

export const clientConfigRoutes: readonly Route[] = [
  ...['/mail/config-v1.1.xml', '/.well-known/autoconfig/mail/config-v1.1.xml', '/v1.1/mail/config-v1.1.xml'].map(
    (path): Route => ({ path, name: 'autoconfig', GET: clientConfig, elsewhere }),
  ),
  { path: '/v1.1/*', name: 'autoconfig', GET: byDomain },
];

function forPerson(place: Place, address: Address): Response {
  const text = withLogin.text(accountAt(place, address));
  return text === undefined ? unexpressed() : personal(text, withLogin.mediaType);
}

async function forEverybody(place: Place | undefined, { request }: Visit): Promise<Response> {
  if (place === undefined) return plainText(404, 'Not a mail domain of this server.');
  const file = await commonFile(place, 'client-config', () => {
    const text = withVariables.text(anybodyAt(place));
    return text === undefined ? undefined : staticFile(new TextEncoder().encode(text), withVariables.mediaType);
  });
  return file === undefined ? unexpressed() : shared(file, request);
}

function unexpressed(): Response {
  return plainText(404, 'This mailbox cannot be expressed as clientConfig.');
}
