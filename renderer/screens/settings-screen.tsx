// What each seat chooses for itself: language, background, single keys.
import type { ReactNode } from 'react';
import { LANGUAGES } from '../../shared/lang/say.ts';
import { Page, Section } from '../parts/page.tsx';
import { Pick, Tick } from '../parts/pick.tsx';
import { THEMES } from '../state/settings.ts';
import { useChosen, useWords } from '../state/words.ts';

export function SettingsScreen(): ReactNode {
  const { t } = useWords();
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
      <Section title={t('app.theme')}>
        <Pick
          label={t('app.theme')}
          hideLabel={true}
          value={settings.theme}
          options={THEMES.map((theme) => ({ value: theme, label: themes[theme] }))}
          onChange={(theme) => change({ theme })}
        />
      </Section>
      <Section title={t('settings.keys')} words={t('settings.keys.words')}>
        <Tick label={t('settings.keys')} isOn={settings.singleKeys} onChange={(singleKeys) => change({ singleKeys })} />
      </Section>
    </Page>
  );
}
