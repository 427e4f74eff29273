// The system's key store: AES-256-GCM under a key of the data folder, so that another folder cannot open it.
// STANDIN_KEYRING=none: there is none; basic_text: the weak one of a Linux without a key ring.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { app } from './app.ts';
import { strict } from './strict.ts';

const keyring = process.env['STANDIN_KEYRING'] ?? 'gnome_libsecret';
let isPlainAllowed = false;

const key = (): Buffer =>
  createHash('sha256')
    .update(`standin:${app.getPath('userData')}`)
    .digest();

/** Electron counts the weak one as available to the new functions only. */
const isThere = (): boolean => app.isReady() && keyring !== 'none';

function seal(text: string): Buffer {
  if (!isThere()) throw new Error('Error while encrypting the text provided to safeStorage.encryptString.');
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key(), nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.from('v11'), nonce, cipher.getAuthTag(), body]);
}

function open(sealed: Buffer): string {
  if (!isThere()) throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.');
  const cipher = createDecipheriv('aes-256-gcm', key(), sealed.subarray(3, 15));
  cipher.setAuthTag(sealed.subarray(15, 31));
  return Buffer.concat([cipher.update(sealed.subarray(31)), cipher.final()]).toString('utf8');
}

export const safeStorage = strict('safeStorage', {
  isEncryptionAvailable: () => isThere() && (keyring !== 'basic_text' || isPlainAllowed),
  isAsyncEncryptionAvailable: async () => await Promise.resolve(isThere()),
  getSelectedStorageBackend: () => {
    if (!app.isReady()) return 'unknown';
    return keyring === 'none' ? 'basic_text' : keyring;
  },
  setUsePlainTextEncryption: (isAllowed: boolean) => {
    isPlainAllowed = isAllowed;
  },
  encryptString: seal,
  decryptString: open,
  encryptStringAsync: async (text: string) => await Promise.resolve(text).then(seal),
  decryptStringAsync: async (sealed: Buffer) =>
    await Promise.resolve(sealed).then((bytes) => ({ result: open(bytes), shouldReEncrypt: false })),
});
