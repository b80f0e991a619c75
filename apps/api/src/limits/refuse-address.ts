import { languageOf, refusal } from '#kernel';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { strictHeaders } from '../page-security.js';
import { tell } from '../problem.filter.js';

const addressTooLong = refusal(
  'address_too_long',
  414,
  { vi: 'Địa chỉ quá dài', en: 'The address is too long' },
  { vi: 'Kiểm tra lại mã trong đường dẫn.', en: 'Check the ids in the path.' },
);
const addressUnreadable = refusal(
  'address_unreadable',
  400,
  { vi: 'Không đọc được địa chỉ', en: 'The address can’t be read' },
  { vi: 'Mã hóa đúng các ký tự trong đường dẫn (UTF-8).', en: 'Encode what is in the path rightly (UTF-8).' },
);

/** Refuses an address that leads to no route at all as all else is refused: the router asks before any hook of ours runs. */
export function refuseAddress({ code }: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const refused = code === 'FST_ERR_MAX_PARAM_LENGTH' ? addressTooLong() : addressUnreadable();
  const problem = tell(refused, request, reply, languageOf(request.headers['accept-language']));
  strictHeaders(request, reply);
  void reply.header('content-type', 'application/problem+json; charset=utf-8').send(problem);
}
