import type { FastifyReply } from 'fastify';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { builtAssets } from './assets.js';
import { Frame, type Page } from './frame.js';
import type { Visit } from './visit.js';

/** What a page may do: look and run as this server says, send its forms here, and nothing else. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Sends a page, made on the server. Older browsers say where a form comes from only where a page lets them name its origin;
 * of the address nothing is told to anybody.
 */
export const sendPage = (reply: FastifyReply, visit: Visit, page: Page): FastifyReply =>
  reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-language', visit.language)
    .header('content-security-policy', POLICY)
    .header('referrer-policy', 'strict-origin')
    .header('cache-control', page.personal ? 'no-store' : 'private, no-cache')
    .send(
      `<!doctype html>${renderToStaticMarkup(createElement(Frame, { assets: builtAssets(), visit, page }))}`,
    );
