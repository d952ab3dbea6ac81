/** As the programs ask that know Outlook's schema. */
export function autodiscoverRequest(address: string): string {
  const schemas = 'http://schemas.microsoft.com/exchange/autodiscover/outlook';
  return `<?xml version="1.0" encoding="utf-8"?>
<Autodiscover xmlns="${schemas}/requestschema/2006"><Request><EMailAddress>${escaped(address)}</EMailAddress><AcceptableResponseSchema>${schemas}/responseschema/2006a</AcceptableResponseSchema></Request></Autodiscover>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
