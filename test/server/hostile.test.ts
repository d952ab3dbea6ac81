import { app } from './ask.ts';
import { describeHostile } from './hostile.ts';

describeHostile('the application', app.fetch);
