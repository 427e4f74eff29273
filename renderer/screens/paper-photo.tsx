// The photo or scan of a sheet of paper: sent to the host, and kept from everybody until the marks are known.
import { type ReactNode, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { FilePick } from '../parts/file-pick.tsx';
import { ActWords } from '../parts/notice.tsx';
import { useHouse } from '../state/house.ts';
import { useAct } from '../state/use-act.ts';
import { useWords } from '../state/words.ts';

const TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'];

export function PaperPhoto(props: {
  readonly photo: string | undefined;
  readonly onPhoto: (sha256: string | undefined) => void;
}): ReactNode {
  const { photo, onPhoto } = props;
  const { upload } = useHouse();
  const { t } = useWords();
  const act = useAct();
  const [name, setName] = useState('');
  const take = async (files: readonly File[]): Promise<void> => {
    const [file] = files;
    if (file === undefined) return;
    const sent = await act.run(() => upload(file, file.name.normalize('NFC')));
    if (sent === undefined) return;
    setName(file.name.normalize('NFC'));
    onPhoto(sent.sha256);
  };
  if (photo !== undefined)
    return (
      <div className="row">
        <p role="status">{t('paper.photo.taken', { name })}</p>
        <Button kind="quiet" small={true} onPress={() => onPhoto(undefined)}>
          {t('paper.photo.drop')}
        </Button>
      </div>
    );
  return (
    <>
      <FilePick
        label={t('paper.photo')}
        button={t('paper.photo.pick')}
        hint={t('paper.photo.hint')}
        types={TYPES}
        isDisabled={act.isBusy}
        onFiles={(files) => void take(files)}
      />
      {act.isBusy || act.refused !== undefined ? <ActWords act={act} doing={t('paper.photo')} /> : null}
    </>
  );
}
