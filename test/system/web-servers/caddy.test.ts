import { describeBehind } from './behind.ts';
import { itself, method } from './own.ts';

describeBehind('caddy', [
  ...method,
  ...itself(431, 'it adds headers, and request line and headers together have 16 kB', 'queries: 10 000 parameters'),
  ...itself(
    400,
    'it decodes a path before it passes it on',
    'queries: Autodiscover v2 with a wrong path',
    'paths: a wrong percent-encoding',
    'paths: a domain with a wrong percent-encoding',
  ),
]);
