// What was said on one criterion in the discussion, by whom and when; each member adds its own, signed like everything else.
import { type ReactNode, useState } from 'react';
import { ActButton, Button } from '../parts/button.tsx';
import { TextBlock } from '../parts/field.tsx';
import { isSitting, nameOf, useAuthor, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';

/** @param criterion null: the platform as a whole */
export function RemarkPart(props: { readonly platform: string; readonly criterion: string | null }): ReactNode {
  const { platform, criterion } = props;
  const session = useSession();
  const author = useAuthor();
  const { t, clock } = useWords();
  const said = session.remarks.filter(
    (remark) => remark.platform === platform && (remark.criterion ?? null) === criterion,
  );
  const mayAdd = author !== undefined && isSitting(session) && session.readOnly === undefined;
  if (said.length === 0 && !mayAdd) return null;
  return (
    <section className="stack tight remarks" aria-label={t('talk.remarks')}>
      <h4>{t('talk.remarks')}</h4>
      {said.map((remark) => (
        <p key={remark.entry} className="quote">
          <span className="strong small">{nameOf(session, remark.seat)}</span>{' '}
          <span className="soft small">{clock(remark.at)}</span>
          <br />
          <span className="prose">{remark.text}</span>
        </p>
      ))}
      {mayAdd ? <Add platform={platform} criterion={criterion} /> : null}
    </section>
  );
}

function Add({ platform, criterion }: { readonly platform: string; readonly criterion: string | null }): ReactNode {
  const author = useAuthor();
  const { t } = useWords();
  const [text, setText] = useState<string | undefined>(undefined);
  if (author === undefined) return null;
  if (text === undefined)
    return (
      <div>
        <Button small={true} onPress={() => setText('')}>
          {t('talk.remark.add')}
        </Button>
      </div>
    );
  return (
    <>
      <TextBlock
        label={t('talk.remark')}
        hint={t('talk.remark.hint')}
        value={text}
        maxLength={4_000}
        autoFocus={true}
        onChange={setText}
      />
      <div className="row top">
        <ActButton
          small={true}
          doing={t('talk.remark.sending')}
          isDisabled={text.trim() === ''}
          act={() => author.remark(platform, criterion, text)}
          onDone={() => setText(undefined)}
        >
          {t('talk.remark.send')}
        </ActButton>
        <Button small={true} kind="quiet" onPress={() => setText(undefined)}>
          {t('app.cancel')}
        </Button>
      </div>
    </>
  );
}
