import { app } from './ask.ts';
import { describePeople } from './people.ts';

describePeople('people are answered in this process', (request) => app.fetch(request));
