import { describeBehind } from './behind.ts';
import { itself, large, lines, method, tooLong } from './own.ts';

describeBehind('apache2', [
  ...method,
  ...tooLong(414, ...lines),
  ...tooLong(400, 'paths: a list of languages of 10 kB'),
  ...itself(413, 'it bounds bodies too', ...large.slice(0, 3)),
  ...itself(408, 'it reads what is sent for ten seconds', ...large.slice(3)),
  ...itself(404, 'it decodes a path before it passes it on', 'paths: NUL in the path'),
  ...itself(
    400,
    'it decodes a path before it passes it on',
    'queries: Autodiscover v2 with a wrong path',
    'paths: a wrong percent-encoding',
    'paths: a domain with a wrong percent-encoding',
  ),
  ...itself(206, 'it cuts the answer as it is asked to', 'paths: a range'),
]);
