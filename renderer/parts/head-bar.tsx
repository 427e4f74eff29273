// The head of the house: name, what is open, language, help, settings.
import type { ReactNode } from 'react';
import { LANGUAGES } from '../../shared/lang/say.ts';
import { writeRoute } from '../state/route.ts';
import { useChosen, useWords } from '../state/words.ts';
import { Button } from './button.tsx';
import { Choice } from './field.tsx';

export function HeadBar(props: {
  readonly subject?: string;
  readonly tags?: ReactNode;
  readonly onHelp: () => void;
  readonly onFind?: () => void;
  /** A tool of the session that is open. */
  readonly more?: ReactNode;
}): ReactNode {
  const { t } = useWords();
  const { settings, change } = useChosen();
  return (
    <header className="head">
      <a className="name" href={writeRoute({ at: 'home' })} title={t('app.home')}>
        {t('app.name')}
      </a>
      {props.tags}
      <span className="subject" title={props.subject}>
        {props.subject ?? t('app.tagline')}
      </span>
      <div className="tools">
        {props.more}
        {props.onFind === undefined ? null : (
          <Button kind="quiet" onPress={props.onFind}>
            {t('app.find')}
          </Button>
        )}
        <Button kind="quiet" onPress={props.onHelp} label={t('app.help')}>
          ?
        </Button>
        <Choice
          hideLabel={true}
          label={t('app.language')}
          value={settings.language}
          options={LANGUAGES.map((language) => ({ value: language, label: t(`lang.${language}`) }))}
          onChange={(language) => change({ language })}
        />
        <a className="button quiet" href={writeRoute({ at: 'page', page: 'settings' })}>
          {t('app.settings')}
        </a>
      </div>
    </header>
  );
}
