// Takes evidence in by drop or by picker: several files at once, each with how far it is and a way to stop it.
import type { ReactNode } from 'react';
import { Button } from '../parts/button.tsx';
import { FilePick } from '../parts/file-pick.tsx';
import { type TakenIn, type Upload, type Uploads, useUploads } from '../state/uploads.ts';
import { useWords } from '../state/words.ts';

/** @param onTaken gives where the same file already stands, or takes it in and gives nothing */
export function EvidenceIntake({ onTaken }: { readonly onTaken: (file: TakenIn) => string | undefined }): ReactNode {
  const { t } = useWords();
  const uploads = useUploads(onTaken);
  return (
    <div className="stack tight">
      <FilePick
        label={t('evidence.drop')}
        button={t('evidence.pick')}
        hint={t('evidence.drop.words')}
        many={true}
        onFiles={uploads.add}
      />
      <ul className="uploads" aria-label={t('upload.list')}>
        {uploads.list.map((each) => (
          <UploadLine key={each.key} upload={each} uploads={uploads} />
        ))}
      </ul>
    </div>
  );
}

function UploadLine({ upload, uploads }: { readonly upload: Upload; readonly uploads: Uploads }): ReactNode {
  const { t, size, say } = useWords();
  const { key, name, step, sent, why, same } = upload;
  const isGoing = step === 'waiting' || step === 'sending';
  return (
    <li className={`upload ${step}`}>
      <span className="breaks">
        {name} <span className="soft small">({size(upload.size)})</span>
      </span>
      {step === 'sending' ? (
        <progress
          aria-label={t('upload.of', { name })}
          value={sent}
          max={Math.max(1, upload.size)}
          aria-valuetext={t('upload.sent', { sent: size(sent), all: size(upload.size) })}
        />
      ) : null}
      <span className="small" role={step === 'refused' ? 'alert' : 'status'}>
        {step === 'waiting' ? t('upload.waiting') : null}
        {step === 'sending'
          ? sent < upload.size
            ? t('upload.sent', { sent: size(sent), all: size(upload.size) })
            : t('upload.hashing')
          : null}
        {step === 'stopped' ? t('upload.stopped') : null}
        {step === 'same' ? same : null}
        {step === 'refused' && why !== undefined ? say(why) : null}
      </span>
      <Button
        kind="quiet"
        small={true}
        label={t(isGoing ? 'upload.stop.of' : 'upload.dismiss.of', { name })}
        onPress={() => (isGoing ? uploads.stop(key) : uploads.dismiss(key))}
      >
        {t(isGoing ? 'upload.stop' : 'app.close')}
      </Button>
    </li>
  );
}
