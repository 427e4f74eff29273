// Finds criteria, evidence and steps of the session by any part of their words (Ctrl+K).
import { type ReactNode, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Heading,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { useWords } from '../state/words.ts';

export type Findable = {
  readonly id: string;
  readonly words: string;
  readonly aside: string;
  readonly open: () => void;
};

/** Accents, đ and capitals do not matter: "dat" finds "Đạt". */
export const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();

export function FindPanel(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly all: readonly Findable[];
}): ReactNode {
  const { t } = useWords();
  const [text, setText] = useState('');
  const wanted = plain(text).split(/\s+/).filter(Boolean);
  const found = props.all
    .filter((each) => wanted.every((word) => plain(`${each.words} ${each.aside}`).includes(word)))
    .slice(0, 40);
  const choose = (id: unknown): void => {
    const one = found.find((each) => each.id === id);
    if (one === undefined) return;
    props.onClose();
    setText('');
    one.open();
  };
  return (
    <ModalOverlay
      className="overlay"
      isOpen={props.isOpen}
      onOpenChange={(isOpen) => !isOpen && props.onClose()}
      isDismissable={true}
    >
      <Modal>
        <Dialog className="dialog stack">
          <Heading slot="title">{t('find.title')}</Heading>
          <Autocomplete inputValue={text} onInputChange={setText}>
            <SearchField className="field" autoFocus={true}>
              <Label>{t('find.label')}</Label>
              <Input className="input" />
            </SearchField>
            <ListBox
              className="found"
              aria-label={t('find.label')}
              items={found}
              onAction={choose}
              renderEmptyState={() => <p className="soft">{t('find.empty')}</p>}
            >
              {(item) => (
                <ListBoxItem id={item.id} textValue={item.words}>
                  <span className="soft small">{item.aside}</span> {item.words}
                </ListBoxItem>
              )}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
