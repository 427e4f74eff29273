// The foot of an absent member's desk: the words of the opinion, own marks sealed with them, and what becomes of both.
import { type ReactNode, useState } from 'react';
import type { PlatformView } from '../../shared/contract/views.ts';
import type { Author } from '../author/author.ts';
import { ActButton, Button } from '../parts/button.tsx';
import { KeySign } from '../parts/key-sign.tsx';
import { Refused } from '../parts/notice.tsx';
import { Tick } from '../parts/pick.tsx';
import { useSession } from '../state/session.ts';
import type { WorkingSheet } from '../state/use-sheet.ts';
import { useWords } from '../state/words.ts';
import { TypedField } from './typed-field.tsx';

type Props = {
  readonly platform: PlatformView;
  readonly author: Author;
  readonly working: WorkingSheet;
  /** Marks may be sealed with the words. */
  readonly maySeal: boolean;
  /** Criteria without a whole mark. */
  readonly left: number;
  readonly isAsking: boolean;
  readonly onAsk: (isAsking: boolean) => void;
};

export function OpinionFoot(props: Props): ReactNode {
  const { platform, working, isAsking, onAsk } = props;
  const session = useSession();
  const { t } = useWords();
  const sent = platform.opinions.filter(({ seat }) => seat === session.me.seat).length;
  return (
    <div className="foot">
      {working.refused === undefined ? null : <Refused refusal={working.refused} />}
      {sent === 0 ? null : (
        <p className="small" role="status">
          {t('absent.sent', { count: sent })}
        </p>
      )}
      {isAsking ? (
        <Write {...props} />
      ) : (
        <div className="row">
          <span className="soft small">{t('absent.never')}</span>
          <span className="grow" />
          <Button kind="main" label={t('absent.write')} onPress={() => onAsk(true)}>
            {t('absent.write')} <KeySign keys="Ctrl+Enter" />
          </Button>
        </div>
      )}
    </div>
  );
}

function Write({ platform, author, working, maySeal, left, onAsk }: Props): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const [isWith, setWith] = useState(false);
  const words = working.draft.comment ?? '';
  const send = async () => {
    // Leaving the field saves what was typed in it.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const { comment: _, ...marks } = working.draft;
    return await author.writeOpinion(platform.platform, words.trim(), isWith ? marks : undefined);
  };
  return (
    <section className="cast" aria-label={t('absent.write')}>
      <TypedField
        place="opinion"
        label={t('absent.text', { name: platform.name })}
        value={words}
        isDisabled={false}
        onSave={working.saveComment}
      />
      {maySeal ? (
        <Tick
          label={t('absent.marks')}
          hint={left === 0 ? t('absent.marks.words') : t('absent.marks.left', { count: left })}
          isOn={isWith && left === 0}
          isDisabled={left > 0}
          onChange={setWith}
        />
      ) : null}
      <p className="small soft">
        {t('absent.never')} {t(`absent.shown.${session.rules.opinions.shown}`)}
      </p>
      <div className="row">
        <ActButton
          kind="main"
          doing={t('absent.sending')}
          isDisabled={words.trim() === ''}
          act={send}
          onDone={() => onAsk(false)}
        >
          {t(isWith && left === 0 ? 'absent.send.marks' : 'absent.send')}
        </ActButton>
        <Button kind="quiet" onPress={() => onAsk(false)}>
          {t('app.cancel')}
        </Button>
      </div>
    </section>
  );
}
