// Every screen and state in both languages, light and dark.
import { allVisits } from '../browser/access-draw.ts';
import { searchScreens } from '../browser/access-story.ts';

searchScreens('every state of every screen in every look', allVisits(), 3_600_000);
