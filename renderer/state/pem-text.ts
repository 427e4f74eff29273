// A certificate file as PEM text (RFC 7468), whether it came as text or in binary form.
import { toBase64 } from '../../shared/base/bytes.ts';

const BEGIN = '-----BEGIN CERTIFICATE-----';

export function pemOf(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  if (text.includes(BEGIN)) return text.trim();
  // Not text: DER, and if it is not, the host says that it is no certificate.
  const base64 = toBase64(bytes).replaceAll('-', '+').replaceAll('_', '/');
  const padded = base64.padEnd(Math.ceil(base64.length / 4) * 4, '=');
  return `${BEGIN}\n${padded.match(/.{1,64}/g)?.join('\n') ?? ''}\n-----END CERTIFICATE-----`;
}
