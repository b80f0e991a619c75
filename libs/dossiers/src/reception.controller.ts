import { dueAnswer } from '#deadline';
import {
  Answers,
  Act,
  AnswersFrom,
  Id,
  InstantField,
  Me,
  POOL,
  PathId,
  beingMended,
  derivedId,
  isoOffset,
  notFound,
  type Envelope,
  type Person,
  PartOf,
} from '#kernel';
import { Commands, Organisation, oneStopUnit } from '#organisation';
import { ChooseChannels, Files, PersonFacts, Persons, factsOf, type Registration } from '#persons';
import { Secrets } from '#vault';
import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Pool } from 'pg';
import { isDesk } from './dossier/guards.js';
import { heldOf, mayHoldMore } from './read/component-projection.js';
import { ComponentHandedIn, HandedInAtDesk, fileIdsOf } from './dossier/reception.js';
import { dossierOf } from './dossiers.commands.js';
import { Dossiers } from './dossiers.service.js';
import { Receptions } from './receptions.service.js';
import { applicantMissing, reuseUnknown } from './dossier/dossier.refusals.js';
import { ComponentsHeld, Receipt } from './dossiers.shapes.js';

/** A dossier at the desk, with whose it is: somebody known, or somebody to be registered. */
export class ReceiveAtDesk extends HandedInAtDesk {
  @Id({ description: 'Người nộp đã ghi · a person registered before', optional: true })
  applicantId?: string;

  @PartOf({
    description: 'Người nộp, nếu chưa ghi · the applicant, where not registered before',
    optional: true,
    of: () => PersonFacts,
  })
  applicant?: PersonFacts;

  @PartOf({
    description: 'Kênh thông báo · how the applicant is told',
    optional: true,
    of: () => ChooseChannels,
  })
  notifications?: ChooseChannels;

  @InstantField({
    description:
      'Giờ máy trạm lúc nhận khi mất mạng; số hồ sơ và thời hạn tính từ khi máy chủ nhận · what the PC said when it was taken with the line down; number and time begin when the server takes it',
    optional: true,
  })
  takenOfflineAt?: string;
}

/** The one-stop unit registers whom it serves; whoever works on the dossier later is given a duty by the hand-over. */
export async function registrationAtDesk(
  organisation: Organisation,
  persons: Persons,
  envelope: Envelope,
  personId: string,
  facts: PersonFacts,
  told?: ChooseChannels,
): Promise<Registration | undefined> {
  const state = await organisation.current(envelope.office);
  const desk = oneStopUnit(state);
  if (!desk || !isDesk(state, envelope.tokenFor ?? envelope.actor)) return undefined; // the act itself refuses it
  const commandId = derivedId(envelope.commandId, personId);
  return persons.registration({ ...envelope, commandId }, personId, desk.unitId, factsOf(facts), told);
}

/** Dossiers as they come in over the desk (tiếp nhận hồ sơ). */
@ApiTags('dossiers')
@Controller('api/v1/dossiers')
export class ReceptionController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Dossiers) private readonly dossiers: Dossiers,
    @Inject(Receptions) private readonly receptions: Receptions,
    @Inject(Organisation) private readonly organisation: Organisation,
    @Inject(Persons) private readonly persons: Persons,
    @Inject(Files) private readonly files: Files,
    @Inject(Secrets) private readonly secrets: Secrets,
    @Inject(POOL) private readonly pool: Pool,
  ) {}

  @Answers(ComponentsHeld)
  @AnswersFrom('component')
  @Get('reusable/:id')
  @ApiOperation({
    summary: 'Thành phần đã có, không yêu cầu nộp lại · what is held and need not be handed in',
  })
  async reusable(@Me() { office, personId: actor }: Person, @PathId() id: string) {
    await this.persons.read(office, id, ['name'], { actor, purpose: 'reuse of components' });
    const held = await heldOf(this.pool, office, id);
    return { items: held.map(({ since, ...one }) => ({ ...one, since: isoOffset(since) })) };
  }

  @Answers(Receipt)
  @Post()
  @ApiOperation({
    summary: 'Tiếp nhận hồ sơ, cấp mã và hẹn trả · receive at the desk, with code and appointment',
  })
  async receive(@Act() envelope: Envelope, @Body() body: ReceiveAtDesk) {
    const { applicantId: known, applicant, notifications, ...command } = body;
    const { office, commandId } = envelope;
    const dossierId = dossierOf(commandId);
    if (known === undefined && applicant === undefined) throw applicantMissing();
    if (known !== undefined)
      await this.persons.requireDutyOrBrought(office, known, applicant && factsOf(applicant), {
        actor: envelope.actor,
        purpose: 'reception of a dossier',
      });
    const applicantId = known ?? derivedId(commandId, 'applicant');
    const registration =
      known === undefined && applicant
        ? await registrationAtDesk(
            this.organisation,
            this.persons,
            envelope,
            applicantId,
            applicant,
            notifications,
          )
        : undefined;
    await this.#requireHeld(office, applicantId, command.components);
    const attaching = await this.#attaching(envelope, dossierId, applicantId, command.components);
    if (notifications && !registration) await this.#choose(envelope, applicantId, notifications);
    const received = await this.receptions.receive(
      envelope,
      dossierId,
      { ...command, applicantId },
      registration ? [registration.decision, ...attaching] : attaching,
    );
    const receipt = this.#receipt(office, dossierId, received);
    // What opens the commitment to what the applicant gave goes along with the receipt.
    return registration?.proof === undefined ? receipt : { ...receipt, proof: registration.proof };
  }

  @Answers(Receipt)
  @Post(':id/reception')
  @ApiOperation({ summary: 'Tiếp nhận hồ sơ nộp trực tuyến · receive an online submission' })
  async receiveSubmitted(@Act() envelope: Envelope, @PathId() id: string, @Body() command: HandedInAtDesk) {
    const { state } = await this.dossiers.load(envelope.office, id);
    if (state.status === 'none' || state.applicantId === null) throw notFound();
    const { applicantId } = state;
    const attaching = await this.#attaching(envelope, id, applicantId, command.components);
    const received = await this.receptions.receive(envelope, id, { ...command, applicantId }, attaching);
    return this.#receipt(envelope.office, id, received);
  }

  #attaching(envelope: Envelope, dossierId: string, personId: string, components: ComponentHandedIn[]) {
    return this.files.attaching(envelope, { dossierId, personId }, fileIdsOf(components));
  }

  /** What is used again must be there: an earlier file of this applicant's. */
  async #requireHeld(office: string, applicantId: string, components: ComponentHandedIn[]): Promise<void> {
    const reused = components.filter(({ form }) => form === 'reused');
    if (reused.length === 0) return;
    const files = new Set((await heldOf(this.pool, office, applicantId)).map(({ fileId }) => fileId));
    const missing = reused.find(({ fileId }) => fileId === undefined || !files.has(fileId));
    if (!missing) return;
    if (await mayHoldMore(this.pool, office, applicantId)) throw beingMended();
    throw reuseUnknown({ name: missing.name });
  }

  async #choose(envelope: Envelope, personId: string, command: ChooseChannels): Promise<void> {
    const commandId = derivedId(envelope.commandId, 'channels');
    await this.commands.send(ChooseChannels, { ...envelope, commandId }, personId, command);
  }

  #receipt(office: string, dossierId: string, received: Awaited<ReturnType<Receptions['receive']>>) {
    const { due, ...rest } = received;
    return {
      ...rest,
      dossierId,
      ...dueAnswer(due),
      lookup: { code: received.code, secret: this.secrets.secretFor(`${office}/dossier/${dossierId}`) },
    };
  }
}
