import { SetMetadata } from '@nestjs/common';

export const ANSWERS_FROM = 'answers-from';

/** The read model that a route answers from: where that lacks something, the answer says so. */
export const AnswersFrom = (model: string) => SetMetadata(ANSWERS_FROM, model);
