// The published JSON Schema of council rules, as a text: made from the schema that the code itself checks with.
import { RULES_SCHEMA } from '../../electron/imports/rules-file.ts';

export const SCHEMA_FILE = 'assets/schema/council-rules.schema.json';

/** What JSON Schema cannot say stands in its description, so that nobody takes passing it for being right. */
export const schemaText = (): string => {
  const { $schema, ...rest } = RULES_SCHEMA;
  const head = {
    $schema,
    title: 'Quy chế của Hội đồng / Rules of a council',
    description:
      'Which rules go together is not in this schema: `hoidong rules check FILE` says it. Shipped examples: assets/rules.',
  };
  return `${JSON.stringify({ ...head, ...rest }, null, 2)}\n`;
};
