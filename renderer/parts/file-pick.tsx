// Takes files by a picker or by drag and drop; what is dropped and is no file is left alone.
import type { ReactNode } from 'react';
import { DropZone, FileTrigger, isFileDropItem } from 'react-aria-components';
import { Button } from './button.tsx';

export function FilePick(props: {
  readonly label: string;
  readonly button: string;
  readonly hint?: string;
  readonly many?: boolean;
  readonly types?: readonly string[];
  readonly isDisabled?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}): ReactNode {
  const { label, button, hint, many, types, isDisabled, onFiles } = props;
  return (
    <DropZone
      className="drop"
      isDisabled={isDisabled === true}
      aria-label={label}
      onDrop={(event) => {
        void Promise.all(event.items.filter(isFileDropItem).map((item) => item.getFile())).then(onFiles);
      }}
    >
      <FileTrigger
        allowsMultiple={many === true}
        {...(types === undefined ? {} : { acceptedFileTypes: types })}
        onSelect={(list) => onFiles([...(list ?? [])])}
      >
        <Button isDisabled={isDisabled === true}>{button}</Button>
      </FileTrigger>
      <div>
        <p>{label}</p>
        {hint === undefined ? null : <p className="soft small">{hint}</p>}
      </div>
    </DropZone>
  );
}
