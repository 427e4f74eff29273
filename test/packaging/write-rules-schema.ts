// Writes the published JSON Schema of council rules: `node test/packaging/write-rules-schema.ts`, after shared/council/rules.ts.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../helpers/steps.ts';
import { SCHEMA_FILE, schemaText } from './rules-schema.ts';

writeFileSync(path.join(root, SCHEMA_FILE), schemaText());
console.log(SCHEMA_FILE);
