// One signature: a PKCS#12 file and its password, or an invented certificate in a rehearsal.
import { type ReactNode, useState } from 'react';
import { toBase64 } from '../../shared/base/bytes.ts';
import { refuse } from '../../shared/base/result.ts';
import { ActButton, Button } from '../parts/button.tsx';
import { TextLine } from '../parts/field.tsx';
import { FilePick } from '../parts/file-pick.tsx';
import { Notice } from '../parts/notice.tsx';
import { useHouse } from '../state/house.ts';
import { useSession } from '../state/session.ts';
import { type SignatureField, signsAs } from '../state/signatures.ts';
import { useWords } from '../state/words.ts';

/** Longest file that the contract's base64url text can carry, bytes. */
const MOST = 300_000;

export function SignPart({ field }: { readonly field: SignatureField }): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  if (session.kind !== 'rehearsal') return <WithFile field={field} />;
  return (
    <ActButton
      kind="main"
      doing={t('signing.signing')}
      act={() => client.call('minutes.rehearsal-sign', { book: session.book, field })}
    >
      {t('signing.rehearse', { title: t(`signing.sign.${signsAs(session, field)}`) })}
    </ActButton>
  );
}

function WithFile({ field }: { readonly field: SignatureField }): ReactNode {
  const session = useSession();
  const { book } = session;
  const { client } = useHouse();
  const { t, size } = useWords();
  const [file, setFile] = useState<File | undefined>(undefined);
  const [password, setPassword] = useState('');
  const forget = (): void => {
    setPassword('');
    setFile(undefined);
  };
  const sign = async () => {
    if (file === undefined) return refuse('file-not-readable', { name: '' });
    if (file.size > MOST) return refuse('pkcs12-too-large', { limit: MOST });
    const bytes = await file.arrayBuffer().catch(() => undefined);
    if (bytes === undefined) return refuse('file-not-readable', { name: file.name });
    const given = await client.call('minutes.sign', { book, field, pkcs12: toBase64(new Uint8Array(bytes)), password });
    // A wrong one is typed anew: it stays neither here nor there.
    if (!given.ok) setPassword('');
    return given;
  };
  return (
    <div className="stack tight">
      <Notice tone="warn">
        <p>{t('signing.honest.revocation')}</p>
      </Notice>
      <FilePick
        label={file === undefined ? t('signing.file') : t('signing.file.picked', { name: file.name })}
        {...(file === undefined ? {} : { hint: size(file.size) })}
        button={t('signing.file.pick')}
        types={['.p12', '.pfx', 'application/x-pkcs12']}
        onFiles={([first]) => first !== undefined && setFile(first)}
      />
      <TextLine
        label={t('signing.password')}
        hint={t('signing.password.words')}
        value={password}
        onChange={setPassword}
        password={true}
        maxLength={200}
      />
      <div className="row top">
        <ActButton kind="main" doing={t('signing.signing')} isDisabled={file === undefined} act={sign} onDone={forget}>
          {t('signing.sign', { title: t(`signing.sign.${signsAs(session, field)}`) })}
        </ActButton>
        {file === undefined ? null : (
          <Button kind="quiet" onPress={forget}>
            {t('signing.forget')}
          </Button>
        )}
      </div>
    </div>
  );
}
