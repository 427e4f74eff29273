// Always at the bottom: who I am and in which seat, this device, the link, what waits to be sent, the network.
import { type ReactNode, useSyncExternalStore } from 'react';
import type { SessionView } from '../../shared/contract/views.ts';
import type { Author, Trust } from '../author/author.ts';
import { useFactWords } from '../state/fact-words.ts';
import { useHouse } from '../state/house.ts';
import { seatOf } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { Button } from './button.tsx';

const NOTHING: Trust = { place: 'here', pending: 0, refused: [], lasting: true };
const nothing = (): Trust => NOTHING;
const never = (): (() => void) => () => {};

export const useTrust = (author: Author | undefined): Trust =>
  useSyncExternalStore(author?.onTrust ?? never, author?.trust ?? nothing, nothing);

export function useLink(): 'connecting' | 'open' | 'lost' | 'refused' {
  const { client } = useHouse();
  return useSyncExternalStore(
    (told) => client.onState(told),
    () => client.state.word,
    () => client.state.word,
  );
}

/** The page came from this very machine: no room is open, and nothing goes over a network. */
const isOwnMachine = (host: string): boolean => host === 'desk' || host === 'localhost' || host.startsWith('127.');

function Me({ session }: { readonly session: SessionView | undefined }): ReactNode {
  const { t } = useWords();
  const { who } = useHouse();
  const me = session?.me;
  const role = me?.seatRole === undefined ? [] : [t(`role.${me.seatRole}`)];
  const desk = (me?.as ?? who) === 'desk' ? [t('trust.desk')] : [];
  const words = [...(me === undefined || me.name === '' ? [] : [me.name]), ...role, ...desk];
  return <dd>{words.length === 0 ? t('trust.noseat') : words.join(' · ')}</dd>;
}

export function TrustBar(props: {
  readonly session?: SessionView | undefined;
  readonly author?: Author | undefined;
}): ReactNode {
  const { session, author } = props;
  const { t, say } = useWords();
  const link = useLink();
  const { client } = useHouse();
  const trust = useTrust(author);
  const fingerprint = mySeat(session)?.fingerprint;
  const factWords = useFactWords();
  const isAlone = isOwnMachine(location.hostname);
  const refused = client.state.word === 'refused' ? client.state.why : undefined;
  const doubts = trust.doubt === undefined ? [] : [t('trust.doubt', { why: say(trust.doubt) })];
  const worries = [...doubts, ...(trust.stuck === undefined ? [] : [say(trust.stuck)])];
  const refusedActs = trust.refused.map(({ kind, code }) =>
    t('trust.refused', { what: factWords(kind), why: say({ code, params: {} }) }),
  );
  return (
    <section className="trust-bar" aria-label={t('trust.bar')}>
      {trust.place === 'elsewhere' && author !== undefined ? <Elsewhere author={author} /> : null}
      {[...worries, ...refusedActs].map((words) => (
        <p key={words} className="trust-worry" role="alert">
          {words}
        </p>
      ))}
      {trust.lasting ? null : <p className="trust-note">{t('trust.fleeting')}</p>}
      <dl className="trust">
        <div>
          <dt>{t('trust.me')}</dt>
          <Me session={session} />
        </div>
        <div>
          <dt>{t('trust.device')}</dt>
          <dd className={fingerprint === undefined ? undefined : 'hash'}>{fingerprint ?? t('trust.device.unbound')}</dd>
        </div>
        <div>
          <dt>{t('trust.link')}</dt>
          <dd className={link === 'open' ? undefined : 'bad'} aria-live="polite">
            {refused === undefined ? t(`trust.link.${link === 'refused' ? 'lost' : link}`) : say(refused)}
          </dd>
        </div>
        <div>
          <dt>{t('trust.pending')}</dt>
          <dd className={trust.pending > 0 ? 'bad' : undefined}>
            {trust.pending === 0 ? t('trust.pending.none') : t('trust.pending.some', { count: trust.pending })}
          </dd>
        </div>
        <div>
          <dt>{t('trust.room')}</dt>
          <dd>{t(isAlone ? 'trust.room.none' : 'trust.room.open')}</dd>
        </div>
        <div>
          <dt>{t('trust.network')}</dt>
          <dd>{t(isAlone ? 'trust.network.none' : 'trust.network.words')}</dd>
        </div>
        {session === undefined ? null : (
          <div>
            <dt>{t('trust.copy')}</dt>
            <dd>{t('trust.copy.none')}</dd>
          </div>
        )}
      </dl>
      {session?.kind === 'rehearsal' ? <p className="stamp">{t('trust.rehearsal')}</p> : null}
    </section>
  );
}

/** Another tab of this browser writes for the seat: two writers would fork its feed. */
function Elsewhere({ author }: { readonly author: Author }): ReactNode {
  const { t } = useWords();
  return (
    <div className="trust-worry row">
      <span>{t('trust.elsewhere')}</span>
      <Button small={true} onPress={() => void author.takeOver()}>
        {t('trust.takeover')}
      </Button>
    </div>
  );
}

const mySeat = (session: SessionView | undefined) =>
  session === undefined ? undefined : seatOf(session, session.me.seat);
