import { plainText } from '../answer.ts';
import type { Route } from '../route.ts';

/** For whoever watches the server: it answers. Asked by address and over plain HTTP, so never sent elsewhere. */
export const healthRoutes: readonly Route[] = [
  { path: '/healthz', name: 'health', GET: () => plainText(200, 'ok'), elsewhere: false },
];
