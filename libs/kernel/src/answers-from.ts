import {
  Inject,
  Injectable,
  UseInterceptors,
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { officeWorkedIn } from './office-scope.js';

/** Who tells how many subjects a read model lacks in an office. */
export const LACKING = Symbol('what read models lack');

/** Where the API's description names the read models that an operation answers from. */
export const READ_MODEL = 'x-read-model';

interface Lacking {
  of(office: string, model: string): Promise<number>;
}

/**
 * The read models that a route answers from: where they lack subjects, the answer says how many, in the header `Incomplete:
 * subjects=<n>` and in a JSON object as `incomplete: {subjects: n}`. What lacks nothing says nothing; other routes pay
 * nothing for it.
 */
export function AnswersFrom(...models: string[]): MethodDecorator {
  @Injectable()
  class SaysWhatIsLacking implements NestInterceptor {
    constructor(@Inject(LACKING) private readonly lacking: Lacking) {}

    async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
      const office = officeWorkedIn() ?? '';
      const each = await Promise.all(models.map((model) => this.lacking.of(office, model)));
      const subjects = each.reduce((sum, one) => sum + one, 0);
      if (subjects === 0) return next.handle();
      context.switchToHttp().getResponse<FastifyReply>().header('incomplete', `subjects=${subjects}`);
      return next.handle().pipe(map((answer) => marked(answer, subjects)));
    }
  }
  return applyDecorators(UseInterceptors(SaysWhatIsLacking), ApiExtension(READ_MODEL, models.join(', ')));
}

const marked = (answer: unknown, subjects: number): unknown =>
  typeof answer === 'object' && answer !== null && !Array.isArray(answer) && !Buffer.isBuffer(answer)
    ? { ...answer, incomplete: { subjects } }
    : answer;
