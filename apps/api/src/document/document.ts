import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { SESSION_COOKIE } from '../credential.js';
import { completed } from './operations.js';
import { HEADERS, RESPONSES } from './responses.js';
import { boundedParts, inDocument } from './schemas.js';
import { tagsOf } from './tags.js';

/** The API's description (OpenAPI 3.1): what each route takes and answers, who may come, and how it refuses. */
export function documentOf(app: INestApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Minh Bạch')
    .setDescription(
      [
        'Cải cách hành chính của xã: mở và rõ ràng · a commune’s administrative reform, open and clear',
        '`Signed-In-As`: mã của người mà trang được mở cho; phiên của người khác thì từ chối · the id of whom a page was opened ' +
          'for; by the session of somebody else it is refused (`signed_in_as_another`)',
      ].join('\n\n'),
    )
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .setOpenAPIVersion('3.1.0')
    .addSecurity('bearer', {
      type: 'http',
      scheme: 'bearer',
      description: 'Mã của phiên hoặc của hệ thống · token of a session, or of a system',
    })
    .addSecurity('session', {
      type: 'apiKey',
      in: 'cookie',
      name: SESSION_COOKIE,
      description: 'Phiên trên trình duyệt; thay đổi chỉ từ trang của hệ thống · a browser’s session',
    })
    .addSecurity('webhook', {
      type: 'apiKey',
      in: 'header',
      name: 'webhook-signature',
      description: 'Chữ ký Standard Webhooks · signature over id, time and body',
    })
    .build();
  const document = SwaggerModule.createDocument(app, about, {
    standardSchemaConverter: inDocument,
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  const info = { ...document.info, contact: { name: 'Minh Bạch' } };
  const servers = [{ url: '/', description: 'Máy chủ này · this server (production)', 'x-internal': false }];
  const components = { ...document.components, headers: HEADERS, responses: RESPONSES };
  const paths = completed(document.paths);
  return boundedParts({ ...document, info, servers, components, paths, tags: tagsOf(document) });
}
