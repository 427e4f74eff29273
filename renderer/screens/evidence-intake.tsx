// Takes evidence in: one line for all that is under way, and a line of its own only for what matters.
import { type ReactNode, useId, useState } from 'react';
import { Button } from '../parts/button.tsx';
import { FileDrop } from '../parts/file-drop.tsx';
import { Notice } from '../parts/notice.tsx';
import { useHouse } from '../state/house.ts';
import { pastedName } from '../state/intake.ts';
import type { GivenFile, Upload, Uploads, UploadsNow } from '../state/uploads.ts';
import { type UploadsOf, useUploads } from '../state/use-uploads.ts';
import { useWords } from '../state/words.ts';

/** Lines that stand open; more are counted. */
const SHOWN = 30;

export function EvidenceIntake(props: UploadsOf & { readonly children?: ReactNode }): ReactNode {
  const { t } = useWords();
  const { now } = useHouse();
  const { uploads, now: state } = useUploads(props);
  const [isOther, setOther] = useState(false);
  const take = (files: readonly GivenFile[]): void => {
    setOther(false);
    uploads.add(files.map(({ file, path }) => ({ file, path: pastedName(path, now(), t('intake.pasted')) })));
  };
  return (
    <div className="stack tight">
      <FileDrop
        label={t('evidence.drop')}
        hint={t('evidence.drop.words')}
        files={t('evidence.pick')}
        folder={t('intake.folder')}
        onFiles={take}
        onOther={() => setOther(true)}
      >
        {props.children}
      </FileDrop>
      {isOther ? (
        <Notice tone="warn">
          <p>{t('intake.text.pasted')}</p>
        </Notice>
      ) : null}
      <Overall state={state} uploads={uploads} />
      <Lines state={state} uploads={uploads} />
    </div>
  );
}

type Part = { readonly state: UploadsNow; readonly uploads: Uploads };

function Overall({ state, uploads }: Part): ReactNode {
  const { t, size } = useWords();
  const id = useId();
  const { all, done, isRunning, waiting, mayRetry, leftOut } = state;
  const refused = state.lines.filter(({ step }) => step === 'refused').length;
  if (all.files === 0 && refused === 0 && mayRetry === 0 && leftOut === 0) return null;
  const words = t('intake.progress', {
    done: done.files,
    all: all.files,
    sent: size(done.bytes),
    bytes: size(all.bytes),
  });
  return (
    <div className="intake-all" aria-busy={isRunning}>
      <p className="strong" id={id} role="status">
        {isRunning ? t('intake.running') : t('intake.done', { count: done.files })}{' '}
        {refused === 0 ? null : <span className="refused-word">{t('intake.refused', { count: refused })}</span>}
      </p>
      {isRunning ? (
        <progress aria-labelledby={id} aria-valuetext={words} value={done.bytes} max={Math.max(1, all.bytes)} />
      ) : null}
      <p className="small soft">
        {isRunning ? words : null} {waiting.length === 0 ? null : t('intake.waiting', { count: waiting.length })}{' '}
        {leftOut === 0 ? null : t('intake.left.out', { count: leftOut })}
      </p>
      <div className="row">
        {isRunning ? (
          <Button kind="quiet" small={true} onPress={uploads.stopAll}>
            {t('intake.stop.all')}
          </Button>
        ) : null}
        {mayRetry === 0 || isRunning ? null : (
          <Button small={true} onPress={uploads.retry}>
            {t('intake.retry', { count: mayRetry })}
          </Button>
        )}
        {isRunning || state.lines.length < 2 ? null : (
          <Button kind="quiet" small={true} onPress={() => uploads.dismiss(state.lines.map(({ key }) => key))}>
            {t('intake.dismiss.all')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Lines({ state, uploads }: Part): ReactNode {
  const { t } = useWords();
  const { lines, waiting } = state;
  const shown = lines.slice(0, SHOWN);
  return (
    <>
      <ul className="uploads" aria-label={t('upload.list')}>
        {shown.map((each) => (
          <UploadLine key={each.key} upload={each} uploads={uploads} />
        ))}
      </ul>
      {lines.length > SHOWN ? <p className="small soft">{t('intake.more', { count: lines.length - SHOWN })}</p> : null}
      {waiting.length === 0 ? null : (
        <details>
          <summary>{t('intake.waiting.show', { count: waiting.length })}</summary>
          <ul className="uploads">
            {waiting.slice(0, SHOWN).map((each) => (
              <UploadLine key={each.key} upload={each} uploads={uploads} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function UploadLine({ upload, uploads }: { readonly upload: Upload; readonly uploads: Uploads }): ReactNode {
  const { t, size, say } = useWords();
  const { key, path: name, step, sent, why, told } = upload;
  const isGoing = step === 'waiting' || step === 'sending';
  const words = t('upload.sent', { sent: size(sent), all: size(upload.size) });
  return (
    <li className={`upload ${step}`}>
      <span className="breaks">
        {name} {upload.size === 0 ? null : <span className="soft small">({size(upload.size)})</span>}
      </span>
      {step === 'sending' ? (
        <progress
          aria-label={t('upload.of', { name })}
          value={sent}
          max={Math.max(1, upload.size)}
          aria-valuetext={words}
        />
      ) : null}
      <span className="small" role={step === 'refused' ? 'alert' : 'status'}>
        {step === 'waiting' ? t('upload.waiting') : null}
        {step === 'sending' ? (sent < upload.size ? words : t('upload.hashing')) : null}
        {step === 'stopped' ? t('upload.stopped') : null}
        {step === 'told' ? told : null}
        {step === 'refused' && why !== undefined ? say(why) : null}
      </span>
      <Button
        kind="quiet"
        small={true}
        label={t(isGoing ? 'upload.stop.of' : 'upload.dismiss.of', { name })}
        onPress={() => (isGoing ? uploads.stop(key) : uploads.dismiss([key]))}
      >
        {t(isGoing ? 'upload.stop' : 'app.close')}
      </Button>
    </li>
  );
}
