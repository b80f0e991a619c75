import { ANSWERS_FROM } from '#kernel';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { Runtime } from '../../runtime/src/index.js';
import { addressOf } from './office-scope.js';
import { RUNTIME } from './tokens.js';

/**
 * Says of an answer from a read model how many subjects that lacks: in the header `Incomplete: subjects=<n>`, and in a
 * JSON object as `incomplete: {subjects: n}`. What lacks nothing says nothing.
 */
@Injectable()
export class IncompleteAnswers implements NestInterceptor {
  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const model = this.reflector.get<string | undefined>(ANSWERS_FROM, context.getHandler());
    if (model === undefined) return next.handle();
    const http = context.switchToHttp();
    const { office } = addressOf(http.getRequest<FastifyRequest>());
    const subjects = await this.runtime.lacking.of(office, model);
    if (subjects === 0) return next.handle();
    http.getResponse<FastifyReply>().header('incomplete', `subjects=${subjects}`);
    return next.handle().pipe(map((answer) => marked(answer, subjects)));
  }
}

const marked = (answer: unknown, subjects: number): unknown =>
  typeof answer === 'object' && answer !== null && !Array.isArray(answer) && !Buffer.isBuffer(answer)
    ? { ...answer, incomplete: { subjects } }
    : answer;
