// The result of a platform's last counted round; undefined until there is one, for everybody alike.
import type { PlatformResult } from '../../shared/results/result-types.ts';
import { useSession } from '../state/session.ts';
import { useView } from '../state/use-view.ts';

export function useResult(platform: string): PlatformResult | undefined {
  const { book } = useSession();
  const results = useView('results', { book });
  return results?.ok === true
    ? results.value.platforms.filter((each) => each.platform === platform).at(-1)?.result
    : undefined;
}
