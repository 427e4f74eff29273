// What a pack carries beside the set: who signed it, in words that promise no more than was checked, and whom it went to.
import type { ReactNode } from 'react';
import type { Consultation, PackSignature } from '../../shared/contract/criteria-library.ts';
import { Notice } from '../parts/notice.tsx';
import { Facts, Section } from '../parts/page.tsx';
import { useWords } from '../state/words.ts';

export function PackPart({ signature }: { readonly signature: PackSignature | undefined }): ReactNode {
  const { t } = useWords();
  return (
    <Section title={t('load.pack')}>
      {signature === undefined ? (
        <Notice tone="warn">
          <p>{t('load.pack.unsigned')}</p>
        </Notice>
      ) : (
        <Signature signature={signature} />
      )}
    </Section>
  );
}

/** A pack whose signature does not fit is refused by its reader, so what comes here is whole. */
function Signature({ signature }: { readonly signature: PackSignature }): ReactNode {
  const { t, day, clock } = useWords();
  const { name, organisation, issuer, serial, validFrom, validTo, signedAt, trusted } = signature;
  return (
    <>
      <Notice tone={trusted ? 'done' : 'warn'}>
        <p>{t('load.pack.whole')}</p>
        <p>{t(trusted ? 'load.pack.trusted' : 'load.pack.untrusted')}</p>
      </Notice>
      <Facts
        rows={[
          [t('load.pack.name'), name],
          [t('load.pack.organisation'), organisation],
          [t('load.pack.issuer'), issuer],
          [
            t('load.pack.serial'),
            <span key="serial" className="hash">
              {serial}
            </span>,
          ],
          [t('load.pack.valid'), t('load.pack.valid.words', { from: day(validFrom), to: day(validTo) })],
          [t('load.pack.signed'), t('load.pack.signed.words', { day: day(signedAt), time: clock(signedAt) })],
        ]}
      />
      <p className="soft small">{t('load.pack.limits')}</p>
    </>
  );
}

export function ConsultationsPart(props: { readonly consultations: readonly Consultation[] }): ReactNode {
  const { t, day } = useWords();
  const { consultations } = props;
  return (
    <Section title={t('load.consultations', { count: consultations.length })}>
      <div className="wide">
        <table className="load-consultations">
          <thead>
            <tr>
              {(['body', 'sent', 'answered', 'answer', 'handled'] as const).map((column) => (
                <th key={column} scope="col" className={column}>
                  {t(`load.consultation.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {consultations.map(({ key, body, sentOn, letter, answeredOn, answer, handled }) => (
              <tr key={key}>
                <th scope="row">{body}</th>
                <td className="small">
                  {day(sentOn)} {letter}
                </td>
                <td className="small">{answeredOn === '' ? t('load.consultation.waiting') : day(answeredOn)}</td>
                <td className="prose">{answer}</td>
                <td className="prose">{handled}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
