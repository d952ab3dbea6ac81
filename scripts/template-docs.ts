import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './generated.ts';
import { templatesPage } from './templates-page.ts';

// `npm run template-docs`: what the context of every template has, for who writes one in its place.
writeFileSync(join(root, 'docs/templates.md'), templatesPage());
