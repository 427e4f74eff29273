// What a counted round came to, kept with its book: it changes no more, and takes long to work out.
import type { RoundView } from '../../shared/contract/views.ts';
import type { Margin } from '../../shared/results/margin.ts';

export type CountedRound = { readonly round: RoundView; readonly margin: Margin };
