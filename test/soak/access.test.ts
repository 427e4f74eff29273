// Every screen and state in both languages, light and dark.
import { searchAll } from '../browser/access-story.ts';

searchAll('in all');
