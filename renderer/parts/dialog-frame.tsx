// The one frame of what lies over a screen for a moment: a title, a way out, the content; closes with Esc or beside it.
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useWords } from '../state/words.ts';
import { Button } from './button.tsx';

export function DialogFrame(props: {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** For what is read at length. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useWords();
  return (
    <ModalOverlay
      className="overlay"
      isOpen={props.isOpen}
      onOpenChange={(isOpen) => !isOpen && props.onClose()}
      isDismissable={true}
    >
      <Modal className={props.wide === true ? 'dialog wide' : 'dialog'}>
        <Dialog className="dialog-body">
          <div className="dialog-head">
            <Heading slot="title" level={2}>
              {props.title}
            </Heading>
            <Button kind="quiet" onPress={props.onClose}>
              {t('app.close')}
            </Button>
          </div>
          {props.children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
