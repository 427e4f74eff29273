// The minutes: prose and locked facts left, the live page right; put to the council and approved here.
import { type ReactNode, useState } from 'react';
import type { MinutesView } from '../../shared/contract/views.ts';
import { ActButton } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Section, Shown } from '../parts/page.tsx';
import { useHouse } from '../state/house.ts';
import { isDesk, nameOf, useAuthor, useSession, votingSeats } from '../state/session.ts';
import { useView } from '../state/use-view.ts';
import { useWords } from '../state/words.ts';
import { MinutesContent } from './minutes-content.tsx';
import { MinutesPreview, WrittenPage } from './minutes-preview.tsx';
import { ProseFields } from './prose-fields.tsx';

export function MinutesScreen(): ReactNode {
  const session = useSession();
  const { t } = useWords();
  const view = useView('minutes', { book: session.book });
  return (
    <div className="minutes">
      <div className="minutes-left">
        <h1>{t('minutes.title')}</h1>
        <Shown of={view} what={t('minutes.title')}>
          {(minutes) => <Left view={minutes} />}
        </Shown>
      </div>
      <section className="minutes-right" aria-label={t('minutes.preview')}>
        {isDesk(session) && session.minutes.file === undefined ? (
          <MinutesPreview view={view?.ok === true ? view.value : undefined} />
        ) : (
          <WrittenPage />
        )}
      </section>
    </div>
  );
}

function Left({ view }: { readonly view: MinutesView }): ReactNode {
  const session = useSession();
  const { t, say } = useWords();
  const mayEdit = isDesk(session) && session.minutes.file === undefined && session.readOnly === undefined;
  return (
    <>
      {view.missing.length === 0 ? null : (
        <Notice tone="warn">
          <p className="strong">{t('minutes.missing')}</p>
          {view.missing.map((missing) => (
            <p key={`${missing.code} ${JSON.stringify(missing.params)}`}>{say(missing)}</p>
          ))}
        </Notice>
      )}
      {mayEdit ? <ProseFields prose={view.prose} /> : null}
      <Written view={view} />
      {view.minutes === undefined ? null : <MinutesContent minutes={view.minutes} />}
    </>
  );
}

/** Which version stands before the council, and who has approved it. */
function Written({ view }: { readonly view: MinutesView }): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t, clock } = useWords();
  const author = useAuthor();
  const { written, approvals } = session.minutes;
  const write = session.possible?.writeMinutes;
  const isStale = written?.stale === true || view.stale;
  const mine = approvals.find(({ seat }) => seat === session.me.seat);
  const [isSent, setSent] = useState('');
  return (
    <Section title={t('minutes.approvals')}>
      {written === undefined ? (
        <p className="soft">{t('minutes.notwritten')}</p>
      ) : (
        <p>{t('minutes.written', { time: clock(written.at), hash: written.sha256.slice(0, 16) })}</p>
      )}
      {written !== undefined && isStale ? (
        <Notice tone="warn">
          <p>{t('minutes.stale')}</p>
        </Notice>
      ) : null}
      {isDesk(session) && session.minutes.file === undefined ? (
        <ActButton
          kind={written === undefined || isStale ? 'main' : 'plain'}
          doing={t('minutes.writing')}
          why={write === undefined || write.possible ? undefined : write.why}
          act={() => client.call('minutes.write', { book: session.book })}
        >
          {t('minutes.write')}
        </ActButton>
      ) : null}
      {written === undefined || author === undefined ? null : mine !== undefined && !mine.stale ? (
        <Notice tone="done">
          <p>{t('minutes.approved')}</p>
        </Notice>
      ) : (
        <ActButton
          kind="main"
          doing={t('minutes.approving')}
          isDisabled={isStale || isSent === written.sha256}
          act={() => author.approve(written.sha256)}
          onDone={() => setSent(written.sha256)}
        >
          {t('minutes.approve')}
        </ActButton>
      )}
      {written === undefined ? null : (
        <table>
          <tbody>
            {votingSeats(session).map(({ seat }) => {
              const approval = approvals.find((each) => each.seat === seat);
              const word = approval === undefined ? 'no' : approval.stale ? 'stale' : 'yes';
              return (
                <tr key={seat}>
                  <th scope="row">{nameOf(session, seat)}</th>
                  <td className={word === 'yes' ? undefined : 'soft'}>{t(`minutes.approval.${word}`)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Section>
  );
}
