// Object identifiers of PKCS#12 (RFC 7292), PKCS#5 (RFC 8018) and their ciphers.

export const PKCS12 = {
  data: '1.2.840.113549.1.7.1',
  encryptedData: '1.2.840.113549.1.7.6',
  keyBag: '1.2.840.113549.1.12.10.1.1',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certBag: '1.2.840.113549.1.12.10.1.3',
  x509Certificate: '1.2.840.113549.1.9.22.1',
  localKeyId: '1.2.840.113549.1.9.21',
  sha256: '2.16.840.1.101.3.4.2.1',
} as const;

/** Password-based encryption schemes: PBES2, and those of PKCS#12 with SHA-1. */
export const PBE = {
  pbes2: '1.2.840.113549.1.5.13',
  pbkdf2: '1.2.840.113549.1.5.12',
  tripleDes: '1.2.840.113549.1.12.1.3',
  rc2128: '1.2.840.113549.1.12.1.5',
  rc240: '1.2.840.113549.1.12.1.6',
} as const;

export const DIGESTS = new Map<string, 'sha1' | 'sha256' | 'sha384' | 'sha512'>([
  ['1.3.14.3.2.26', 'sha1'],
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

/** HMAC functions of PBKDF2 (RFC 8018 appendix B.1.1). */
export const PRFS = new Map<string, 'sha1' | 'sha256' | 'sha384' | 'sha512'>([
  ['1.2.840.113549.2.7', 'sha1'],
  ['1.2.840.113549.2.9', 'sha256'],
  ['1.2.840.113549.2.10', 'sha384'],
  ['1.2.840.113549.2.11', 'sha512'],
]);

/** AES-CBC (RFC 3565) and DES-EDE3-CBC with the key length in bytes. */
export const CIPHERS = new Map<string, readonly [name: string, keyLength: number]>([
  ['2.16.840.1.101.3.4.1.2', ['aes-128-cbc', 16]],
  ['2.16.840.1.101.3.4.1.22', ['aes-192-cbc', 24]],
  ['2.16.840.1.101.3.4.1.42', ['aes-256-cbc', 32]],
  ['1.2.840.113549.3.7', ['des-ede3-cbc', 24]],
]);
