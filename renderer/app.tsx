// The application: providers, the frame around every screen, and which screen the address names.
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { SearchHit } from '../shared/contract/evidence-methods.ts';
import { PHASES, type Phase } from '../shared/contract/phases.ts';
import type { SessionView } from '../shared/contract/views.ts';
import { criteriaOf } from '../shared/criteria/criteria-set.ts';
import { localeOf } from '../shared/lang/when.ts';
import { type Findable, FindPanel } from './parts/find-panel.tsx';
import { GuideStrip } from './parts/guide-strip.tsx';
import { HeadBar } from './parts/head-bar.tsx';
import { HelpPanel } from './parts/help-panel.tsx';
import { late } from './parts/late.tsx';
import { Page, Shown, Tag } from './parts/page.tsx';
import { PhaseLine } from './parts/phase-line.tsx';
import { ProjectorButton } from './parts/projector-button.tsx';
import { TrustBar } from './parts/trust-bar.tsx';
import { HomeScreen } from './screens/home-screen.tsx';
import { fetchEnglish } from './state/english.ts';
import { firstScreen } from './state/first-screen.ts';
import { GoalProvider, type GoalStore, goalStore } from './state/goal.ts';
import { type House, HouseProvider } from './state/house.ts';
import { isRecused } from './state/recusal.ts';
import { go, type Route, useRoute, writeRoute } from './state/route.ts';
import { isUnpromulgated, SessionProvider } from './state/session.ts';
import { type SettingsStore, useSettings } from './state/settings.ts';
import { useDressed } from './state/use-dressed.ts';
import { useKeys } from './state/use-keys.ts';
import { useShell } from './state/use-shell.ts';
import { useTitle } from './state/use-title.ts';
import { useView } from './state/use-view.ts';
import { ChosenProvider, useWords } from './state/words.ts';

/** Whoever opens the desk sees the home first; the rest comes while it is looked at. */
const pages = late(async () => (await import('./screens/page-screen.tsx')).PageScreen);
const sessions = late(async () => (await import('./screens/session-screen.tsx')).SessionScreen);

/** When the first screen is in sight and the house is quiet, ms. */
const SOON = 300;

export function App(props: { readonly house: House; readonly settings: SettingsStore }): ReactNode {
  const settings = useSettings(props.settings);
  useDressed(settings);
  const chosen = useMemo(() => ({ settings, change: props.settings.change }), [settings, props.settings]);
  const goals = useMemo(goalStore, []);
  return (
    <HouseProvider value={props.house}>
      <ChosenProvider value={chosen}>
        <I18nProvider locale={localeOf(settings.language)}>
          <GoalProvider value={goals}>
            <Frame goals={goals} house={props.house} />
          </GoalProvider>
        </I18nProvider>
      </ChosenProvider>
    </HouseProvider>
  );
}

function Frame({ goals, house }: { readonly goals: GoalStore; readonly house: House }): ReactNode {
  const { t } = useWords();
  const route = useRoute();
  const [open, setOpen] = useState<'help' | 'find' | undefined>(undefined);
  useKeys(({ act }) => {
    if (act !== 'help' && act !== 'find') return false;
    if (act === 'find' && route.at !== 'session') return false;
    setOpen((now) => (now === act ? undefined : act));
    return true;
  });
  const toolbar = { onHelp: () => setOpen('help'), onFind: () => setOpen('find') };
  useShell(toolbar);
  useEffect(() => {
    // Ahead of need, so that a host that is lost later leaves no screen behind.
    const soon = setTimeout(() => {
      sessions.fetch();
      pages.fetch();
      void fetchEnglish();
    }, SOON);
    return () => clearTimeout(soon);
  }, []);
  return (
    <div className="house">
      <button type="button" className="button skip" onClick={toContent}>
        {t('app.skip')}
      </button>
      {route.at === 'session' ? (
        <SessionFrame
          key={route.book}
          route={route}
          goals={goals}
          house={house}
          isFinding={open === 'find'}
          onClose={() => setOpen(undefined)}
          {...toolbar}
        />
      ) : (
        <>
          <HeadBar onHelp={toolbar.onHelp} />
          <div />
          <Main>
            <Plain route={route} />
          </Main>
          <TrustBar />
        </>
      )}
      <HelpPanel route={route} isOpen={open === 'help'} onClose={() => setOpen(undefined)} />
    </div>
  );
}

function Main(props: { readonly isRehearsal?: boolean; readonly children: ReactNode }): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <main className={props.isRehearsal === true ? 'content rehearsal' : 'content'} id="main" tabIndex={0}>
      {props.children}
    </main>
  );
}

/** The fragment is the route, so the skip button moves the focus itself. */
const toContent = (): void => document.getElementById('main')?.focus();

