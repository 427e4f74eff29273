// Which order criteria stand in, each at a key of its own: D by disagreement, T by distance from the threshold, S as in the set.
import type { ReactNode } from 'react';
import { KeySign } from '../parts/key-sign.tsx';
import { useKeys } from '../state/use-keys.ts';
import { useWords } from '../state/words.ts';
import { ORDERS, type Order } from './matrix-order.ts';

const KEYS: Readonly<Record<Order, string>> = { spread: 'D', distance: 'T', set: 'S' };

/** The same key again goes back to the order of the set. */
export function useOrderKeys(onOrder: (change: (now: Order) => Order) => void): void {
  useKeys(({ act }) => {
    const asked =
      act === 'dissent' ? 'spread' : act === 'distance' ? 'distance' : act === 'set-order' ? 'set' : undefined;
    if (asked === undefined) return false;
    onOrder((now) => (now === asked ? 'set' : asked));
    return true;
  });
}

export function OrderPick(props: { readonly order: Order; readonly onOrder: (order: Order) => void }): ReactNode {
  const { t } = useWords();
  return (
    <fieldset className="order-pick" aria-label={t('results.order')}>
      {ORDERS.map((order) => (
        <button
          key={order}
          type="button"
          className="button small"
          aria-pressed={props.order === order}
          onClick={() => props.onOrder(order)}
        >
          {t(`results.order.${order}`)} <KeySign keys={KEYS[order]} />
        </button>
      ))}
    </fieldset>
  );
}
