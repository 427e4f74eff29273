// Joining a seat with a one-time code: first whose seat it is, then the keys are made in this page.
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { TextLine } from '../parts/field.tsx';
import { ActWords, Notice, Refused } from '../parts/notice.tsx';
import { Page } from '../parts/page.tsx';
import { useLink } from '../parts/trust-bar.tsx';
import { type AskedCode, useHouse } from '../state/house.ts';
import { go } from '../state/route.ts';
import { useAct } from '../state/use-act.ts';
import { useWords } from '../state/words.ts';

export function JoinScreen({ code: given }: { readonly code: string }): ReactNode {
  const { t } = useWords();
  const house = useHouse();
  const link = useLink();
  const [code, setCode] = useState(given);
  const [asked, setAsked] = useState<AskedCode | undefined>(undefined);
  const [isOther, setOther] = useState(false);
  const ask = useAct();
  const join = useAct();
  const askNow = async (): Promise<void> => {
    setOther(false);
    const found = await ask.run(() => house.askCode(code.trim()));
    if (found !== undefined) setAsked(found);
  };
  const isAsked = useRef<boolean>(false);
  // A code that came in the address is asked about at once, once.
  useEffect(() => {
    if (given === '' || link !== 'open' || isAsked.current) return;
    isAsked.current = true;
    void askNow();
  });
  const joinNow = async (): Promise<void> => {
    if (asked === undefined) return;
    const joined = await join.run(() => house.join(code.trim(), asked));
    if (joined !== undefined) go({ at: 'session', book: joined.book });
  };
  return (
    <Page title={t('join.title')} words={t('join.words')} narrow={true}>
      {house.barred === undefined ? null : <Refused refusal={house.barred} />}
      {asked === undefined ? (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void askNow();
          }}
        >
          <div className="join-code">
            <TextLine
              label={t('join.code')}
              hint={t('join.code.hint')}
              value={code}
              onChange={setCode}
              maxLength={20}
              autoFocus={true}
            />
          </div>
          <div className="row">
            <Button kind="main" submit={true} isDisabled={code.trim() === '' || ask.isBusy}>
              {t('join.ask')}
            </Button>
          </div>
          <ActWords act={ask} doing={t('join.ask')} />
          {isOther ? (
            <Notice tone="note">
              <p>{t('join.no.words')}</p>
            </Notice>
          ) : null}
        </form>
      ) : (
        <div className="stack">
          <p className="soft">{t('join.found')}</p>
          <h2 className="join-name">{asked.name}</h2>
          <p className="soft small">{t('join.found.words')}</p>
          <div className="row">
            <Button kind="main" isDisabled={join.isBusy} onPress={() => void joinNow()}>
              {t('join.yes')}
            </Button>
            <Button
              isDisabled={join.isBusy}
              onPress={() => {
                setAsked(undefined);
                setOther(true);
              }}
            >
              {t('join.no')}
            </Button>
          </div>
          {join.isBusy ? <p role="status">{t('join.working')}</p> : <ActWords act={join} doing="" />}
        </div>
      )}
    </Page>
  );
}
