/* What providers answer with. */

export function clientConfig(login = '%EMAILADDRESS%', { host = 'example.org' } = {}): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<clientConfig version="1.1">
  <emailProvider id="${host}">
    <domain>${host}</domain>
    <displayName>Example Mail</displayName>
    <incomingServer type="imap">
      <hostname>imap.${host}</hostname><port>993</port><socketType>SSL</socketType>
      <username>${login}</username><authentication>password-cleartext</authentication>
    </incomingServer>
    <outgoingServer type="smtp">
      <hostname>smtp.${host}</hostname><port>587</port><socketType>STARTTLS</socketType>
      <username>${login}</username><authentication>password-cleartext</authentication>
    </outgoingServer>
  </emailProvider>
</clientConfig>
`;
}

export function pacc(): string {
  return JSON.stringify({
    protocols: { imap: { host: 'imap.example.org' }, submit: { host: 'smtp.example.org' } },
    authentication: { password: true },
    info: { provider: { name: 'Example' } },
  });
}

const SCHEMAS = 'http://schemas.microsoft.com/exchange/autodiscover';

/** @param instead of settings */
export function pox(instead?: string, login = 'prenom.nom@ods.services'): string {
  const protocol = (type: string, server: string, port: number, encryption: string) =>
    `<Protocol><Type>${type}</Type><Server>${server}</Server><Port>${port}</Port><LoginName>${login}</LoginName><SPA>off</SPA><SSL>on</SSL><Encryption>${encryption}</Encryption><AuthRequired>on</AuthRequired></Protocol>`;
  const settings = `<AccountType>email</AccountType><Action>settings</Action>${protocol('IMAP', 'imap.example.org', 993, 'SSL')}${protocol('SMTP', 'smtp.example.org', 587, 'TLS')}`;
  return `<?xml version="1.0" encoding="utf-8"?>
<Autodiscover xmlns="${SCHEMAS}/responseschema/2006"><Response xmlns="${SCHEMAS}/outlook/responseschema/2006a"><Account>${instead ?? settings}</Account></Response></Autodiscover>
`;
}
