// Declarations of members without a device, written down by the secretary, and told as such.
import { type ReactNode, useState } from 'react';
import type { PlatformView, SeatView } from '../../shared/contract/views.ts';
import { ActButton, Button } from '../parts/button.tsx';
import { Choice } from '../parts/field.tsx';
import { Section } from '../parts/page.tsx';
import { useHouse } from '../state/house.ts';
import { type Answers, declaredOf, isAnswered, mayAddConflict } from '../state/recusal.ts';
import { isDesk, useSession, votingSeats } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { InterestAnswers } from './declaration-form.tsx';

export function RecordedDeclaration(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const [chosen, setChosen] = useState('');
  if (!isDesk(session) || session.readOnly !== undefined || session.meeting.closedAt !== undefined) return null;
  const able = votingSeats(session).filter(({ device, seat }) => device === 'none' && seat !== session.me.seat);
  if (able.length === 0) return null;
  const seat = able.find((each) => each.seat === chosen);
  return (
    <Section title={t('recusal.record')} words={t('recusal.record.words')}>
      <div className="cols">
        <Choice
          label={t('recusal.record.whom')}
          value={seat?.seat ?? ''}
          empty={t('replace.choose')}
          options={able.map((each) => ({ value: each.seat, label: `${each.name} (${t(`role.${each.role}`)})` }))}
          onChange={setChosen}
        />
      </div>
      {seat === undefined ? null : <Record key={seat.seat} seat={seat} onClose={() => setChosen('')} />}
    </Section>
  );
}

function Record(props: { readonly seat: SeatView; readonly onClose: () => void }): ReactNode {
  const { seat, onClose } = props;
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const [answers, setAnswers] = useState<Answers>({});
  const first = session.platforms.filter(({ platform }) => seat.declared[platform] === undefined);
  const later = mayAddConflict(session, seat);
  const open: readonly PlatformView[] = [...first, ...later];
  const onAnswer = (platform: string, answer: Answers[string]): void =>
    setAnswers((all) => ({ ...all, [platform]: answer }));
  const isWhole =
    first.every(({ platform }) => isAnswered(answers[platform])) &&
    open.some(({ platform }) => isAnswered(answers[platform]));
  if (open.length === 0) return <p className="soft small">{t('recusal.record.none')}</p>;
  return (
    <div className="stack quote">
      <InterestAnswers platforms={first} answers={answers} onAnswer={onAnswer} />
      {later.length === 0 ? null : (
        <>
          <p className="soft small">{t('recusal.record.later')}</p>
          <InterestAnswers platforms={later} answers={answers} isAdded={true} onAnswer={onAnswer} />
        </>
      )}
      <div className="row">
        <ActButton
          kind="main"
          doing={t('recusal.record')}
          isDisabled={!isWhole}
          act={() =>
            client.call('interest.record', {
              book: session.book,
              seat: seat.seat,
              declared: declaredOf(open, answers).map((each) => ({ ...each })),
            })
          }
          onDone={onClose}
        >
          {t('recusal.record.yes', { name: seat.name })}
        </ActButton>
        <Button kind="quiet" onPress={onClose}>
          {t('app.cancel')}
        </Button>
      </div>
    </div>
  );
}
