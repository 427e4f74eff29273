// Refusals between two machines in English; a missing one does not compile.
import type { refusalsExchangeVi } from './refusals-exchange-vi.ts';

export const refusalsExchangeEn: Readonly<Record<keyof typeof refusalsExchangeVi, string>> = {
  'exchange-newer':
    'The other machine runs version {theirs}, newer than {own} here, so the two cannot exchange books yet. Everything on this machine is untouched; update the application here.',
  'exchange-older':
    'The other machine runs version {theirs}, older than {own} here, so the two cannot exchange books yet. Everything on both machines is untouched; update the application there.',
  'exchange-malformed':
    'The other machine sent data that does not follow the protocol, so the link was ended. Nothing of it was taken into a book.',
  'exchange-too-long': 'The other machine sent data over the limit, so the link was ended. Books here are untouched.',
  'exchange-too-fast': 'The other machine sent too much at once, so the link was ended. Books here are untouched.',
  'exchange-unasked':
    'The other machine sent data nobody had asked for, so the link was ended. Books here are untouched.',
  'exchange-dishonest':
    'The other machine sent forged data ({code}) three times, so the link was ended. Nothing of it was taken into a book; look at that machine.',
  'exchange-silent':
    'The other machine does not answer, so the link was ended. This machine connects again by itself; saved work is safe.',
  'exchange-slow':
    'The other machine could not keep up for a minute, so the link was ended. The next one goes on from where this stopped.',
  'exchange-mirror': 'The other side only sends back what this machine says, so the link was ended. Check the address.',
  'exchange-fault': 'A fault of the program ended the exchange with the other machine. Saved work is safe.',
  'exchange-unproved': 'The other machine could not show a right to this book, so nothing of it is sent or taken.',
  'exchange-no-fork':
    'The other machine says that feed {feed} has two versions but gives no proof. Books here are untouched.',
  'exchange-commit-too-long':
    'One entry group of feed {feed} is too long to go over the network. The book here is untouched; carry it by package file.',
};
