// Whether a title bears a mark of state secrets: such documents have no place on this machine.

const MARK = /(^|[^\p{L}])(tuyệt\s+mật|tối\s+mật|\[\s*mật\s*\]|\(\s*mật\s*\))($|[^\p{L}])/iu;

export const bearsSecretMark = (title: string): boolean => MARK.test(title.normalize('NFC'));
