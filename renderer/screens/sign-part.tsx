// One signature: a PKCS#12 file and its password, or an invented certificate in a rehearsal.
import { type ReactNode, useState } from 'react';
import { toBase64 } from '../../shared/base/bytes.ts';
import { refuse } from '../../shared/base/result.ts';
import { ActButton } from '../parts/button.tsx';
import { TextLine } from '../parts/field.tsx';
import { FilePick } from '../parts/file-pick.tsx';
import { Notice } from '../parts/notice.tsx';
import { useHouse } from '../state/house.ts';
import { useSession } from '../state/session.ts';
import type { SignatureField } from '../state/signatures.ts';
import { useWords } from '../state/words.ts';

/** Longest file that the contract's base64url text can carry, bytes. */
const MOST = 300_000;

export function SignPart({ field }: { readonly field: SignatureField }): ReactNode {
  const session = useSession();
  const { client } = useHouse();
  const { t } = useWords();
  const [file, setFile] = useState<File | undefined>(undefined);
  const [password, setPassword] = useState('');
  const title = t(`signing.sign.${field}`);
  const { book } = session;
  if (session.kind === 'rehearsal')
    return (
      <ActButton
        kind="main"
        doing={t('signing.signing')}
        act={() => client.call('minutes.rehearsal-sign', { book, field })}
      >
        {t('signing.rehearse', { title })}
      </ActButton>
    );
  const sign = async () => {
    if (file === undefined) return refuse('file-not-readable', { name: '' });
    if (file.size > MOST) return refuse('pkcs12-too-large', { limit: MOST });
    const bytes = await file.arrayBuffer().catch(() => undefined);
    if (bytes === undefined) return refuse('file-not-readable', { name: file.name });
    return client.call('minutes.sign', { book, field, pkcs12: toBase64(new Uint8Array(bytes)), password });
  };
  return (
    <div className="stack">
      <Notice tone="warn">
        <p>{t('signing.honest.revocation')}</p>
      </Notice>
      <FilePick
        label={file === undefined ? t('signing.file') : t('signing.file.picked', { name: file.name })}
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
      <ActButton
        kind="main"
        doing={t('signing.signing')}
        isDisabled={file === undefined}
        act={sign}
        onDone={() => {
          setPassword('');
          setFile(undefined);
        }}
      >
        {t('signing.sign', { title })}
      </ActButton>
    </div>
  );
}
