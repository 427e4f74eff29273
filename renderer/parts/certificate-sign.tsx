// Signing with a PKCS#12 file and its password, which stay in this form for one act and nowhere else.
import { type ReactNode, useState } from 'react';
import { toBase64 } from '../../shared/base/bytes.ts';
import { type Result, refuse } from '../../shared/base/result.ts';
import { useWords } from '../state/words.ts';
import { ActButton, Button } from './button.tsx';
import { TextLine } from './field.tsx';
import { FilePick } from './file-pick.tsx';
import { Notice } from './notice.tsx';

/** Longest file that the contract's base64url text can carry, bytes. */
const MOST = 300_000;

export function CertificateSign(props: {
  readonly words: string;
  readonly sign: (given: { readonly pkcs12: string; readonly password: string }) => Promise<Result<unknown>>;
  readonly onSigned?: () => void;
}): ReactNode {
  const { words, onSigned } = props;
  const { t, size } = useWords();
  const [file, setFile] = useState<File | undefined>(undefined);
  const [password, setPassword] = useState('');
  const forget = (): void => {
    setPassword('');
    setFile(undefined);
  };
  const sign = async (): Promise<Result<unknown>> => {
    if (file === undefined) return refuse('file-not-readable', { name: '' });
    if (file.size > MOST) return refuse('pkcs12-too-large', { limit: MOST });
    const bytes = await file.arrayBuffer().catch(() => undefined);
    if (bytes === undefined) return refuse('file-not-readable', { name: file.name });
    const given = await props.sign({ pkcs12: toBase64(new Uint8Array(bytes)), password });
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
        <ActButton
          kind="main"
          doing={t('signing.signing')}
          isDisabled={file === undefined}
          act={sign}
          onDone={() => {
            forget();
            onSigned?.();
          }}
        >
          {words}
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
