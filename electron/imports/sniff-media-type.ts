// What a file is by its first bytes (WHATWG MIME Sniffing, section 6): never by its name, never by what it claims.

const MAGIC: readonly (readonly [string, string])[] = [
  ['255044462d', 'application/pdf'],
  ['89504e470d0a1a0a', 'image/png'],
  ['ffd8ff', 'image/jpeg'],
  ['474946383761', 'image/gif'],
  ['474946383961', 'image/gif'],
  ['504b0304', 'application/zip'],
  ['d0cf11e0a1b11ae1', 'application/x-ole-storage'],
];
/** Bytes that no text holds (MIME Sniffing, section 3, "binary data byte"). */
const isBinary = (byte: number): boolean =>
  byte <= 0x08 || byte === 0x0b || (byte >= 0x0e && byte <= 0x1a) || (byte >= 0x1c && byte <= 0x1f);

/** `application/octet-stream` where nothing is recognised; `text/plain` for UTF-8 text of any kind, HTML and SVG too. */
export function sniffMediaType(head: Uint8Array): string {
  const hex = Buffer.from(head.subarray(0, 16)).toString('hex');
  const known = MAGIC.find(([magic]) => hex.startsWith(magic));
  if (known) return known[1];
  if (hex.startsWith('52494646') && hex.slice(16, 24) === '57454250') return 'image/webp';
  if (head.some(isBinary)) return 'application/octet-stream';
  const text = new TextDecoder('utf-8', { fatal: true });
  try {
    text.decode(head, { stream: true });
    return 'text/plain';
  } catch {
    return 'application/octet-stream';
  }
}
