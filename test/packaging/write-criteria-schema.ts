// Writes the published JSON Schema of criteria files: `node test/packaging/write-criteria-schema.ts`, after criteria-schema.ts.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../helpers/steps.ts';
import { CRITERIA_SCHEMA_FILE, criteriaSchemaText } from './criteria-schema.ts';

writeFileSync(path.join(root, CRITERIA_SCHEMA_FILE), criteriaSchemaText());
console.log(CRITERIA_SCHEMA_FILE);