function Plain({ route }: { readonly route: Route }): ReactNode {
  const { t } = useWords();
  useTitle(route.at === 'page' ? t(`${route.page}.title`) : t(route.at === 'join' ? 'join.title' : 'app.home'));
  return route.at === 'join' || route.at === 'page' ? <pages.Part route={route} /> : <HomeScreen />;
}

function SessionFrame(props: {
  readonly route: Route & { readonly at: 'session' };
  readonly goals: GoalStore;
  readonly house: House;
  readonly isFinding: boolean;
  readonly onHelp: () => void;
  readonly onFind: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { route, house } = props;
  const { t } = useWords();
  const view = useView('session', { book: route.book });
  const session = view?.ok === true ? view.value : undefined;
  const shown = route.phase ?? (session === undefined ? 'prepare' : firstScreen(session));
  useTitle(t(shown === 'log' ? 'log.title' : `phase.${shown}`), ...(session === undefined ? [] : [session.subject]));
  const author = session?.me.seat === undefined ? undefined : house.author(route.book, session.me.seat);
  return (
    <>
      <HeadBar
        onHelp={props.onHelp}
        onFind={props.onFind}
        {...(session === undefined ? {} : { subject: session.subject, tags: <Tags session={session} /> })}
        {...(session?.me.as === 'desk' ? { more: <ProjectorButton book={session.book} /> } : {})}
      />
      <div>
        {session === undefined ? null : <PhaseLine session={session} shown={shown} />}
        {session === undefined ? null : <GuideStrip session={session} shown={shown} author={author} />}
      </div>
      <Main isRehearsal={session?.kind === 'rehearsal'}>
        {session === undefined ? (
          <Page title={t('home.sessions')}>
            <Shown of={view} what={t('home.sessions')}>
              {() => null}
            </Shown>
            {view?.ok === false && view.refusal.code === 'book-replaced' ? (
              <p>
                <a className="button main" href={writeRoute({ at: 'join', code: '' })}>
                  {t('home.join')}
                </a>
              </p>
            ) : null}
          </Page>
        ) : (
          <SessionProvider value={session}>
            <sessions.Part session={session} shown={shown} />
          </SessionProvider>
        )}
      </Main>
      <TrustBar session={session} author={author} />
      {session === undefined ? null : (
        <Finder session={session} goals={props.goals} isOpen={props.isFinding} onClose={props.onClose} />
      )}
    </>
  );
}

function Tags({ session }: { readonly session: SessionView }): ReactNode {
  const { t } = useWords();
  return (
    <>
      {session.kind === 'rehearsal' ? (
        <Tag tone="warn" title={t('tag.rehearsal.words')}>
          {t('tag.rehearsal')}
        </Tag>
      ) : null}
      {session.criteria.sample ? (
        <Tag tone="warn" title={t('tag.sample.words')}>
          {t('tag.sample')}
        </Tag>
      ) : null}
      {isUnpromulgated(session.criteria) ? (
        <Tag tone="warn" title={t('tag.unpromulgated.words')}>
          {t('tag.unpromulgated')}
        </Tag>
      ) : null}
    </>
  );
}

function Finder(props: {
  readonly session: SessionView;
  readonly goals: GoalStore;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { session, goals } = props;
  const { t, of } = useWords();
  const criteria = useView('criteria', { book: session.book });
  const to = (phase: Phase | 'log') => go({ at: 'session', book: session.book, phase });
  const all: Findable[] = [
    ...PHASES.map((phase) => ({ id: phase, words: t(`phase.${phase}`), aside: t('find.step'), open: () => to(phase) })),
    { id: 'log', words: t('log.title'), aside: t('find.step'), open: () => to('log') },
    ...(criteria?.ok === true ? criteriaOf(criteria.value.set) : []).map((criterion) => ({
      id: `c ${criterion.id}`,
      words: of(criterion.statement),
      aside: criterion.id,
      open: () => {
        goals.set({ to: 'criterion', criterion: criterion.id });
        to('scoring');
      },
    })),
    ...session.platforms
      .filter((platform) => !isRecused(platform, session.me.seat))
      .flatMap((platform) =>
        platform.evidence.map((item) => ({
          id: `e ${item.evidence}`,
          words: item.title,
          aside: t('evidence.item', { number: item.number }),
          open: () => {
            goals.set({ to: 'evidence', platform: platform.platform, sha256: item.sha256 });
            to('scoring');
          },
        })),
      ),
  ];
  const open = ({ platform, sha256, page, around: [, words] }: SearchHit): void => {
    goals.set({
      to: 'evidence',
      platform,
      sha256,
      ...(page === undefined ? {} : { page }),
      ...(words === undefined ? {} : { words }),
    });
    to('scoring');
  };
  return <FindPanel session={session} isOpen={props.isOpen} onClose={props.onClose} all={all} onHit={open} />;
}
