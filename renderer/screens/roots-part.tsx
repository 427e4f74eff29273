// The root certificates that the reader trusts: pasted, or taken from files in text or binary form; nothing is trusted by default.
import { type ReactNode, useState } from 'react';
import { TextBlock } from '../parts/field.tsx';
import { FilePick } from '../parts/file-pick.tsx';
import { Section } from '../parts/page.tsx';
import { pemOf } from '../state/pem-text.ts';
import { useWords } from '../state/words.ts';

/** Longest text of trusted roots the contract takes. */
const MOST_ROOTS = 200_000;

export function RootsPart(props: { readonly roots: string; readonly onRoots: (roots: string) => void }): ReactNode {
  const { roots, onRoots } = props;
  const { t } = useWords();
  const [tooLong, setTooLong] = useState(false);
  const count = roots.match(/-----BEGIN CERTIFICATE-----/g)?.length ?? 0;
  const take = async (files: readonly File[]): Promise<void> => {
    const texts = await Promise.all(files.map(async (file) => pemOf(new Uint8Array(await file.arrayBuffer()))));
    const all = [roots.trim(), ...texts].filter((text) => text !== '').join('\n');
    setTooLong(all.length > MOST_ROOTS);
    if (all.length <= MOST_ROOTS) onRoots(all);
  };
  return (
    <Section title={t('check.roots.title')} words={t('check.roots.words')}>
      <FilePick
        label={count === 0 ? t('check.roots.none') : t('check.roots.count', { count })}
        button={t('check.roots.pick')}
        types={['.pem', '.crt', '.cer', '.der', 'application/x-pem-file', 'application/pkix-cert']}
        many={true}
        onFiles={(files) => void take(files)}
      />
      <TextBlock
        label={t('check.roots')}
        hint={t('check.roots.hint')}
        value={roots}
        onChange={onRoots}
        maxLength={MOST_ROOTS}
        rows={3}
        error={tooLong ? t('check.roots.long') : undefined}
      />
    </Section>
  );
}
