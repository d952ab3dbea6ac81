import { paccDocument } from '../../../publish/pacc.ts';
import { fileAnswer, OF_HOST, plainText, staticFile } from '../answer.ts';
import { anybodyAt, commonFile, domainFor } from '../domains.ts';
import type { Handler, Route } from '../route.ts';

const PATH = '/.well-known/user-agent-configuration.json';

/** PACC. No address is sent, so the domain is in the name of the host: `ua-auto-config.<domain>`. The bytes are those of the DNS record. */
const get: Handler = (visit) => {
  const hosted = domainFor(visit);
  if (hosted === undefined) return plainText(404, 'Not a mail domain of this server.');
  const file = commonFile(hosted, 'pacc', () => {
    const anybody = anybodyAt(hosted);
    const bytes = anybody === 'unruled' ? undefined : paccDocument(anybody);
    return bytes && staticFile(bytes, 'application/json', OF_HOST);
  });
  return file === undefined
    ? plainText(404, 'This domain cannot be expressed as PACC.')
    : fileAnswer(file, visit.question);
};

export const paccRoutes: readonly Route[] = [
  // At the canonical host nobody would know which domain is meant; the document is defined for https only.
  { path: PATH, name: 'pacc', GET: get, elsewhere: false },
];
