// Checking signed files: drop one or several, read the verdict first; roots that are trusted can be given at any time.
import { type ReactNode, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { FilePick } from '../parts/file-pick.tsx';
import { Refused } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { useWords } from '../state/words.ts';
import { FileReportPart } from './file-report.tsx';
import { RootsPart } from './roots-part.tsx';
import { type Checked, useChecks } from './use-checks.ts';

export function CheckFileScreen(): ReactNode {
  const { t } = useWords();
  const [roots, setRoots] = useState('');
  const checks = useChecks(roots);
  const { checked, running, isBusy } = checks;
  const isOlder = checked.some((each) => each.roots !== roots && each.report !== undefined);
  return (
    <Page title={t('check.title')} words={t('check.words')} narrow={true}>
      <FilePick
        label={t('check.file')}
        hint={t('check.file.hint')}
        button={t('check.file.pick')}
        types={['application/pdf', '.pdf', 'application/json', '.json']}
        many={true}
        onFiles={checks.add}
      />
      {checked.length === 0 ? null : (
        <div className="row">
          <Button kind={isOlder ? 'main' : 'plain'} isDisabled={isBusy} onPress={checks.again}>
            {t('check.run')}
          </Button>
          {isBusy ? (
            <Button kind="quiet" onPress={checks.stop}>
              {t('check.stop')}
            </Button>
          ) : (
            <Button kind="quiet" onPress={checks.clear}>
              {t('check.clear')}
            </Button>
          )}
          <p role="status" className="soft small">
            {running === undefined
              ? isOlder
                ? t('check.roots.newer')
                : t('check.count', { count: checked.length })
              : t('check.running.file', { name: running.name, at: running.at, all: running.of })}
          </p>
        </div>
      )}
      {checked.map((each) => (
        <One key={each.id} one={each} />
      ))}
      <RootsPart roots={roots} onRoots={setRoots} />
    </Page>
  );
}

function One({ one }: { readonly one: Checked }): ReactNode {
  const { t } = useWords();
  const { report, refused, name } = one;
  if (report !== undefined) return <FileReportPart key={one.turn} report={report} name={name} />;
  return (
    <section className="report">
      <h2 className="breaks">{name}</h2>
      {refused === undefined ? <p className="soft">{t('check.waiting')}</p> : <Refused refusal={refused} />}
    </section>
  );
}
