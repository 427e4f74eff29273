// What a check found: one sentence of verdict first, then question by question, then signature by signature.
import { type ReactNode, useId } from 'react';
import type { FileReport, FindingAbout } from '../../shared/contract/methods.ts';
import { Icon } from '../parts/icon.tsx';
import { Notice } from '../parts/notice.tsx';
import { answerTo, levelOf, QUESTIONS, signatureRows } from '../state/report-text.ts';
import { useWords } from '../state/words.ts';
import { HashWords } from './hash-words.tsx';
import { ReportActs } from './report-acts.tsx';

const TONES = { holds: 'done', untrusted: 'warn', unsigned: 'warn', broken: 'stop', unreadable: 'stop' } as const;
const SIGNS = { holds: 'done', note: 'note', broken: 'stop' } as const;

export function FileReportPart({ report, name }: { readonly report: FileReport; readonly name: string }): ReactNode {
  const words = useWords();
  const { t, of, size } = words;
  const id = useId();
  return (
    <section className="report" aria-labelledby={id}>
      <h2 id={id} className="breaks">
        {name}
      </h2>
      <Notice tone={TONES[report.word]}>
        <p className="verdict-word">{t(`check.${report.word}`)}</p>
        <p>{of(report.verdict)}</p>
      </Notice>
      <dl className="facts">
        <dt>{t('check.kind')}</dt>
        <dd>{t(`check.kind.${report.kind}`)}</dd>
        <dt>{t('check.size')}</dt>
        <dd>{size(report.size)}</dd>
        <dt>SHA-256</dt>
        <dd>
          <HashWords hash={report.sha256} />
        </dd>
      </dl>
      {QUESTIONS.map((question) => (
        <Question key={question} about={question} report={report} />
      ))}
      {report.signatures.map((signature, at) => (
        <details key={signature.field} className="signature">
          <summary>
            {t('check.signature', { field: signature.field })}: {signature.name || t('check.row.none')}
          </summary>
          <table>
            <caption className="unseen">{t('check.signature.at', { number: at + 1 })}</caption>
            <tbody>
              {signatureRows(signature, words).map(([row, value]) => (
                <tr key={row}>
                  <th scope="row">{row}</th>
                  <td className="breaks">{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      ))}
      <ReportActs report={report} name={name} />
    </section>
  );
}

function Question({ about, report }: { readonly about: FindingAbout; readonly report: FileReport }): ReactNode {
  const words = useWords();
  const { t, of } = words;
  const findings = report.findings.filter((finding) => finding.about === about);
  if (findings.length === 0) return null;
  const level = levelOf(findings);
  return (
    <div className="question">
      <h3>
        {t(`check.about.${about}`)}{' '}
        <span className={`question-word small ${level}`}>
          <Icon name={SIGNS[level]} /> {answerTo(about, report, words)}
        </span>
      </h3>
      <ul className="findings">
        {findings.map((finding) => (
          <li key={`${finding.level} ${finding.vi}`} className={finding.level}>
            <Icon name={SIGNS[finding.level]} />
            <span className="small strong">{t(`finding.${finding.level}`)}</span>
            <span className="breaks">{of(finding)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
