import { invalidInput, oneForm, retold } from '#kernel';
import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';

/** Whoever corrects these sees the rest the next time. */
const MOST_ERRORS = 20;
const LONGEST_TOLD = 120;

/** Whoever typed a text, and on whatever: from here on it has one form. */
class InOneForm extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    return super.transform(metadata.type === 'custom' ? value : oneForm(value), metadata);
  }
}

/** Takes bodies and queries for what their classes say, refuses what they do not say. */
export const validation = (): ValidationPipe =>
  new InOneForm({
    stopAtFirstError: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    transformOptions: { enableImplicitConversion: false },
    exceptionFactory: (errors) => invalidInput({ errors: flatten(errors).slice(0, MOST_ERRORS) }),
  });

/** Each by its place: what is wrong in the third of several components is `components.2.name`. */
const flatten = (errors: ValidationError[], within = ''): { field: string; message: string }[] =>
  errors.flatMap(({ property, constraints, children = [] }) => {
    const field = within + property;
    const own = constraints ?? (children.length === 0 ? { invalid: 'invalid' } : {});
    return [
      ...Object.values(own).map((message) => ({
        field: retold(field, LONGEST_TOLD),
        message: retold(message, LONGEST_TOLD),
      })),
      ...flatten(children, `${field}.`),
    ];
  });

type Metadata = ReturnType<typeof storage.getTargetValidationMetadatas>;
const storage = getMetadataStorage();
const looked = storage.getTargetValidationMetadatas.bind(storage);
const found = new Map<unknown, Metadata>();

// For each object it validates, class-validator looks through all classes of the service, of which there are more with
// every command: 4,5 % of a reception's processor time. What it finds for a class never changes, and is looked for once.
storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
  if (schema || always || strictGroups || groups?.length)
    return looked(target, schema, always, strictGroups, groups);
  const known = found.get(target) ?? looked(target, schema, always, strictGroups, groups);
  found.set(target, known);
  return known;
};
