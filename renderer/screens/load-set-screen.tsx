// Loading a criteria set: a file, a dry run with everything that was found, the set as it will be, and only then a yes.
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { CriteriaFileReport } from '../../shared/contract/criteria-library.ts';
import { criteriaOf } from '../../shared/criteria/criteria-set.ts';
import { ActButton, Button } from '../parts/button.tsx';
import { FilePick } from '../parts/file-pick.tsx';
import { Notice, Refused } from '../parts/notice.tsx';
import { Page, Section } from '../parts/page.tsx';
import { countOf, verdictOf } from '../state/file-findings.ts';
import { writeRoute } from '../state/route.ts';
import { type Loading, type LoadSet, useLoadSet } from '../state/use-load-set.ts';
import { useWords } from '../state/words.ts';
import { FindingsPart, LeftOut } from './load-set-findings.tsx';
import { ConsultationsPart, PackPart } from './load-set-pack.tsx';
import { MappingPart } from './load-set-table.tsx';
import { SetTree } from './load-set-tree.tsx';
import { RootsPart } from './roots-part.tsx';

type Accepted = { readonly key: string; readonly name: string; readonly version: string; readonly savedAt: string };

export function LoadSetScreen(): ReactNode {
  const { t } = useWords();
  const loading = useLoadSet();
  const [accepted, setAccepted] = useState<Accepted | undefined>(undefined);
  return (
    <Page title={t('library.load.title')} words={t('library.load.words')}>
      <p>
        <a href={writeRoute({ at: 'page', page: 'library' })}>{t('load.back')}</a>
      </p>
      {accepted === undefined ? (
        <Wizard loading={loading} onAccepted={setAccepted} />
      ) : (
        <TakenIn
          accepted={accepted}
          onAnother={() => {
            loading.clear();
            setAccepted(undefined);
          }}
        />
      )}
    </Page>
  );
}

function Wizard(props: { readonly loading: LoadSet; readonly onAccepted: (accepted: Accepted) => void }): ReactNode {
  const { loading, onAccepted } = props;
  const { state } = loading;
  const { t } = useWords();
  const [first, setFirst] = useState<string | undefined>(undefined);
  const shown = state.step === 'read' || state.step === 'reading' ? state : undefined;
  const report = shown?.report;
  const take = (files: readonly File[]): void => {
    const [file] = files;
    if (file === undefined) return;
    setFirst(files.length > 1 ? file.name : undefined);
    loading.take(file);
  };
  return (
    <>
      <Section title={t('load.file')}>
        <FilePick label={t('load.drop')} button={t('load.pick')} hint={t('load.drop.words')} onFiles={take} />
        {first === undefined ? null : <p className="small">{t('load.first', { name: first })}</p>}
        <Progress state={state} onStop={loading.stop} />
      </Section>
      {report === undefined ? null : (
        <Found
          // Of another file nothing stays open or chosen.
          key={shown?.file.sha256}
          report={report}
          loading={loading}
          isReading={state.step === 'reading'}
          onAccepted={onAccepted}
        />
      )}
    </>
  );
}

function Progress({ state, onStop }: { readonly state: Loading; readonly onStop: () => void }): ReactNode {
  const { t, size } = useWords();
  if (state.step === 'failed') return <Refused refusal={state.why} />;
  return (
    <div className="stack tight">
      <p className="breaks" role="status">
        {state.step === 'sending'
          ? t('load.sending', { name: state.name, sent: size(state.sent), all: size(state.size) })
          : null}
        {state.step === 'stopped' ? t('load.stopped', { name: state.name }) : null}
        {state.step === 'reading' ? t('load.reading', { name: state.file.name }) : null}
        {state.step === 'read' ? <ReadWords report={state.report} name={state.file.name} /> : null}
      </p>
      {state.step === 'sending' ? (
        <>
          <progress aria-label={t('upload.of', { name: state.name })} value={state.sent} max={state.size || 1} />
          <div className="row">
            <Button small={true} kind="quiet" onPress={onStop}>
              {t('load.stop')}
            </Button>
          </div>
        </>
      ) : null}
    </div>
  );
}

