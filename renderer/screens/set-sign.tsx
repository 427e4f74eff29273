// The pack of a frozen set: signing it with a PKCS#12 file, what that proves and what not, and taking it away.
import { type ReactNode, useState } from 'react';
import type { PackSignature } from '../../shared/contract/criteria-library.ts';
import { ActButton, Button } from '../parts/button.tsx';
import { CertificateSign } from '../parts/certificate-sign.tsx';
import { Facts, Section } from '../parts/page.tsx';
import { useHouse } from '../state/house.ts';
import { saveAs } from '../state/save-as.ts';
import { useWords } from '../state/words.ts';

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
        <CertificateSign
          words={t('set.sign.act')}
          sign={(given) => client.call('library.sign', { key: keyOf, ...given })}
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
