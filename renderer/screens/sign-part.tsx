// One signature: a PKCS#12 file and its password, or an invented certificate in a rehearsal.
import type { ReactNode } from 'react';
import { ActButton } from '../parts/button.tsx';
import { CertificateSign } from '../parts/certificate-sign.tsx';
import { useHouse } from '../state/house.ts';
import { useSession } from '../state/session.ts';
import { type SignatureField, signsAs } from '../state/signatures.ts';
import { useWords } from '../state/words.ts';

export function SignPart({ field }: { readonly field: SignatureField }): ReactNode {
  const session = useSession();
  const { book } = session;
  const { client } = useHouse();
  const { t } = useWords();
  const title = t(`signing.sign.${signsAs(session, field)}`);
  return session.kind === 'rehearsal' ? (
    <ActButton
      kind="main"
      doing={t('signing.signing')}
      act={() => client.call('minutes.rehearsal-sign', { book, field })}
    >
      {t('signing.rehearse', { title })}
    </ActButton>
  ) : (
    <CertificateSign
      words={t('signing.sign', { title })}
      sign={(given) => client.call('minutes.sign', { book, field, ...given })}
    />
  );
}
