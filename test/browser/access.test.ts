// A selection of the screens' states; all of them in every look is a matter for the long run.
import { seeded } from '../helpers/seed.ts';
import { drawVisits } from './access-draw.ts';
import { searchScreens } from './access-story.ts';

/** Beside one state of each screen and those with a shape of their own. */
const OTHERS = 10;

const visits = drawVisits(seeded('access'), OTHERS);
console.log(`access: ${visits.map(({ name, look }) => `${name} (${look.language} ${look.theme})`).join(', ')}`);
searchScreens('every screen', visits);
