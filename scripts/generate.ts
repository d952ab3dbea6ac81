import { generateProfiles } from './profiles.ts';
import { generateTemplates } from './templates.ts';

// `npm run generate`: the sources that are made of templates/ and profiles/. Types, tests and the build need them.
generateTemplates();
generateProfiles();
