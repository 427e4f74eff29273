// The calm page of a window whose data could not be opened: what is the matter, in both languages, and that all is as it was.
import { createHash } from 'node:crypto';
import type { Refusal } from '../../shared/base/result.ts';
import { LANGUAGES, type Language, say, sentences } from '../../shared/lang/say.ts';
import { type Answer, plainAnswer } from '../room/asked.ts';
import { pathIn } from '../room/static-files.ts';

const STYLE = `
  :root { color-scheme: light dark }
  body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 40rem; margin: 14vh auto 4rem; padding: 0 1.5rem; color: #1b1c1e; background: #fff }
  h1 { font-size: 1.5rem; line-height: 1.3 }
  h2 { font-size: 1.1rem; margin: 2rem 0 0 }
  p { margin: 0.4rem 0 1rem; overflow-wrap: anywhere }
  .where { color: #565a60; font-size: 0.95rem }
  @media (prefers-color-scheme: dark) { body { color: #e8e8e6; background: #1b1c1e } .where { color: #a9adb3 } }
`;
/** Neither script nor request: only this very style. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * @param first the language that stands above the other
 * @param folder where the data lie
 */
export function stoppedPage(refusal: Refusal, folder: string, first: Language): string {
  const order = LANGUAGES.toSorted((a, b) => Number(b === first) - Number(a === first));
  const part = (language: Language): string => {
    const t = sentences(language);
    return `<section lang="${language}"><h2>${escaped(t('stopped.title'))}</h2><p>${escaped(say(language, refusal))}</p>
<p class="where">${escaped(t('stopped.folder'))}: ${escaped(folder)}<br>${escaped(t('app.code', { code: refusal.code }))}</p></section>`;
  };
  return `<!doctype html>
<html lang="${first}"><meta charset="utf-8"><title>${escaped(sentences(first)('app.name'))}</title><style>${STYLE}</style>
<main><h1>${escaped(sentences(first)('app.name'))}</h1>${order.map(part).join('')}</main></html>`;
}

/** Answers every address of the scheme where there is no host behind it. */
export const answerStopped =
  (html: string) =>
  async ({ target }: { readonly target: string }): Promise<Answer> =>
    pathIn(target) !== '/stopped'
      ? plainAnswer(404, 'not found')
      : {
          status: 200,
          headers: {
            'content-type': 'text/html; charset=utf-8',
            'content-security-policy': POLICY,
            'x-content-type-options': 'nosniff',
            'referrer-policy': 'no-referrer',
            'cross-origin-opener-policy': 'same-origin',
            'cache-control': 'no-store',
          },
          body: Buffer.from(html),
        };
