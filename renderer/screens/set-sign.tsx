// The pack of a frozen set: signing it with a PKCS#12 file, what that proves and what not, and taking it away.
import { type ReactNode, useState } from 'react';
import { toBase64 } from '../../shared/base/bytes.ts';
import { refuse } from '../../shared/base/result.ts';
import type { PackSignature } from '../../shared/contract/criteria-library.ts';
import { ActButton, Button } from '../parts/button.tsx';
import { TextLine } from '../parts/field.tsx';
import { FilePick } from '../parts/file-pick.tsx';
import { Notice } from '../parts/notice.tsx';
import { Facts, Section } from '../parts/page.tsx';
import { useHouse } from '../state/house.ts';
import { saveAs } from '../state/save-as.ts';
import { useWords } from '../state/words.ts';

/** Longest file that the contract's base64 text can carry, bytes. */
const MOST = 300_000;

export function PackPart(props: {
  readonly keyOf: string;
  readonly signature: PackSignature | undefined;
  readonly onSigned: () => void;
}): ReactNode {
  const { keyOf, signature, onSigned } = props;
  const { client } = useHouse();
  const { t } = useWords();
  const [isAgain, setAgain] = useState(false);
  const [saved, setSaved] = useState<string | undefined>(undefined);
  return (
    <Section title={t('set.sign')} words={t('set.sign.words')}>
      {signature === undefined ? null : <Signed signature={signature} />}
      <Facts
        rows={[
          [t('set.sign.proves'), t('set.sign.proves.words')],
          [t('set.sign.not'), t('set.sign.not.words')],
        ]}
      />
      {signature === undefined || isAgain ? (
        <WithFile
          keyOf={keyOf}
          onSigned={() => {
            setAgain(false);
            onSigned();
          }}
        />
      ) : (
        <div>
          <Button kind="quiet" onPress={() => setAgain(true)}>
            {t('set.sign.again')}
          </Button>
        </div>
      )}
      <div className="stack tight">
        <ActButton
          doing={t('set.pack.saving')}
          act={() => client.call('library.export', { key: keyOf, format: 'pack' })}
          onDone={({ url, name }) => {
            saveAs(url, name);
            setSaved(name);
          }}
        >
          {t('set.pack.save')}
        </ActButton>
        {signature === undefined ? <p className="soft small">{t('set.pack.unsigned')}</p> : null}
        <p className="soft small" role="status">
          {saved === undefined ? '' : t('set.pack.saved', { name: saved })}
        </p>
      </div>
    </Section>
  );
}

function Signed({ signature }: { readonly signature: PackSignature }): ReactNode {
  const { name, organisation, issuer, serial, validFrom, validTo, signedAt, trusted } = signature;
  const { t, day, clock } = useWords();
  return (
    <div className="stack tight">
      <h3>{t('set.sign.signed')}</h3>
      <Facts
        rows={[
          [t('set.sign.signer'), organisation === '' ? name : t('set.sign.by', { name, organisation })],
          [t('set.sign.time'), t('set.sign.at', { date: day(signedAt), time: clock(signedAt) })],
          [t('set.sign.issuer'), issuer],
          [t('set.sign.serial'), <code key="serial">{serial}</code>],
          [t('set.sign.term'), t('set.sign.valid', { from: day(validFrom), to: day(validTo) })],
          [t('set.sign.trust'), t(trusted ? 'set.sign.trusted' : 'set.sign.untrusted')],
        ]}
      />
    </div>
  );
}

function WithFile({ keyOf, onSigned }: { readonly keyOf: string; readonly onSigned: () => void }): ReactNode {
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
    const given = await client.call('library.sign', {
      key: keyOf,
      pkcs12: toBase64(new Uint8Array(bytes)),
      password,
    });
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
            onSigned();
          }}
        >
          {t('set.sign.act')}
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
