// Every screen and state once, in one look after the other; all of them in every look is a matter for the long run.
import { searchAll } from './access-story.ts';

searchAll('in turn');
