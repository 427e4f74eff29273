// What is found wrong or worth saying in a pack of a promulgated set.

export type PackFindingCode =
  | 'pack-broken'
  | 'pack-newer'
  | 'pack-changed'
  | 'pack-signature-broken'
  | 'pack-untrusted'
  | 'pack-certificate-unfit'
  | 'pack-certificate-expired'
  | 'pack-unsigned'
  | 'pack-decision-left';
