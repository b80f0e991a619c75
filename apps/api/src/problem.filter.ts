import {
  Refusal,
  TemporaryFailure,
  fill,
  invalidInput,
  type is,
  languageOf,
  notFound,
  retold,
  unavailable,
  type Language,
  type Problem,
  type RefusalKind,
} from '#kernel';
import { isConnectionError, isValueRefused } from '#event-store';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refusals } from './metrics.js';
import { isForPage, visitOf } from './portal/visit.js';
import { typeRefused } from './limits/media-types.js';
import { routeOf } from './policy.js';
import { problemPage } from './portal/problem-page.js';
import { sendPage } from './portal/send-page.js';

const internal: RefusalKind = {
  code: 'internal',
  status: 500,
  title: { vi: 'Hệ thống gặp lỗi', en: 'Something went wrong on our side' },
  advice: {
    vi: 'Thử lại; nếu vẫn lỗi, báo quản trị kèm mã {requestId}.',
    en: 'Try again; if it persists, tell the administrator this id: {requestId}.',
  },
};
const tooLarge: RefusalKind = {
  code: 'too_large',
  status: 413,
  title: { vi: 'Nội dung gửi lên quá lớn', en: 'The request is too large' },
  advice: {
    vi: 'Ở đây nhận nhiều nhất {kilobytes} kB: rút gọn nội dung hoặc giảm dung lượng tệp rồi gửi lại.',
    en: 'At most {kilobytes} kB are taken here: shorten it, or make the file smaller, and send again.',
  },
};

const valueRefused: RefusalKind = {
  code: 'value_refused',
  status: 400,
  title: { vi: 'Có giá trị gửi lên không lưu được', en: 'A value that was sent can’t be kept' },
  advice: {
    vi: 'Kiểm tra số quá lớn, ngày không có thật, ký tự lạ rồi gửi lại; nếu vẫn bị từ chối, báo quản trị kèm mã {requestId}.',
    en: 'Look for a number too large, a day that does not exist, an odd character, and send again; if it is refused still, tell the administrator this id: {requestId}.',
  },
};

const LONGEST_TOLD = 200;

/** Without its question: a purpose or a code may be in there. */
const pathOf = (url: string): string => (url.split('?')[0] ?? '').slice(0, 200);

/** Refusals that whoever watches for intruders wants to see. */
const SECURITY = new Set([401, 403, 429]);

/** A refusal as it is told (RFC 9457). */
export type ToldProblem = is.Of<typeof Problem>;

/** Says every refusal in the client's language: as a page to whoever asked for one of the citizens' pages, else as a problem. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const visit = isForPage(request) ? visitOf(request, '', '') : undefined;
    const language = visit?.language ?? languageOf(request.headers['accept-language']);
    const problem = tell(error, request, reply, language);
    if (visit) void sendPage(reply, visit, problemPage(visit, problem));
    else
      void reply
        .header('content-type', 'application/problem+json; charset=utf-8')
        .header('content-language', language)
        .send(problem);
  }
}

/** What a refusal says, noted where refusals are noted; its status and what goes along with it are put on the answer. */
export function tell(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  language: Language,
): ToldProblem {
  const refused = problemOf(error, request);
  if (refused.kind === internal || refused.kind === valueRefused)
    request.log.error({ reqId: request.id, err: error }, 'unexpected');
  refusals.inc({ code: refused.kind.code });
  const { code, status } = refused.kind;
  const { errors, ...values } = refused.values;
  if (SECURITY.has(status))
    request.log.info(
      {
        reqId: request.id,
        security: code,
        method: request.method,
        path: pathOf(request.url),
        ip: request.ip,
      },
      'refused',
    );
  if (status === 429 && typeof values.seconds === 'number')
    reply.header('retry-after', String(values.seconds));
  if (status === 503) reply.header('retry-after', '2');
  if (status === 412 && typeof values.current === 'number') reply.header('etag', `"${values.current}"`);
  reply.status(status);
  const problem = toldAs(refused.kind, values, language, request.id);
  return errors === undefined ? problem : { ...problem, errors: errors as ToldProblem['errors'] };
}

/** A kind of refusal in words, of the request of an id. */
export function toldAs(
  { code, status, title, advice, rule }: RefusalKind,
  values: Refusal['values'],
  language: Language,
  requestId: string,
): Omit<ToldProblem, 'errors'> {
  return {
    type: `urn:minh-bach:refusal:${code}`,
    title: fill(title[language], values),
    status,
    detail: fill(advice[language], { ...values, requestId }),
    code,
    instance: requestId,
    ...(rule === undefined ? {} : { rule }),
    ...(Object.keys(values).length > 0 ? { values } : {}),
  };
}

function problemOf(error: unknown, { method, routeOptions }: FastifyRequest): Refusal | TemporaryFailure {
  if (error instanceof Refusal || error instanceof TemporaryFailure) return error;
  const { driverError = error } = (error ?? {}) as { driverError?: unknown };
  if (isConnectionError(error) || isConnectionError(driverError)) return unavailable(error);
  if (isValueRefused(driverError)) return new Refusal(valueRefused);
  const status = statusOf(error);
  if (status === 404) return notFound();
  if (status === 413)
    return new Refusal(tooLarge, { kilobytes: Math.floor((routeOptions.bodyLimit ?? 0) / 1_000) });
  if (status === 415) return typeRefused(routeOf(method, routeOptions.url ?? ''));
  if (status !== undefined && status >= 400 && status < 500) {
    return invalidInput({
      errors: [
        {
          field: 'body',
          message: retold(error instanceof Error ? error.message : String(error), LONGEST_TOLD),
        },
      ],
    });
  }
  return new Refusal(internal);
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const code = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof code === 'number' ? code : undefined;
}
