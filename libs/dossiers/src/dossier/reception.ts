import { Id, ListOf, OneOf, Text, dayOf } from '#kernel';
import { guarded } from '#organisation/office';
import type { Catalogue, Version } from '../procedure/procedure.js';
import { inForceOn } from '../procedure/procedure.js';
import { beginTime } from './agenda.js';
import type { Dossier } from './dossier.js';
import {
  CHANNELS,
  type Channel,
  type DossierEvent,
  type HandedIn,
  type UnderProcedure,
} from './dossier.events.js';
import { alreadyReceived, componentsMissing, dossierState, undeclaredComponent } from './dossier.refusals.js';
import { deskHolder, requireDesk, type DossierContext } from './guards.js';

/** A component as it is handed in. */
export class ComponentHandedIn {
  @Text({ description: 'Tên thành phần · component', max: 500 })
  name!: string;

  @OneOf({ description: 'Hình thức · form', values: ['original', 'copy', 'digitised', 'reused'] })
  form!: HandedIn['form'];

  @Id({ description: 'Tệp quét, tệp gửi kèm · the file that was scanned or sent', optional: true })
  fileId?: string;
}

/** The files that come with what is handed in, or with a result. */
export const fileIdsOf = (parts: readonly { fileId?: string }[]): string[] =>
  parts.flatMap(({ fileId }) => fileId ?? []);

/** What is handed in at the desk. */
export class HandedInAtDesk {
  @Text({ description: 'Mã thủ tục · procedure code', max: 40 })
  procedureCode!: string;

  @OneOf({ description: 'Kênh · channel', values: CHANNELS })
  channel!: Channel;

  @ListOf({ description: 'Thành phần đã nộp · components', max: 50, of: () => ComponentHandedIn })
  components!: ComponentHandedIn[];

  @OneOf({ description: 'Nhận kết quả · result by', values: ['counter', 'online', 'post'], optional: true })
  returnBy?: 'counter' | 'online' | 'post';
}

/** Receives a dossier at the desk (tiếp nhận hồ sơ); the appointment is computed, never asked for. */
export class ReceiveDossier extends HandedInAtDesk {
  applicantId!: string;
  takenOfflineAt?: string;
}

/** Hands in a dossier from outside (nộp trực tuyến): the desk receives it or refuses it. */
export class SubmitDossier {
  procedureCode!: string;
  components!: ComponentHandedIn[];
  applicantId!: string;
}

/** Refuses a submission (từ chối tiếp nhận, mẫu 3). */
export class RefuseDossier {
  @Text({ description: 'Lý do · reason', min: 10, max: 2000 })
  reason!: string;
}

const plain = ({ name, form, fileId }: ComponentHandedIn): HandedIn => ({
  name,
  form,
  fileId: fileId ?? null,
});

export const underProcedure = ({
  code,
  version,
  name,
  field,
  time,
  fee,
  steps,
  components,
  pausesFor,
  pausedBy,
  exemptions,
  extensionDays,
}: Version): UnderProcedure => ({
  code,
  version,
  name,
  field,
  time,
  fee,
  steps,
  components: components.map((component) => component.name),
  ...(components.some(({ reusable }) => reusable)
    ? { reusable: components.filter(({ reusable }) => reusable).map((component) => component.name) }
    : {}),
  pausesFor,
  ...(pausedBy === undefined ? {} : { pausedBy }),
  ...(exemptions === undefined ? {} : { exemptions }),
  ...(extensionDays === undefined ? {} : { extensionDays }),
});

export function submitDossier(
  state: Dossier,
  { applicantId, ...command }: SubmitDossier,
  { now, catalogue }: DossierContext & { catalogue: Catalogue },
): DossierEvent[] {
  if (state.status !== 'none') return [];
  const procedure = inForceOn(catalogue, command.procedureCode, dayOf(now));
  const components = command.components.map(plain);
  requireDeclared(components, procedure);
  return [
    {
      type: 'DossierSubmitted',
      data: { procedureCode: procedure.code, applicantId, components, channel: 'online' },
    },
  ];
}

/** May be received: at the desk, once; what was handed in from outside, or something new. */
export function receivable(state: Dossier, context: DossierContext): Dossier {
  requireDesk(context);
  if (state.work) throw alreadyReceived({ code: state.work.code });
  if (state.status !== 'none' && state.status !== 'submitted')
    throw dossierState({ status: state.status, needed: 'submitted' });
  return state;
}

/**
 * R11, R21, R22: receives a complete dossier under the version in force today, and appoints. Day 0 is today. The code
 * is the register's to give (R19).
 */
export function receiveDossier(
  state: Dossier,
  {
    procedureCode,
    channel,
    components: given,
    returnBy = 'counter',
    applicantId,
    takenOfflineAt,
  }: ReceiveDossier,
  context: DossierContext & { catalogue: Catalogue; code: string },
): DossierEvent[] {
  receivable(state, context);
  const { catalogue, code } = context;
  const procedure = inForceOn(catalogue, procedureCode, dayOf(context.now));
  const components = given.map(plain);
  requireDeclared(components, procedure);
  const missing = procedure.components.filter(({ name }) => !components.some((one) => one.name === name));
  if (missing.length > 0) throw componentsMissing({ names: missing.map(({ name }) => name).join('; ') });
  return [
    {
      type: 'DossierReceived',
      data: {
        code,
        procedure: underProcedure(procedure),
        applicantId,
        channel,
        components,
        holder: deskHolder(context),
        returnBy,
        ...(takenOfflineAt === undefined ? {} : { takenOfflineAt }),
        ...beginTime(procedure, 0, context),
      },
    },
  ];
}

/** Waits for the desk, and is not received yet. */
function submittedAtDesk(state: Dossier, context: DossierContext): Dossier {
  requireDesk(context);
  if (state.work) throw alreadyReceived({ code: state.work.code });
  if (state.status !== 'submitted') throw dossierState({ status: state.status, needed: 'submitted' });
  return state;
}

export const refuseDossier = guarded(
  submittedAtDesk,
  (_dossier, { reason }: RefuseDossier, _context: DossierContext): DossierEvent[] => {
    return [{ type: 'DossierRefused', data: { reason } }];
  },
);

function requireDeclared(components: HandedIn[], { components: declared }: Version): void {
  const stray = components.filter(({ name }) => !declared.some((one) => one.name === name));
  if (stray.length > 0) throw undeclaredComponent({ names: stray.map(({ name }) => name).join('; ') });
}
