import { Dossiers, Submissions, inForceOn, type Version } from '#dossiers';
import { dayOf, invalidInput, type Envelope } from '#kernel';
import { PathOffice, PublicAct } from '#organisation';
import { PersonFacts } from '#persons';
import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { besidesChannels, channelsIn } from './channels.js';
import { fieldsOf, read, type Fields } from './forms.js';
import { Pages, formKey } from './pages.js';
import { PathCode } from './path-code.js';
import { Receipts } from './receipts.js';
import { submissionPage } from './submission-page.js';
import { filesNamed, papersIn } from './sent-files.js';
import { receiptAt } from './visit.js';

/** Where a dossier is handed in from home (nộp hồ sơ trực tuyến). */
@ApiExcludeController()
@Controller('public/:office/thu-tuc/:code/nop')
export class SubmissionPages {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Dossiers) private readonly dossiers: Dossiers,
    @Inject(Submissions) private readonly submissions: Submissions,
    @Inject(Receipts) private readonly receipts: Receipts,
  ) {}

  @Get()
  form(
    @PathOffice() office: string,
    @PathCode() code: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.pages.show(request, reply, office, async (visit) =>
      submissionPage(visit, await this.#procedure(office, code), formKey()),
    );
  }

  @Post()
  submit(
    @PathOffice() office: string,
    @PathCode() procedureCode: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @PublicAct() envelope: Envelope,
    @Body() body: unknown,
  ) {
    const { sent: _told, ...typed } = fieldsOf(body);
    const channels = channelsIn(typed);
    return this.pages.answer(
      request,
      reply,
      office,
      async (visit) => {
        const applicant = await applicantIn(typed);
        const papers = papersIn(request);
        const { lookup, proof = null } = await this.submissions.submit(envelope, {
          procedureCode,
          components: [],
          papers,
          applicant,
          ...(channels.length > 0 ? { notifications: { channels, language: visit.language } } : {}),
        });
        const files = filesNamed(papers);
        const receipt = { what: 'dossier' as const, ...lookup, due: null, proof, files };
        return receiptAt(visit, this.receipts.seal(office, receipt));
      },
      async (visit, problem) =>
        submissionPage(visit, await this.#procedure(office, procedureCode), formKey(request, problem), {
          typed,
          problem,
        }),
    );
  }

  async #procedure(office: string, code: string): Promise<Version> {
    return inForceOn(await this.dossiers.catalogue(office), code, dayOf(this.dossiers.now()));
  }
}

/** Whose dossier it is, as a form says; refuses `invalid_input`. Without a name nobody at the desk could know whose it is. */
async function applicantIn(typed: Fields): Promise<PersonFacts> {
  const { bornOn, ...facts } = besidesChannels(typed);
  const applicant = await read(
    PersonFacts,
    bornOn === undefined ? facts : { ...facts, bornOn: isoDay(bornOn) },
  );
  if (applicant.name === undefined) throw invalidInput({ errors: [{ field: 'name', message: 'is needed' }] });
  return applicant;
}

/** A day as people write it, d/m/yyyy with any stroke between, in ISO form; anything else as it is. */
export function isoDay(text: string): string {
  const [, day, month, year] = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(text) ?? [];
  return day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
}
