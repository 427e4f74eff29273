// Finds criteria, evidence and steps of the session by any part of their words (Ctrl+K).
import { type ReactNode, useState } from 'react';
import { Autocomplete, Input, Label, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import { foldText } from '../../shared/base/search-text.ts';
import { useWords } from '../state/words.ts';
import { DialogFrame } from './dialog-frame.tsx';

export type Findable = {
  readonly id: string;
  readonly words: string;
  readonly aside: string;
  readonly open: () => void;
};

/** More than that nobody reads: another letter narrows it down. */
const MOST_SHOWN = 40;

/** Accents, đ and capitals do not matter: "dat" finds "Đạt". */
export const plain = foldText;

export function FindPanel(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly all: readonly Findable[];
}): ReactNode {
  const { t } = useWords();
  const [text, setText] = useState('');
  const wanted = plain(text).split(/\s+/).filter(Boolean);
  const matching = props.all.filter((each) =>
    wanted.every((word) => plain(`${each.words} ${each.aside}`).includes(word)),
  );
  const found = matching.slice(0, MOST_SHOWN);
  const choose = (id: unknown): void => {
    const one = found.find((each) => each.id === id);
    if (one === undefined) return;
    props.onClose();
    setText('');
    one.open();
  };
  return (
    <DialogFrame title={t('find.title')} isOpen={props.isOpen} onClose={props.onClose}>
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField className="field found-search" autoFocus={true}>
          <Label>{t('find.label')}</Label>
          <Input className="input" />
        </SearchField>
        <ListBox
          className="found"
          aria-label={t('find.found')}
          items={found}
          onAction={choose}
          renderEmptyState={() => <p className="soft pad">{t('find.empty')}</p>}
        >
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.words}>
              <span className="found-aside">{item.aside}</span> <span>{item.words}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
      <p className="soft small" role="status">
        {t('find.count', { count: matching.length })}
      </p>
    </DialogFrame>
  );
}
