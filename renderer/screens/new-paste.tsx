// A list of members pasted as text: shown as it will be read before it takes the place of what stands in the table.
import { type ReactNode, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { TextBlock } from '../parts/field.tsx';
import { type PastedMember, readMembers } from '../state/paste-members.ts';
import { useWords } from '../state/words.ts';

export function PasteMembers({ onRead }: { readonly onRead: (read: readonly PastedMember[]) => void }): ReactNode {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const read = readMembers(text);
  if (!isOpen)
    return (
      <div className="row">
        <Button kind="quiet" onPress={() => setOpen(true)}>
          {t('new.paste')}
        </Button>
      </div>
    );
  return (
    <div className="stack tight sunken">
      <TextBlock
        label={t('new.paste.label')}
        hint={t('new.paste.hint')}
        value={text}
        onChange={setText}
        rows={6}
        autoFocus={true}
      />
      {text.trim() === '' ? null : (
        <p className="small" role="status">
          {read.length === 0
            ? t('new.paste.nothing')
            : t('new.paste.read', { count: read.length, first: read[0]?.name ?? '', last: read.at(-1)?.name ?? '' })}
        </p>
      )}
      <div className="row">
        <Button
          isDisabled={read.length === 0}
          onPress={() => {
            onRead(read);
            setText('');
            setOpen(false);
          }}
        >
          {t('new.paste.take')}
        </Button>
        <Button kind="quiet" onPress={() => setOpen(false)}>
          {t('app.cancel')}
        </Button>
      </div>
    </div>
  );
}