function ReadWords({ report, name }: { readonly report: CriteriaFileReport; readonly name: string }): ReactNode {
  const { t } = useWords();
  const { format } = report;
  return format === undefined ? name : t('load.read', { name, format: t(`load.format.${format}`) });
}

function Found(props: {
  readonly report: CriteriaFileReport;
  readonly loading: LoadSet;
  readonly isReading: boolean;
  readonly onAccepted: (accepted: Accepted) => void;
}): ReactNode {
  const { report, loading, isReading, onAccepted } = props;
  const { set, table, leftOut, consultations = [] } = report;
  return (
    <div className="stack load" aria-busy={isReading}>
      <VerdictNotice report={report} />
      {table === undefined ? null : <MappingPart table={table} isReading={isReading} onMap={loading.map} />}
      {report.format === 'pack' && set !== undefined ? <PackPart signature={report.signature} /> : null}
      {report.signature === undefined && loading.roots === '' ? null : (
        <RootsPart roots={loading.roots} onRoots={loading.trust} />
      )}
      {loading.rootsWhy === undefined ? null : <Refused refusal={loading.rootsWhy} />}
      {report.findings.length === 0 ? null : <FindingsPart findings={report.findings} />}
      {leftOut.length === 0 ? null : <LeftOut leftOut={leftOut} />}
      {consultations.length === 0 ? null : <ConsultationsPart consultations={consultations} />}
      {set === undefined ? null : <SetTree set={set} />}
      {verdictOf(report) === 'ready' ? (
        <Accept report={report} loading={loading} isReading={isReading} onAccepted={onAccepted} />
      ) : null}
    </div>
  );
}

/** The answer in one sentence, before its reasons. */
function VerdictNotice({ report }: { readonly report: CriteriaFileReport }): ReactNode {
  const { t } = useWords();
  const { set, findings, known, table } = report;
  if (set === undefined)
    return (
      <Notice tone="stop">
        <p className="strong">{t('load.refused', { count: countOf(findings, 'error') })}</p>
        <p>{t(table === undefined ? 'load.refused.words' : 'load.refused.table')}</p>
      </Notice>
    );
  if (known !== undefined)
    return (
      <Notice tone="note">
        <p>{t('load.known')}</p>
        <p>
          <a href={writeRoute({ at: 'page', page: 'library', item: known })}>{t('load.known.open')}</a>
        </p>
      </Notice>
    );
  const size = { groups: set.groups.length, criteria: criteriaOf(set).length };
  const count = countOf(findings, 'warning');
  return (
    <Notice tone={count > 0 ? 'warn' : 'done'}>
      <p>{count > 0 ? t('load.ready.warned', { ...size, count }) : t('load.ready', size)}</p>
    </Notice>
  );
}

function Accept(props: Parameters<typeof Found>[0]): ReactNode {
  const { report, loading, isReading, onAccepted } = props;
  const { t, of } = useWords();
  const { set } = report;
  if (set === undefined) return null;
  const isFrozen = set.promulgation !== undefined;
  return (
    <div className="load-accept">
      <ActButton
        kind="main"
        doing={t('load.accepting')}
        isDisabled={isReading}
        act={loading.accept}
        onDone={({ key, savedAt }) => onAccepted({ key, savedAt, name: of(set.name), version: set.version })}
      >
        {t('load.accept')}
      </ActButton>
      <p className="soft small">
        {t(isFrozen ? 'load.accept.frozen' : 'load.accept.draft')} {t('load.nothing')}
      </p>
    </div>
  );
}

function TakenIn(props: { readonly accepted: Accepted; readonly onAnother: () => void }): ReactNode {
  const { accepted, onAnother } = props;
  const { t, clock } = useWords();
  const { key, name, version, savedAt } = accepted;
  const open = useRef<HTMLAnchorElement>(null);
  // The button that was pressed is gone: the focus goes on to the next step.
  useEffect(() => open.current?.focus(), []);
  return (
    <>
      <Notice tone="done">
        <p className="breaks">{t('load.accepted', { name, version, time: clock(savedAt) })}</p>
      </Notice>
      <div className="row">
        <a ref={open} className="button main" href={writeRoute({ at: 'page', page: 'library', item: key })}>
          {t('load.accepted.open')}
        </a>
        <Button onPress={onAnother}>{t('load.another')}</Button>
      </div>
    </>
  );
}
