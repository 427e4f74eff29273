// What each seat chooses for itself: language, background, density, size of text, single keys; and what runs here.
import { type ReactNode, useEffect, useState } from 'react';
import type { Result } from '../../shared/base/result.ts';
import type { OutputOf } from '../../shared/contract/methods.ts';
import { THEMES } from '../../shared/contract/shell-view.ts';
import { LANGUAGES } from '../../shared/lang/say.ts';
import { AtRest } from '../parts/at-rest.tsx';
import { Facts, Page, Section, Shown } from '../parts/page.tsx';
import { Pick, Tick } from '../parts/pick.tsx';
import { useLink } from '../parts/trust-bar.tsx';
import { useHouse } from '../state/house.ts';
import { DENSITIES, TEXT_SIZES } from '../state/settings.ts';
import { useChosen, useWords } from '../state/words.ts';

export function SettingsScreen(): ReactNode {
  const { t } = useWords();
  const { who } = useHouse();
  const { settings, change } = useChosen();
  const themes = { system: t('settings.theme.system'), light: t('app.light'), dark: t('app.dark') };
  return (
    <Page title={t('settings.title')} words={t('settings.saved')} narrow={true}>
      <Section title={t('app.language')} words={t('settings.language.words')}>
        <Pick
          label={t('app.language')}
          hideLabel={true}
          value={settings.language}
          options={LANGUAGES.map((language) => ({ value: language, label: t(`lang.${language}`) }))}
          onChange={(language) => change({ language })}
        />
      </Section>
      <Section title={t('settings.look')}>
        <Pick
          label={t('app.theme')}
          value={settings.theme}
          options={THEMES.map((theme) => ({ value: theme, label: themes[theme] }))}
          onChange={(theme) => change({ theme })}
        />
        <Pick
          label={t('settings.size')}
          value={settings.textSize}
          options={TEXT_SIZES.map((size) => ({ value: size, label: t(`settings.size.${size}`) }))}
          onChange={(textSize) => change({ textSize })}
        />
        <Pick
          label={t('settings.density')}
          value={settings.density}
          options={DENSITIES.map((density) => ({ value: density, label: t(`settings.density.${density}`) }))}
          onChange={(density) => change({ density })}
        />
      </Section>
      <Section title={t('settings.keys')} words={t('settings.keys.words')}>
        <Tick label={t('settings.keys')} isOn={settings.singleKeys} onChange={(singleKeys) => change({ singleKeys })} />
      </Section>
      <Section title={t('settings.here')}>{who === 'desk' ? <DeskFacts /> : <p>{t('settings.here.seat')}</p>}</Section>
    </Page>
  );
}

/** Only the desk is told where the books lie: it is the machine that holds them. */
function DeskFacts(): ReactNode {
  const { t } = useWords();
  const { client } = useHouse();
  const link = useLink();
  const [facts, setFacts] = useState<Result<OutputOf<'desk.facts'>> | undefined>(undefined);
  useEffect(() => {
    if (link !== 'open') return;
    let isHere = true;
    void client.call('desk.facts', {}).then((told) => isHere && setFacts(told));
    return () => {
      isHere = false;
    };
  }, [client, link]);
  return (
    <Shown of={facts} what={t('settings.here')}>
      {({ version, folder }) => (
        <>
          <Facts
            rows={[
              [t('settings.version'), version],
              [
                t('settings.folder'),
                <span key="folder" className="hash">
                  {folder}
                </span>,
              ],
            ]}
          />
          <p className="soft small">{t('settings.folder.words')}</p>
          <AtRest />
        </>
      )}
    </Shown>
  );
}
