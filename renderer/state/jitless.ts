// Tells zod never to compile: the page's policy allows no code made from text. Imported before any schema is used.
import { z } from 'zod';

z.config({ jitless: true });
