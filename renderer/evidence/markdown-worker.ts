// Reads Markdown beside the page: a text made to take for ever can be stopped there.
import { readMarkdown } from './markdown-read.ts';

addEventListener('message', ({ data }: MessageEvent<string>) => postMessage(readMarkdown(data)));
