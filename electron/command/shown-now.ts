// One look at a view: watched until its first value, then let go.
import type { Client } from '../../shared/contract/client.ts';
import type { ViewName, Views } from '../../shared/contract/views.ts';

/** What a view shows at this moment. */
export const shownNow = async <V extends ViewName>(
  client: Client,
  view: V,
  params: Views[V]['params'],
): Promise<Views[V]['value']> =>
  await new Promise((shown, failed) => {
    const stop = client.watch(view, params, (value) => {
      queueMicrotask(() => stop());
      if (value.ok) shown(value.value);
      else failed(new Error(value.refusal.code));
    });
  });
