// A part of the application that comes in a file of its own, fetched once the first screen is in sight.
import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../state/words.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

export type Late<P> = {
  readonly Part: (props: P) => ReactNode;
  /** Fetches it ahead of need; a fetch that fails is tried again when it is needed. */
  readonly fetch: () => void;
};

/**
 * @param load gives the component; asked once, and again only after it failed
 * @param Coming stands in its place until then
 */
export function late<P extends object>(
  load: () => Promise<ComponentType<P>>,
  Coming: (props: P) => ReactNode = Screen,
): Late<P> {
  let loaded: ComponentType<P> | undefined;
  let coming: Promise<ComponentType<P>> | undefined;
  const get = (): Promise<ComponentType<P>> => {
    coming ??= load().then(
      (part) => {
        loaded = part;
        return part;
      },
      (error: unknown) => {
        coming = undefined;
        throw error;
      },
    );
    return coming;
  };

  function Part(props: P): ReactNode {
    const [state, setState] = useState<'there' | 'coming' | 'lost'>(loaded === undefined ? 'coming' : 'there');
    useEffect(() => {
      let isHere = true;
      const tell = (next: 'there' | 'lost') => () => isHere && setState(next);
      if (state === 'coming') get().then(tell('there'), tell('lost'));
      return () => {
        isHere = false;
      };
    }, [state]);
    const Loaded = loaded;
    if (Loaded !== undefined) return <Loaded {...props} />;
    return state === 'lost' ? <Lost onAgain={() => setState('coming')} /> : <Coming {...props} />;
  }
  return { Part, fetch: () => void get().catch(() => {}) };
}

function Screen(): ReactNode {
  const { t } = useWords();
  return (
    <p className="pad soft" role="status" data-coming="">
      {t('state.waiting', { what: t('app.part') })}
    </p>
  );
}

function Lost({ onAgain }: { readonly onAgain: () => void }): ReactNode {
  const { t } = useWords();
  return (
    <div className="pad">
      <Notice tone="stop">
        <p>{t('app.part.lost')}</p>
        <Button onPress={onAgain}>{t('app.again')}</Button>
      </Notice>
    </div>
  );
}
