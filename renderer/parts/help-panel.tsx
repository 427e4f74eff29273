// The keys of the house, at one key; closes with Esc or the same key.
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useChosen, useWords } from '../state/words.ts';
import { Button } from './button.tsx';

const KEYS = [
  ['1', 'help.1'],
  ['2', 'help.2'],
  ['3', 'help.3'],
  ['0', 'help.0'],
  ['J  K', 'help.jk'],
  ['E', 'help.e'],
  ['C', 'help.c'],
  ['R', 'help.r'],
  ['D', 'help.d'],
  ['Ctrl+Enter', 'help.cast'],
  ['Ctrl+Z', 'help.undo'],
  ['Ctrl+K', 'help.find'],
  ['?', 'help.help'],
] as const;

export function HelpPanel(props: { readonly isOpen: boolean; readonly onClose: () => void }): ReactNode {
  const { t } = useWords();
  const { settings } = useChosen();
  return (
    <ModalOverlay
      className="overlay"
      isOpen={props.isOpen}
      onOpenChange={(isOpen) => !isOpen && props.onClose()}
      isDismissable={true}
    >
      <Modal>
        <Dialog className="dialog stack">
          <div className="row">
            <Heading slot="title">{t('help.title')}</Heading>
          </div>
          <dl className="keys">
            {KEYS.map(([keys, key]) => (
              <KeyRow key={key} keys={keys.split('  ')} words={t(key)} />
            ))}
          </dl>
          <p className="soft small">{settings.singleKeys ? t('help.where') : t('help.off')}</p>
          <div className="row end">
            <Button onPress={props.onClose}>{t('app.close')}</Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function KeyRow(props: { readonly keys: readonly string[]; readonly words: string }): ReactNode {
  return (
    <>
      <dt>
        {props.keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{props.words}</dd>
    </>
  );
}
