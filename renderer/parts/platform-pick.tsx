// Which platform is in view, where a session evaluates several.
import type { ReactNode } from 'react';
import { useSession } from '../state/session.ts';
import { useWords } from '../state/words.ts';
import { Choice } from './field.tsx';

export function PlatformPick(props: {
  readonly value: string;
  readonly onChange: (platform: string) => void;
}): ReactNode {
  const session = useSession();
  const { t } = useWords();
  if (session.platforms.length < 2) return null;
  return (
    <Choice
      label={t('scoring.platform')}
      value={props.value}
      onChange={props.onChange}
      options={session.platforms.map(({ platform, name }) => ({ value: platform, label: name }))}
    />
  );
}
