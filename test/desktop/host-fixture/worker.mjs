// A module worker that loads another module and a stretch of bytes, as a PDF reader does.
import { double } from './part.mjs';

const answer = await fetch('/bytes', { headers: { range: 'bytes=2-4' } });
postMessage([double(21), answer.status, await answer.text()]);
