// Finds criteria, evidence and steps of the session by any part of their words, and what is written in evidence (Ctrl+K).
import { type ReactNode, useState } from 'react';
import {
  Autocomplete,
  Header,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
} from 'react-aria-components';
import { foldText } from '../../shared/base/search-text.ts';
import type { SearchHit } from '../../shared/contract/evidence-methods.ts';
import type { SessionView } from '../../shared/contract/views.ts';
import { useEvidenceSearch } from '../state/use-evidence-search.ts';
import { useWords } from '../state/words.ts';
import { DialogFrame } from './dialog-frame.tsx';
import { byFile, FoundInFile, hitKey, ReadingStand } from './found-evidence.tsx';

export type Findable = {
  readonly id: string;
  readonly words: string;
  readonly aside: string;
  readonly open: () => void;
};

/** More than that nobody reads: another letter narrows it down. */
const MOST_SHOWN = 40;
/** Beside hits in evidence, which come below them. */
const MOST_ABOVE = 8;

/** Accents, đ and capitals do not matter: "dat" finds "Đạt". */
export const plain = foldText;

type FindProps = {
  readonly session: SessionView;
  readonly onClose: () => void;
  readonly all: readonly Findable[];
  readonly onHit: (hit: SearchHit) => void;
};

export function FindPanel({ isOpen, ...props }: FindProps & { readonly isOpen: boolean }): ReactNode {
  const { t } = useWords();
  const [text, setText] = useState('');
  return (
    <DialogFrame title={t('find.title')} isOpen={isOpen} onClose={props.onClose}>
      <Found {...props} text={text} onText={setText} />
    </DialogFrame>
  );
}

/** Mounted while the panel is open: only then is evidence read for it. */
function Found(props: FindProps & { readonly text: string; readonly onText: (text: string) => void }): ReactNode {
  const { session, text, onText } = props;
  const { t } = useWords();
  const { hits, more, reading } = useEvidenceSearch(session.book, text);
  const wanted = plain(text).split(/\s+/).filter(Boolean);
  const matching = props.all.filter((each) =>
    wanted.every((word) => plain(`${each.words} ${each.aside}`).includes(word)),
  );
  const found = matching.slice(0, hits.length > 0 ? MOST_ABOVE : MOST_SHOWN);
  const choose = (id: unknown): void => {
    const one = found.find((each) => each.id === id);
    const hit = hits.find((each) => hitKey(each) === id);
    if (one === undefined && hit === undefined) return;
    props.onClose();
    onText('');
    if (hit !== undefined) props.onHit(hit);
    else one?.open();
  };
  return (
    <>
      <Autocomplete inputValue={text} onInputChange={onText}>
        <SearchField className="field found-search" autoFocus={true}>
          <Label>{t('find.label')}</Label>
          <Input className="input" />
        </SearchField>
        <ListBox
          className="found"
          aria-label={t('find.found')}
          onAction={choose}
          renderEmptyState={() => <p className="soft pad">{t('find.empty')}</p>}
        >
          {found.length === 0 ? null : (
            <ListBoxSection id="named">
              {hits.length === 0 ? null : <Header className="found-file">{t('find.named')}</Header>}
              {found.map((item) => (
                <ListBoxItem key={item.id} id={item.id} textValue={item.words}>
                  <span className="found-aside">{item.aside}</span> <span>{item.words}</span>
                </ListBoxItem>
              ))}
            </ListBoxSection>
          )}
          {byFile(hits).map((group) => (
            <FoundInFile key={group[0]?.evidence} hits={group} session={session} />
          ))}
        </ListBox>
      </Autocomplete>
      <p className="soft small" role="status">
        {t('find.count', { count: matching.length })}
        {hits.length === 0 ? null : ` · ${t('find.hits', { count: hits.length })}`}
        {more ? ` · ${t('find.more')}` : null}
      </p>
      <ReadingStand reading={reading} session={session} />
    </>
  );
}
