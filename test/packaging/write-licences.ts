// Writes the licences of all that is in the application: `node test/packaging/write-licences.ts`, after packages change.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../helpers/steps.ts';
import { bundledPackages, packedPackages } from './bundled-packages.ts';
import { LICENCE_FILE, licenceFaults, licencesOf, licenceText } from './licences.ts';

const all = licencesOf([...(await bundledPackages()), ...packedPackages()]);
const faults = licenceFaults(all);
for (const fault of faults) console.error(fault);
if (faults.length === 0) {
  const file = path.join(root, LICENCE_FILE);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, licenceText(all));
  console.log(`${all.length} licences in ${LICENCE_FILE}`);
}
process.exitCode = faults.length === 0 ? 0 : 1;
