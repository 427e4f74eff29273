// Help as it is read: contents and search on the left, one page on the right; loaded only when somebody asks for it.
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Language } from '../../shared/lang/say.ts';
import { HELP_PAGES, type HelpId } from '../help/help-pages.ts';
import type { Settings } from '../state/settings.ts';
import type { Words } from '../state/words.ts';
import { findIn, type HelpPage, readHelp } from './help-read.ts';
import { HelpText } from './help-text.tsx';

type Pages = ReadonlyMap<HelpId, HelpPage>;

const read = async (language: Language): Promise<Pages> => {
  const sources =
    language === 'vi' ? (await import('../help/pages-vi.ts')).pagesVi : (await import('../help/pages-en.ts')).pagesEn;
  return new Map(HELP_PAGES.map((id) => [id, readHelp(sources[id])]));
};

function usePages(language: Language): Pages | 'broken' | undefined {
  const [pages, setPages] = useState<Pages | 'broken' | undefined>(undefined);
  useEffect(() => {
    let isHere = true;
    read(language).then(
      (done) => isHere && setPages(done),
      () => isHere && setPages('broken'),
    );
    return () => {
      isHere = false;
    };
  }, [language]);
  return pages;
}

type Given = {
  readonly start: HelpId;
  /** Given, not asked for: this part draws on nothing of the first bundle, so that its chunk stays a leaf. */
  readonly words: Words;
  readonly settings: Settings;
  readonly plain: (text: string) => string;
};

export function HelpView(given: Given): ReactNode {
  const { t, language } = given.words;
  const pages = usePages(language);
  if (pages === undefined) return <p role="status">{t('help.opening')}</p>;
  if (pages === 'broken') return <p role="alert">{t('help.failed')}</p>;
  return <Reading pages={pages} {...given} />;
}

function Reading({ pages, start, words, settings, plain }: Given & { readonly pages: Pages }): ReactNode {
  const { t } = words;
  const [at, setAt] = useState<HelpId>(start);
  const [text, setText] = useState('');
  const title = useRef<HTMLHeadingElement>(null);
  const found = useMemo(
    () =>
      [...pages].flatMap(([id, page]) => {
        const line = text.trim() === '' ? '' : findIn(page, text, plain);
        return line === undefined ? [] : [{ id, title: page.title, line }];
      }),
    [pages, text, plain],
  );
  const open = (id: HelpId): void => {
    setAt(id);
    // Read from its beginning, by eye and by ear.
    title.current?.focus();
  };
  const page = pages.get(at);
  return (
    <div className="help">
      <nav className="help-contents" aria-label={t('help.contents')}>
        <label className="field">
          {t('help.search')}
          <input
            className="input"
            type="search"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              const [first] = found;
              if (event.key === 'Enter' && first !== undefined) open(first.id);
            }}
          />
        </label>
        <p className="unseen" role="status">
          {text.trim() === '' ? '' : t('help.found', { count: found.length })}
        </p>
        {found.length === 0 ? <p className="soft small">{t('help.none')}</p> : null}
        <ul>
          {found.map((each) => (
            <li key={each.id}>
              <button
                type="button"
                className="link"
                aria-current={each.id === at ? 'page' : undefined}
                onClick={() => open(each.id)}
              >
                {each.title}
              </button>
              {each.line === '' ? null : <p className="soft small">{each.line}</p>}
            </li>
          ))}
        </ul>
      </nav>
      <article className="help-page">
        <h3 ref={title} tabIndex={-1}>
          {page?.title}
        </h3>
        {at === 'keys' && !settings.singleKeys ? <p className="soft">{t('help.off')}</p> : null}
        {page === undefined ? null : <HelpText tokens={page.tokens} onGo={open} />}
      </article>
    </div>
  );
}
