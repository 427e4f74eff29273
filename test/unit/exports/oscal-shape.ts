// The part of the OSCAL 1.1.2 catalog model that our files use, as a JSON Schema of its own (datatypes and members by its reference).

const token = { type: 'string', pattern: '^(\\p{L}|_)(\\p{L}|\\p{N}|[.\\-_])*$' };
/** One line without blanks at its ends. */
const string = { type: 'string', pattern: '^\\S(.*\\S)?$' };
const markup = { type: 'string', minLength: 1 };
const uuid = {
  type: 'string',
  pattern: '^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[45678][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$',
};
const moment = {
  type: 'string',
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$',
};
const object = (required: readonly string[], properties: object): object => ({
  type: 'object',
  required,
  properties,
  additionalProperties: false,
});
const list = (items: object): object => ({ type: 'array', minItems: 1, items });
const ns = { type: 'string', pattern: '^[a-zA-Z][a-zA-Z0-9+\\-.]+:.+$' };
const prop = object(['name', 'value'], { name: token, ns, value: string, class: token, group: token, remarks: markup });
const part = object(['name'], { id: token, name: token, ns, class: token, prose: markup });
const control = object(['id', 'title'], {
  id: token,
  class: token,
  title: string,
  props: list(prop),
  parts: list(part),
});

export const OSCAL = object(['catalog'], {
  catalog: object(['uuid', 'metadata'], {
    uuid,
    metadata: object(['title', 'last-modified', 'version', 'oscal-version'], {
      ...{ title: string, published: moment, 'last-modified': moment, version: string, 'oscal-version': string },
      ...{ props: list(prop), remarks: markup },
    }),
    groups: list(
      object(['title'], { id: token, class: token, title: string, props: list(prop), controls: list(control) }),
    ),
  }),
});
