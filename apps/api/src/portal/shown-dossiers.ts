import { OwnDossiers, questionnaireOn, type Held } from '#dossiers';
import { Gateway } from '#integration';
import { CLOCK, dayOf, type Clock } from '#kernel';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ToldProblem } from '../problem.filter.js';
import type { Fields } from './forms.js';
import type { Page } from './frame.js';
import { dossierPage, lookUpPage, type Sent } from './look-up-page.js';
import { formKey } from './pages.js';
import type { Visit } from './visit.js';

/** Dossiers as their owners are shown them. */
@Injectable()
export class ShownDossiers {
  constructor(
    @Inject(OwnDossiers) private readonly own: OwnDossiers,
    @Inject(Gateway) private readonly gateway: Gateway,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What is asked of whoever was served. */
  questions() {
    return questionnaireOn(dayOf(this.clock.now())).questions;
  }

  async page(visit: Visit, held: Held, address: string, key = formKey(), sent: Sent = {}): Promise<Page> {
    const found = await this.own.lookUp(visit.office, held, address);
    const besides = { questions: this.questions(), paysOnline: this.gateway.isThere };
    return dossierPage(visit, held, { ...found, ...besides }, key, sent);
  }

  /** The dossier with what was refused on it; without one that is shown to whoever sent this, the look-up. */
  async again(
    visit: Visit,
    request: FastifyRequest,
    typed: Fields,
    sent: Sent,
    problem: ToldProblem,
  ): Promise<Page> {
    const held: Held = { code: typed.code ?? '', secret: typed.secret ?? '' };
    try {
      return await this.page(visit, held, request.ip, formKey(request, problem), sent);
    } catch {
      return lookUpPage(visit, { typed, problem });
    }
  }
}
