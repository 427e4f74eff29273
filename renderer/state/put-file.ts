// Sends the bytes of one file to an address of our own origin, saying how far it is; a fetch does not say that.

export type Sending = {
  /** Ends the sending; what has come is thrown away by the host. */
  readonly signal?: AbortSignal;
  /** Bytes that have left so far. */
  readonly onSent?: (bytes: number) => void;
};

/** The answer's status and text; undefined where it was ended or the line broke. */
export const putFile = (
  address: string,
  file: Blob,
  { signal, onSent }: Sending,
): Promise<{ readonly isOk: boolean; readonly text: string } | undefined> =>
  new Promise((resolve) => {
    if (signal?.aborted === true) return resolve(undefined);
    const request = new XMLHttpRequest();
    const stop = (): void => request.abort();
    const end = (answer: Parameters<typeof resolve>[0]): void => {
      signal?.removeEventListener('abort', stop);
      resolve(answer);
    };
    signal?.addEventListener('abort', stop);
    request.upload.onprogress = ({ loaded }) => onSent?.(loaded);
    request.onload = () => end({ isOk: request.status >= 200 && request.status < 300, text: request.responseText });
    request.onerror = () => end(undefined);
    request.onabort = () => end(undefined);
    request.open('PUT', address);
    request.send(file);
  });
