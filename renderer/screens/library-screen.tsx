// The library (thư viện bộ tiêu chí): what is installed and how it stands, searched live; the ways to get another set.
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { ok, type Result } from '../../shared/base/result.ts';
import { searchWords } from '../../shared/base/search-text.ts';
import type { LibraryOutputs, LibraryRow } from '../../shared/contract/criteria-library.ts';
import { ActButton, Button } from '../parts/button.tsx';
import { Choice, TextLine } from '../parts/field.tsx';
import { Notice, Refused } from '../parts/notice.tsx';
import { Page, Section, Shown } from '../parts/page.tsx';
import { firstDraft } from '../state/first-draft.ts';
import { useHouse } from '../state/house.ts';
import { LIBRARY_FILTERS, type LibraryFilter, nameOf, readyRows, siftRows, useLibrary } from '../state/library.ts';
import { go, writeRoute } from '../state/route.ts';
import { saveAs } from '../state/save-as.ts';
import { useWords } from '../state/words.ts';
import { LibraryTable } from './library-table.tsx';

export function LibraryScreen(): ReactNode {
  const { t } = useWords();
  const library = useLibrary();
  return (
    <Page title={t('library.title')} words={t('library.words')}>
      <Ways />
      <Shown of={library.answer} what={t('library.title')}>
        {(list) => <Listed list={list} onChanged={library.again} />}
      </Shown>
      <Templates />
    </Page>
  );
}

function Ways(): ReactNode {
  const { t } = useWords();
  const { client } = useHouse();
  return (
    <div className="row top">
      <a className="button main" href={writeRoute({ at: 'page', page: 'library', item: 'load' })}>
        {t('library.load')}
      </a>
      <ActButton
        doing={t('library.writing')}
        act={() => client.call('library.save', { draft: firstDraft() })}
        onDone={({ key }) => go({ at: 'page', page: 'library', item: key })}
      >
        {t('library.write')}
      </ActButton>
    </div>
  );
}

function Listed(props: { readonly list: LibraryOutputs['library.list']; readonly onChanged: () => void }): ReactNode {
  const { list, onChanged } = props;
  const words = useWords();
  const { t, count } = words;
  const [typed, setTyped] = useState('');
  const [filter, setFilter] = useState<LibraryFilter>('all');
  const [gone, setGone] = useState<LibraryRow | undefined>(undefined);
  const ready = useMemo(() => readyRows(list.rows), [list.rows]);
  // Typing stays quick with long sets: the rows follow a moment later.
  const wanted = useDeferredValue(typed);
  const found = useMemo(() => siftRows(ready, { typed: wanted, filter }), [ready, wanted, filter]);
  const isSifted = typed.trim() !== '' || filter !== 'all';
  const clear = (): void => {
    setTyped('');
    setFilter('all');
  };
  return (
    <>
      {gone === undefined ? null : (
        <Notice tone="done">
          <p>{t('library.discarded', { name: nameOf(gone, words) })}</p>
        </Notice>
      )}
      {list.leftOut.map(({ file, why }) => (
        <Notice key={file} tone="warn">
          {file === '' ? null : <p>{t('library.left', { file })}</p>}
          <Refused refusal={why} />
        </Notice>
      ))}
      {list.rows.length === 0 ? (
        <Section title={t('library.empty')}>
          <p>{t('library.empty.words')}</p>
        </Section>
      ) : (
        <Section title={t('library.table')}>
          <div className="library-search">
            <TextLine
              label={t('library.search')}
              hint={t('library.search.hint')}
              value={typed}
              onChange={setTyped}
              maxLength={100}
            />
            <Choice
              label={t('library.filter')}
              value={filter}
              options={LIBRARY_FILTERS.map((each) => ({ value: each, label: t(`library.filter.${each}`) }))}
              onChange={setFilter}
            />
          </div>
          <div className="row">
            <p className="soft small" role="status">
              {t(wanted.trim() === '' ? 'library.count' : 'library.found', {
                count: count(found.length),
                all: count(list.rows.length),
              })}
            </p>
            {isSifted ? (
              <Button small={true} kind="quiet" onPress={clear}>
                {t('library.clear')}
              </Button>
            ) : null}
          </div>
          {found.length === 0 ? (
            <p>{t('library.none')}</p>
          ) : (
            <LibraryTable
              rows={found}
              all={list.rows}
              wanted={searchWords(wanted)}
              onDiscarded={(row) => {
                setGone(row);
                // The button that had the focus is gone with its row.
                document.getElementById('main')?.focus();
                onChanged();
              }}
            />
          )}
        </Section>
      )}
    </>
  );
}

/** What a sheet must look like, to be filled in elsewhere and loaded again. */
function Templates(): ReactNode {
  const { t, language } = useWords();
  const { client } = useHouse();
  const save = async (format: 'xlsx' | 'csv'): Promise<Result<null>> => {
    const written = await client.call('library.template', { format, language });
    if (!written.ok) return written;
    saveAs(written.value.url, written.value.name);
    return ok(null);
  };
  return (
    <Section title={t('library.templates')} words={t('library.templates.words')}>
      <div className="row top">
        <ActButton doing={t('library.template.doing')} act={() => save('xlsx')}>
          {t('library.template.xlsx')}
        </ActButton>
        <ActButton doing={t('library.template.doing')} act={() => save('csv')}>
          {t('library.template.csv')}
        </ActButton>
      </div>
    </Section>
  );
}
