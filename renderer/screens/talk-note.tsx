// The secretary's note on one criterion: it goes to the end of the discussion in the minutes, where it can be edited.
import { type ReactNode, useState } from 'react';
import { ActButton } from '../parts/button.tsx';
import { TextBlock } from '../parts/field.tsx';
import { useHouse } from '../state/house.ts';
import { useSession } from '../state/session.ts';
import { useView } from '../state/use-view.ts';
import { useWords } from '../state/words.ts';

/** Longest discussion that the minutes take, characters. */
const LONGEST = 20_000;

export function TalkNote({ criterion }: { readonly criterion: string }): ReactNode {
  const { book } = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const minutes = useView('minutes', { book });
  const [text, setText] = useState('');
  const [isSaved, setSaved] = useState(false);
  if (minutes?.ok !== true) return null;
  const { prose } = minutes.value;
  // In the language of the minutes, whatever the screen speaks.
  const line = `Tiêu chí ${criterion}: ${text.trim()}`;
  const discussion = prose.discussion.trim() === '' ? line : `${prose.discussion.trimEnd()}\n${line}`;
  return (
    <div className="stack tight talk-note">
      <TextBlock
        label={t('talk.note')}
        hint={t('talk.note.hint')}
        value={text}
        maxLength={2_000}
        rows={3}
        error={discussion.length > LONGEST ? t('talk.note.full') : undefined}
        onChange={(next) => {
          setText(next);
          setSaved(false);
        }}
      />
      <ActButton
        small={true}
        doing={t('talk.note.add')}
        isDisabled={text.trim() === '' || discussion.length > LONGEST}
        act={() =>
          client.call('prose.save', { book, prose: { ...prose, recipients: [...prose.recipients], discussion } })
        }
        onDone={() => {
          setText('');
          setSaved(true);
        }}
      >
        {t('talk.note.add')}
      </ActButton>
      <p className="small soft" role="status">
        {isSaved ? t('talk.note.added') : ''}
      </p>
    </div>
  );
}
