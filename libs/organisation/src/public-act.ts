import { actIn, pathParam, readsKey, type SignedInRequest } from '#kernel';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { OFFICE_NAME } from './office/succession.js';
import { APPLICANT } from './rights/rights.js';

/** The envelope of an act without an account, in the office that the path names, for a controller's parameter. */
export const PublicAct = createParamDecorator(
  (_: unknown, context: ExecutionContext) => {
    const request = context.switchToHttp().getRequest<SignedInRequest & { params: { office: string } }>();
    return actIn(request, request.params.office, APPLICANT);
  },
  [readsKey],
);

/** The office that the path names (đơn vị), for a controller's parameter. */
export const PathOffice = () =>
  pathParam('office', 'Đơn vị · office', { pattern: OFFICE_NAME.source, maxLength: 61 });
