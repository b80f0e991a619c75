import { DossierQueries, Dossiers, allInForce, inForceOn } from '#dossiers';
import { CitizensFeedback } from '#feedback';
import { dayOf } from '#kernel';
import { PathOffice } from '#organisation';
import { PublicProgress } from '#planning';
import { Lacking } from '#projection';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { homePage } from './home-page.js';
import { Pages } from './pages.js';
import { PathCode } from './path-code.js';
import { planPage, type PlanStanding } from './plan-page.js';
import { procedurePage, proceduresPage } from './procedures-page.js';
import { answersPage, apologiesPage, resultsPage, type Listed } from './registers-page.js';

/** How many of the latest a register shows; all of them are among the open data. */
const LATEST = 100;

/** What is open to everybody, without an account (công khai). */
@ApiExcludeController()
@Controller('public/:office')
export class RegisterPages {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Dossiers) private readonly dossiers: Dossiers,
    @Inject(DossierQueries) private readonly queries: DossierQueries,
    @Inject(CitizensFeedback) private readonly feedback: CitizensFeedback,
    @Inject(PublicProgress) private readonly progress: PublicProgress,
    @Inject(Lacking) private readonly lacking: Lacking,
  ) {}

  @Get()
  home(@PathOffice() office: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.pages.show(request, reply, office, homePage);
  }

  @Get('thu-tuc')
  procedures(@PathOffice() office: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.pages.show(request, reply, office, async (visit) =>
      proceduresPage(visit, allInForce(await this.dossiers.catalogue(office), this.#today())),
    );
  }

  @Get('thu-tuc/:code')
  procedure(
    @PathOffice() office: string,
    @PathCode() code: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.pages.show(request, reply, office, async (visit) =>
      procedurePage(visit, inForceOn(await this.dossiers.catalogue(office), code, this.#today())),
    );
  }

  @Get('ket-qua')
  results(@PathOffice() office: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.pages.show(request, reply, office, async (visit) =>
      resultsPage(visit, await this.#listed(office, 'dossier', this.queries.results(office, LATEST))),
    );
  }

  @Get('xin-loi')
  apologies(@PathOffice() office: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.pages.show(request, reply, office, async (visit) =>
      apologiesPage(visit, await this.#listed(office, 'dossier', this.queries.apologies(office, LATEST))),
    );
  }

  @Get('tra-loi')
  answers(@PathOffice() office: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.pages.show(request, reply, office, async (visit) =>
      answersPage(visit, await this.#listed(office, 'feedback', this.feedback.published(office, LATEST))),
    );
  }

  @Get('ke-hoach')
  plan(@PathOffice() office: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.pages.show(request, reply, office, async (visit) =>
      planPage(visit, await this.#standing(office)),
    );
  }

  async #standing(office: string): Promise<PlanStanding> {
    const day = this.#today();
    const { year, state, units, rows, lacks } = await this.progress.onDay(office, day);
    return {
      year,
      day,
      approved: state.status === 'approved' || state.status === 'closed',
      rows,
      areas: new Map(state.header?.areas.map(({ code, name }) => [code, `${code}. ${name}`])),
      units: new Map([...units].map(([unitId, { name }]) => [unitId, name])),
      lacks,
    };
  }

  #today = (): string => dayOf(this.dossiers.now());

  async #listed<T>(office: string, model: string, items: Promise<T[]>): Promise<Listed<T>> {
    const [found, lacks] = await Promise.all([items, this.lacking.of(office, model)]);
    return { items: found, lacks };
  }
}
