import { Organisation } from '#organisation';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { requireOwnForm } from '../credential.js';
import { tell, type ToldProblem } from '../problem.filter.js';
import type { Page } from './frame.js';
import { sendPage } from './send-page.js';
import { visitOf, type Visit } from './visit.js';

/** What a form's key is called that was used for something else before (R35). */
const KEY_REUSED = 'idempotency_key_reused';

/** What the pages have in common: whose they are, and how a form is answered. */
@Injectable()
export class Pages {
  constructor(@Inject(Organisation) private readonly organisation: Organisation) {}

  async visit(request: FastifyRequest, office: string): Promise<Visit> {
    const { name } = await this.organisation.current(office);
    return visitOf(request, office, name);
  }

  async show(
    request: FastifyRequest,
    reply: FastifyReply,
    office: string,
    pageFor: (visit: Visit) => Page | Promise<Page>,
  ): Promise<FastifyReply> {
    const visit = await this.visit(request, office);
    return sendPage(reply, visit, await pageFor(visit));
  }

  /**
   * Does what a form asks for, and shows what came of it or goes on to where that is shown: an address then, which a browser
   * may come back to without sending anything again. What is refused is shown on the form, with what was typed. Refuses
   * `cross_site` to a form of another site.
   */
  async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    office: string,
    act: (visit: Visit) => Promise<Page | string>,
    again: (visit: Visit, problem: ToldProblem) => Page | Promise<Page>,
  ): Promise<FastifyReply> {
    requireOwnForm(request);
    const visit = await this.visit(request, office);
    try {
      const done = await act(visit);
      return typeof done === 'string' ? reply.redirect(done, 303) : sendPage(reply, visit, done);
    } catch (error) {
      const problem = tell(error, request, reply, visit.language);
      return sendPage(reply, visit, { ...(await again(visit, problem)), refused: true });
    }
  }
}

/** The key of a form that is shown, or shown again: the same as long as it stands for the same act, whatever became of that. */
export function formKey(request?: FastifyRequest, problem?: ToldProblem): string {
  const sent = request?.headers['idempotency-key'];
  return typeof sent === 'string' && problem?.code !== KEY_REUSED ? sent : crypto.randomUUID();
}
