// The order of the test files: the slowest of a group start first, so that at its end nobody waits for one of them alone.
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** From the slowest on; what is not named comes after them, the largest file first. */
const SLOWEST: readonly string[] = [
  'test/unit/proof/forged.test.ts',
  'test/unit/minutes/layout-pdfa.test.ts',
  'test/unit/proof/whole.test.ts',
  'test/unit/store/store.test.ts',
  'test/contract/start.test.ts',
  'test/browser/access.test.ts',
  'test/desktop/meeting.test.ts',
  'test/browser/rehearsal.test.ts',
  'test/browser/meeting.test.ts',
  'test/desktop/distribution.test.ts',
  'test/desktop/signed.test.ts',
];

const turnOf = ({ moduleId }: TestSpecification): number => {
  const turn = SLOWEST.findIndex((file) => moduleId.endsWith(file));
  return turn === -1 ? SLOWEST.length : turn;
};
const groupOf = ({ project }: TestSpecification): number => project.config.sequence.groupOrder;

/** Vitest makes one of it for each run. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => groupOf(a) - groupOf(b) || turnOf(a) - turnOf(b));
  }
}
