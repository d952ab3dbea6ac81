import { describeBehind } from './behind.ts';
import { itself, large, lines, method, tooLong } from './own.ts';

describeBehind('nginx', [
  ...method,
  ...tooLong(414, ...lines),
  ...tooLong(400, 'paths: a list of languages of 10 kB'),
  ...itself(413, 'it bounds bodies too', ...large),
  ...itself(
    400,
    'it decodes a path before it passes it on',
    'queries: Autodiscover v2 with a wrong path',
    'paths: NUL in the path',
    'paths: a wrong percent-encoding',
    'paths: a domain with a wrong percent-encoding',
    'paths: a domain that is a path',
  ),
]);
