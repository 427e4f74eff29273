// Replacing a member of the council between two sittings: on what ground, and who comes to the place.
import { type ReactNode, useState } from 'react';
import { ActButton, Button } from '../parts/button.tsx';
import { Choice, TextLine } from '../parts/field.tsx';
import { Section } from '../parts/page.tsx';
import { useHouse } from '../state/house.ts';
import { isDesk, isSitting, nameOf, useSession, votingSeats } from '../state/session.ts';
import { useWords } from '../state/words.ts';

const EMPTY = { ground: '', name: '', position: '', unit: '' };

export function ReplacePart(): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState('');
  const [typed, setTyped] = useState(EMPTY);
  const { openedAt, closedAt } = session.meeting;
  // Before the meeting a member is changed in the form of the session.
  if (!isDesk(session) || openedAt === undefined || closedAt !== undefined || session.readOnly !== undefined)
    return null;
  // The feed that rules is bound to the seat of the one who records.
  const able = votingSeats(session).filter(({ seat }) => seat !== session.me.seat);
  const seat = able.find((each) => each.seat === chosen)?.seat ?? '';
  const put = (part: Partial<typeof EMPTY>) => setTyped((now) => ({ ...now, ...part }));
  const isWhole = seat !== '' && typed.name.trim() !== '' && typed.ground.trim() !== '';
  return (
    <Section title={t('replace.title')} words={t('replace.words')}>
      {isOpen ? (
        <div className="stack quote">
          <div className="cols">
            <Choice
              label={t('replace.whom')}
              value={seat}
              empty={t('replace.choose')}
              options={able.map((each) => ({ value: each.seat, label: `${each.name} (${t(`role.${each.role}`)})` }))}
              onChange={setChosen}
            />
            <TextLine
              label={t('replace.ground')}
              hint={t('replace.ground.hint')}
              value={typed.ground}
              onChange={(ground) => put({ ground })}
              maxLength={500}
            />
          </div>
          <div className="cols three">
            <TextLine label={t('replace.name')} value={typed.name} onChange={(name) => put({ name })} maxLength={200} />
            <TextLine
              label={t('new.member.position')}
              value={typed.position}
              onChange={(position) => put({ position })}
              maxLength={200}
            />
            <TextLine
              label={t('new.member.unit')}
              value={typed.unit}
              onChange={(unit) => put({ unit })}
              maxLength={200}
            />
          </div>
          <div className="row">
            <ActButton
              kind="main"
              doing={t('replace.title')}
              isDisabled={!isWhole}
              act={() =>
                client.call('seat.replace', {
                  book: session.book,
                  seat,
                  ground: typed.ground.trim(),
                  name: typed.name.trim(),
                  position: typed.position.trim(),
                  unit: typed.unit.trim(),
                })
              }
              onDone={() => {
                setOpen(false);
                setTyped(EMPTY);
                setChosen('');
              }}
            >
              {seat === '' ? t('replace.yes') : t('replace.yes.of', { name: nameOf(session, seat) })}
            </ActButton>
            <Button kind="quiet" onPress={() => setOpen(false)}>
              {t('app.cancel')}
            </Button>
          </div>
        </div>
      ) : (
        <BeginReplace onOpen={() => setOpen(true)} />
      )}
    </Section>
  );
}

/** While the council sits nobody is replaced: the button stays off and says so. */
function BeginReplace({ onOpen }: { readonly onOpen: () => void }): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const isBarred = isSitting(session);
  return (
    <div className="act">
      <Button small={true} isDisabled={isBarred} onPress={onOpen}>
        {t('replace.begin')}
      </Button>
      {isBarred ? <p className="soft small">{t('replace.sitting')}</p> : null}
    </div>
  );
}
