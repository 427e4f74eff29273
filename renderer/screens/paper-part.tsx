// Sheets of paper for members without a device: numbered, printed, entered by the secretary, confirmed by a second seat.
import { type ReactNode, useState } from 'react';
import { entitledIn } from '../../shared/contract/poll-sheets.ts';
import type { CriteriaView, PlatformView, PollView, SeatView } from '../../shared/contract/views.ts';
import { ActButton, Button } from '../parts/button.tsx';
import { Section } from '../parts/page.tsx';
import { useHouse } from '../state/house.ts';
import { shortCode } from '../state/paper.ts';
import { nameOf, seatOf, useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { PaperEntry } from './paper-entry.tsx';
import { PaperPrint } from './paper-print.tsx';

type Props = { readonly platform: PlatformView; readonly poll: PollView; readonly criteria: CriteriaView };

/** Seats that a sheet of paper is for: entitled, and without a device of their own. */
function seatsOnPaper(seats: readonly SeatView[], poll: PollView): readonly SeatView[] {
  const entitled = new Set(entitledIn(poll).map(({ seat }) => seat));
  return seats.filter(
    ({ seat, device }) => entitled.has(seat) && (device === 'none' || poll.paper[seat] !== undefined),
  );
}

export function PaperPart({ platform, poll, criteria }: Props): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const [entering, setEntering] = useState('');
  const seats = seatsOnPaper(session.seats, poll);
  const unnumbered = seats.filter(({ seat }) => poll.paper[seat] === undefined).map(({ seat }) => seat);
  const issue = (to: readonly string[]) =>
    client.call('paper.issue', { book: session.book, poll: poll.poll, seats: [...to] });
  const isOpen = poll.step === 'open';
  return (
    <div className="page">
      <Section title={t('paper.title')} words={t('paper.words')}>
        {seats.length === 0 ? <p>{t('paper.nobody')}</p> : null}
        <div className="row">
          {isOpen && unnumbered.length > 0 ? (
            <ActButton doing={t('paper.issue')} act={() => issue(unnumbered)}>
              {t('paper.issue.all', { count: unnumbered.length })}
            </ActButton>
          ) : null}
          {Object.keys(poll.paper).length === 0 ? null : <PaperPrint poll={poll} />}
        </div>
        {seats.length === 0 ? null : (
          <table className="progress-table">
            <thead>
              <tr>
                <th scope="col">{t('attendance.member')}</th>
                <th scope="col">{t('paper.number')}</th>
                <th scope="col">{t('progress.sheet')}</th>
              </tr>
            </thead>
            <tbody>
              {seats.map((seat) => (
                <PaperRow
                  key={seat.seat}
                  seat={seat}
                  poll={poll}
                  isEntering={entering === seat.seat}
                  onEnter={() => setEntering(seat.seat)}
                />
              ))}
            </tbody>
          </table>
        )}
      </Section>
      {isOpen && seatOf(session, entering) !== undefined ? (
        <PaperEntry
          key={entering}
          platform={platform}
          poll={poll}
          criteria={criteria}
          seat={entering}
          onClose={() => setEntering('')}
        />
      ) : null}
    </div>
  );
}

function PaperRow(props: {
  readonly seat: SeatView;
  readonly poll: PollView;
  readonly isEntering: boolean;
  readonly onEnter: () => void;
}): ReactNode {
  const { seat, poll, isEntering, onEnter } = props;
  const { t } = useWords();
  const number = poll.paper[seat.seat];
  const sheet = poll.sheetsOfPaper.find((each) => each.seat === seat.seat);
  const mayEnter = poll.step === 'open' && number !== undefined && sheet === undefined && !isEntering;
  return (
    <tr>
      <th scope="row">
        {seat.name} <span className="soft small">· {t(`role.${seat.role}`)}</span>
      </th>
      <td>{number ?? <span className="soft">{t('paper.number.none')}</span>}</td>
      <td>
        {sheet !== undefined ? <Entered poll={poll} sheet={sheet} name={seat.name} /> : null}
        {sheet === undefined && number !== undefined && !mayEnter && !isEntering ? t('paper.not-entered') : null}
        {mayEnter ? (
          <Button small={true} onPress={onEnter}>
            {t('paper.enter', { number })}
          </Button>
        ) : null}
        {isEntering ? t('paper.entering') : null}
      </td>
    </tr>
  );
}

function Entered(props: {
  readonly poll: PollView;
  readonly sheet: PollView['sheetsOfPaper'][number];
  readonly name: string;
}): ReactNode {
  const { poll, sheet, name } = props;
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const isWaiting = sheet.confirmedBy === undefined;
  return (
    <div className="stack tight">
      <p>
        {t('paper.entered', { name: nameOf(session, sheet.by) })}{' '}
        <span className="code-word">{shortCode(sheet.ballot)}</span>
      </p>
      <p className={isWaiting ? 'waiting' : undefined}>
        {sheet.confirmedBy === undefined
          ? t(poll.step === 'open' ? 'paper.unconfirmed' : 'paper.unconfirmed.closed')
          : t('paper.confirmed', { name: nameOf(session, sheet.confirmedBy) })}
      </p>
      {poll.step === 'open' ? (
        <ActButton
          kind="quiet"
          small={true}
          doing={t('paper.reopen')}
          label={t('paper.reopen.of', { name })}
          act={() => client.call('paper.reopen', { book: session.book, poll: poll.poll, seat: sheet.seat })}
        >
          {t('paper.reopen')}
        </ActButton>
      ) : null}
    </div>
  );
}
